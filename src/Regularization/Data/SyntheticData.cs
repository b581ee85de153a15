namespace Regularization;

/// <summary>Made-up data whose truth is known.</summary>
/// <param name="Data">What a learner would be given.</param>
/// <param name="Truth">The intercept and weights that made the response.</param>
public sealed record SyntheticProblem(Dataset Data, LinearModel Truth)
{
    /// <summary>The columns that matter: <c>{j : w_j ≠ 0}</c>.</summary>
    public IReadOnlyList<int> Support => [.. Enumerable.Range(0, Truth.W.Count).Where(j => Truth.W[j] != 0)];
}

/// <summary>Seeded data sets: sparse linear and logistic problems, correlated and orthonormal designs.</summary>
/// <remarks>
/// Sums are written as plain loops in a fixed order and logarithms come from <see cref="SeededRandom"/>'s own, so that the
/// same seed gives the same bytes on every machine.
/// </remarks>
public static class SyntheticData
{
    /// <summary><c>y = Xw + σε</c>, <c>ε ~ N(0, 1)</c>, with <paramref name="nonzeros"/> weights of ±1 at random places.</summary>
    public static SyntheticProblem SparseLinear(int rows, int columns, int nonzeros, double noise, ulong seed, double correlation = 0)
    {
        Argument.Nonnegative(noise);
        var random = new SeededRandom(seed);
        var w = SparseSigns(columns, nonzeros, random);
        var x = CorrelatedDesign(rows, columns, correlation, random);
        var y = Vector.Build.Dense(rows, i => Score(x, i, w) + noise * random.NextNormal());
        return new SyntheticProblem(new Dataset(Names(columns), x, y, "y"), new LinearModel(0, w));
    }

    /// <summary><c>P(y = 1) = 1/(1 + e^(−b − xᵀw))</c>: <paramref name="nonzeros"/> of the features raise or lower the risk of a disease.</summary>
    /// <remarks>
    /// The intercept b is chosen so that the mean risk over the rows is <paramref name="rate"/>. The draw is
    /// <c>y = 1</c> iff <c>b + xᵀw + log(u/(1−u)) &gt; 0</c> with u uniform, the latent-variable form of the logistic model.
    /// </remarks>
    public static SyntheticProblem SparseLogistic(
        int rows, int columns, int nonzeros, ulong seed, double rate = 0.5, double strength = 1, double correlation = 0)
    {
        Argument.Between(rate, 0.001, 0.999);
        Argument.Positive(strength);
        var random = new SeededRandom(seed);
        var w = SparseSigns(columns, nonzeros, random) * strength;
        var x = CorrelatedDesign(rows, columns, correlation, random);
        double[] scores = [.. Enumerable.Range(0, rows).Select(i => Score(x, i, w))];
        var intercept = InterceptFor(rate, scores);
        var y = Vector.Build.Dense(rows, i => intercept + scores[i] + NextLogistic(random) > 0 ? 1 : 0);
        return new SyntheticProblem(new Dataset(Names(columns), x, y, "disease"), new LinearModel(intercept, w));
    }

    /// <summary>Rows from <c>N(0, Σ)</c> with <c>Σ_ij = ρ^|i−j|</c>: neighbors are alike, distant columns nearly independent.</summary>
    /// <remarks>Made as an autoregression along the row, <c>x_j = ρ·x_(j−1) + √(1−ρ²)·z_j</c>, which has exactly this covariance.</remarks>
    public static Matrix CorrelatedDesign(int rows, int columns, double correlation, SeededRandom random)
    {
        Argument.Between(correlation, -0.999, 0.999);
        var fresh = Math.Sqrt(1 - correlation * correlation);
        var x = Matrix.Build.Dense(Argument.AtLeast(rows, 1), Argument.AtLeast(columns, 1));
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                x[i, j] = j == 0 ? random.NextNormal() : correlation * x[i, j - 1] + fresh * random.NextNormal();
        }

        return x;
    }

    /// <summary><c>XᵀX = I</c>: random orthonormal columns, by Gram and Schmidt applied twice.</summary>
    public static Matrix OrthonormalDesign(int rows, int columns, SeededRandom random)
    {
        Argument.AtMost(columns, rows);
        var x = CorrelatedDesign(rows, columns, 0, random);
        for (var j = 0; j < columns; j++)
        {
            // Once is not enough in floating point; twice is (Kahan's rule).
            for (var pass = 0; pass < 2; pass++)
            {
                for (var k = 0; k < j; k++)
                    Add(x, j, k, -Dot(x, j, k));
            }

            var norm = Math.Sqrt(Dot(x, j, j));
            for (var i = 0; i < rows; i++)
                x[i, j] /= norm;
        }

        return x;
    }

    private static Vector SparseSigns(int columns, int nonzeros, SeededRandom random)
    {
        Argument.AtLeast(nonzeros, 0);
        Argument.AtMost(nonzeros, columns);
        var w = Vector.Build.Dense(columns);
        foreach (var j in random.NextPermutation(columns).Take(nonzeros))
            w[j] = random.NextUniform() < 0.5 ? -1 : 1;
        return w;
    }

    private static double NextLogistic(SeededRandom random)
    {
        // Away from 0 by half a step, so that the logarithm is finite.
        var u = random.NextUniform() + 1.0 / (1L << 54);
        return PortableMath.Log(u) - PortableMath.Log(1 - u);
    }

    private static double InterceptFor(double rate, double[] scores)
    {
        var b = Bisection.Solve(b => scores.Average(z => 1 / (1 + Math.Exp(-b - z))) - rate, -100, 100);
        // Rounded, because Math.Exp may differ in its last bit between machines.
        return Math.Round(b, 6);
    }

    private static IEnumerable<string> Names(int columns) => Enumerable.Range(1, columns).Select(j => $"x{j}");

    private static double Score(Matrix x, int row, Vector w)
    {
        var sum = 0.0;
        for (var j = 0; j < w.Count; j++)
            sum += x[row, j] * w[j];
        return sum;
    }

    private static double Dot(Matrix x, int j, int k)
    {
        var sum = 0.0;
        for (var i = 0; i < x.RowCount; i++)
            sum += x[i, j] * x[i, k];
        return sum;
    }

    private static void Add(Matrix x, int j, int k, double factor)
    {
        for (var i = 0; i < x.RowCount; i++)
            x[i, j] += factor * x[i, k];
    }
}
