namespace Regularization;

/// <summary><c>G_AA + Λ_A = LLᵀ</c> for the columns A of one support, without those that depend on the ones before them.</summary>
internal sealed class SmallCholesky
{
    private readonly double[,] factor;

    private SmallCholesky(double[,] factor, IReadOnlyList<int> columns) => (this.factor, Columns) = (factor, columns);

    /// <summary>The columns that are independent.</summary>
    public IReadOnlyList<int> Columns { get; }

    public static SmallCholesky Of(SubsetProblem problem, IReadOnlyList<int> columns)
    {
        var (factor, kept) = (new double[columns.Count, columns.Count], new List<int>());
        foreach (var column in columns)
        {
            var i = kept.Count;
            var rest = 1 + problem.Ridge[column];
            for (var j = 0; j < i; j++)
            {
                var sum = Kernels.Dot(problem.Unit(column), problem.Unit(kept[j]));
                for (var m = 0; m < j; m++)
                    sum -= factor[i, m] * factor[j, m];
                factor[i, j] = sum / factor[j, j];
                rest -= factor[i, j] * factor[i, j];
            }

            if (rest <= SubsetProblem.Dependent)
                continue;
            factor[i, i] = Math.Sqrt(rest);
            kept.Add(column);
        }

        return new SmallCholesky(factor, kept);
    }

    /// <summary><c>(G_AA + Λ_A)⁻¹ b</c>.</summary>
    public double[] Solve(double[] b)
    {
        double[] x = [.. b];
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < i; j++)
                x[i] -= factor[i, j] * x[j];
            x[i] /= factor[i, i];
        }

        for (var i = x.Length - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < x.Length; j++)
                x[i] -= factor[j, i] * x[j];
            x[i] /= factor[i, i];
        }

        return x;
    }

    /// <summary><c>tr (G_AA + Λ_A)⁻¹ ≥ 1/λ_min</c>.</summary>
    public double InverseTrace() => Columns.Select((_, i) => InverseDiagonal(i)).Sum();

    /// <summary><c>tr (G_AA + Λ_A)⁻¹Λ_A</c>: the degrees of freedom that ridge takes away.</summary>
    public double TraceWith(double[] ridge) => Columns.Select((column, i) => InverseDiagonal(i) * ridge[column]).Sum();

    private double InverseDiagonal(int i)
    {
        var unit = new double[Columns.Count];
        unit[i] = 1;
        return Solve(unit)[i];
    }
}
