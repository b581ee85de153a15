namespace Regularization;

/// <summary>The Cholesky factor of <c>[1 X_A]ᵀH[1 X_A] + λ₂C</c> for curvatures H that may be a little old, kept up with the active columns.</summary>
internal sealed class QuadraticModel(LogisticProblem problem)
{
    private readonly List<int> members = [];
    private readonly List<double[]> scaled = [];
    private double[] roots = [];
    private double ridge = double.NaN;

    /// <summary>The factor, the intercept first if there is one.</summary>
    public ActiveCholesky Factor { get; private set; } = new();

    /// <summary>The columns behind it, in its order; those that depend on others are left out.</summary>
    public IReadOnlyList<int> Members => members;

    private int First => problem.HasIntercept ? 1 : 0;

    /// <summary>Has the next <see cref="Follow"/> begin afresh.</summary>
    public void Expire() => ridge = double.NaN;

    /// <summary>Makes the factor that of these columns and this λ₂: afresh with these curvatures, or with the old ones by taking columns out and in.</summary>
    public void Follow(int[] columns, double lambda2, double[] curvature)
    {
        // No number equals NaN.
        if (lambda2 != ridge)
        {
            (ridge, roots) = (lambda2, [.. curvature.Select(Math.Sqrt)]);
            Build(columns);
            return;
        }

        var wanted = columns.ToHashSet();
        for (var i = members.Count - 1; i >= 0; i--)
        {
            if (wanted.Remove(members[i]))
                continue;
            Factor.RemoveAt(i + First);
            members.RemoveAt(i);
            scaled.RemoveAt(i + First);
        }

        foreach (var j in columns.Where(wanted.Contains))
            Add(j, Scaled(j), null);
    }

    private void Build(int[] columns)
    {
        Factor = new ActiveCholesky();
        members.Clear();
        scaled.Clear();
        var (n, size) = (problem.Rows, columns.Length + First);
        var block = new double[checked(size * n)];
        if (First == 1)
            roots.CopyTo(block, 0);
        for (var i = First; i < size; i++)
            Scaled(columns[i - First]).CopyTo(block, i * n);
        var gram = Gram.Of(block, n, size, problem.Threads, problem.Cancellation);

        var kept = new List<int>();
        for (var i = 0; i < size; i++)
        {
            double[] row = [.. kept.Select(k => gram[i * size + k]), gram[i * size + i]];
            var column = i < First ? -1 : columns[i - First];
            if (Add(column, block.AsSpan(i * n, n).ToArray(), row))
                kept.Add(i);
        }
    }

    private double[] Scaled(int column)
    {
        var values = new double[problem.Rows];
        System.Numerics.Tensors.TensorPrimitives.Multiply<double>(problem.Column(column), roots, values);
        return values;
    }

    // A column of −1 is the intercept. The row of the Gram matrix is computed if it is not given.
    private bool Add(int column, double[] values, double[]? row)
    {
        row ??= [.. scaled.Select(other => Kernels.Dot(other, values)), Kernels.SumOfSquares(values)];
        var square = row[^1] + (column < 0 ? 0 : ridge * problem.PenaltyWeights[column]);
        if (!Factor.Append(row.AsSpan(0, row.Length - 1), square))
            return false;
        scaled.Add(values);
        if (column >= 0)
            members.Add(column);
        return true;
    }
}
