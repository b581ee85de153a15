using CsCheck;

namespace Regularization.Tests;

/// <summary>Small problems for the laws of subsets: tall, square and wide, with correlated, dependent, repeated and constant columns, and ties.</summary>
internal static class SubsetProblems
{
    /// <summary>Everything, in columns few enough to look at all subsets.</summary>
    public static readonly Gen<(Matrix X, Vector Y)> Any =
        Gen.Select(Gen.Int[2, 24], Gen.Int[1, 8], Gen.ULong, Gen.OneOf(Gen.Const(0.0), Gen.Const(0.5), Gen.Const(0.95)), Gen.Int[0, 6]).Select(Make);

    /// <summary>Full column rank with room to spare, and one best subset of every size.</summary>
    public static readonly Gen<(Matrix X, Vector Y)> Tall =
        Gen.Select(Gen.Int[10, 14], Gen.Int[6, 16], Gen.ULong, Gen.OneOf(Gen.Const(0.0), Gen.Const(0.5), Gen.Const(0.9))).Select((p, extra, seed, rho) =>
            Make(p + extra, p, seed, rho, 0));

    /// <summary>Ridge or not, intercept or not, every scale.</summary>
    public static readonly Gen<SubsetOptions> Options =
        Gen.Select(Gen.OneOf(Gen.Const(0.0), Gen.Const(0.01), Gen.Double[0.1, 3]), Gen.Bool, Gen.Enum<ColumnScale>()).Select((lambda, intercept, scale) =>
            new SubsetOptions { Lambda = lambda, Intercept = intercept, Scale = scale, Threads = 1 });

    /// <summary>Powers of one column, columns that are nearly others, sums that creep: what a Gram matrix has trouble with.</summary>
    public static readonly Gen<(Matrix X, Vector Y)> IllConditioned =
        Gen.Select(Gen.Int[12, 30], Gen.Int[4, 8], Gen.ULong, Gen.Int[0, 2]).Select((n, p, seed, kind) =>
        {
            var random = new SeededRandom(seed);
            var z = SyntheticData.CorrelatedDesign(n, p, 0.5, random);
            var x = z.Clone();
            for (var j = 1; j < p; j++)
            {
                var small = Math.Pow(10, -1 - 5 * random.NextUniform());
                x.SetColumn(j, kind switch
                {
                    0 => (z.Column(0) * 0.3 + 2).Map(v => Math.Pow(v, j + 1)),
                    1 => j % 2 == 0 ? z.Column(j) : z.Column(j - 1) + small * z.Column(j),
                    _ => x.Column(j - 1) + Math.Sqrt(small) * z.Column(j),
                });
            }

            var y = x * Vector.Build.Dense(p, _ => random.NextNormal() * Math.Pow(10, 3 * random.NextUniform()));
            return (x, y / y.L2Norm() + Math.Pow(10, -4 * random.NextUniform()) * random.NextNormals(n) / Math.Sqrt(n));
        });

    /// <summary>A sparse truth with noise; <paramref name="kind"/> spoils the design.</summary>
    public static (Matrix X, Vector Y) Make(int n, int p, ulong seed, double rho, int kind)
    {
        var random = new SeededRandom(seed);
        var x = SyntheticData.CorrelatedDesign(n, p, rho, random);
        var y = random.NextNormals(n);
        for (var j = 0; j < p; j += 3)
            y += (j % 2 == 0 ? 1 : -1) * x.Column(j);
        return kind switch
        {
            1 => (x.InsertColumn(0, x.Column(p - 1)), y),
            2 => (x.InsertColumn(p / 2, x.RowSums()), y),
            3 => (x.InsertColumn(p, Vector.Build.Dense(n, 7)), y),
            4 => (x.Map(v => (double)Math.Sign(v)), y.Map(v => (double)Math.Sign(v))),
            5 => (x, x.Column(0) - (p > 1 ? 2 * x.Column(1) : 0 * x.Column(0))),
            6 => (x.Append(-x), y),
            _ => (x, y),
        };
    }
}
