using CsCheck;

namespace Regularization.Tests;

/// <summary>Small regression problems for the laws of paths.</summary>
internal static class PathProblems
{
    /// <summary>Tall, square and wide designs, with correlated columns (so that columns leave the path again).</summary>
    public static readonly Gen<(Matrix X, Vector Y)> General =
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 8], Gen.ULong, Gen.OneOf(Gen.Const(0.0), Gen.Const(0.5), Gen.Const(0.95))).Select((n, p, seed, rho) =>
        {
            var random = new SeededRandom(seed);
            return (SyntheticData.CorrelatedDesign(n, p, rho, random), random.NextNormals(n));
        });

    /// <summary>Full column rank with room to spare.</summary>
    public static readonly Gen<(Matrix X, Vector Y)> Tall =
        Gen.Select(Gen.Int[1, 6], Gen.Int[4, 10], Gen.ULong, Gen.OneOf(Gen.Const(0.0), Gen.Const(0.5), Gen.Const(0.9))).Select((p, extra, seed, rho) =>
        {
            var random = new SeededRandom(seed);
            return (SyntheticData.CorrelatedDesign(p + extra, p, rho, random), random.NextNormals(p + extra));
        });

    /// <summary>Some columns repeated, negated, summed or zero: nothing is unique here.</summary>
    public static readonly Gen<(Matrix X, Vector Y)> Dependent =
        Gen.Select(Tall, Gen.Int[0, 3]).Select((problem, kind) =>
        {
            var (x, y) = problem;
            var first = x.Column(0);
            var extra = kind switch { 0 => first, 1 => -first, 2 => x.RowSums(), _ => 0 * first };
            return (x.InsertColumn(x.ColumnCount, extra), y);
        });

    /// <summary>The largest violation of <c>x_jᵀ(y − Xw) = λ·sign(w_j)</c>, and of <c>|x_jᵀ(y − Xw)| ≤ λ</c> where w_j = 0.</summary>
    public static double LassoViolation(Matrix x, Vector y, Vector w, double lambda)
    {
        var correlation = x.TransposeThisAndMultiply(y - x * w);
        return Enumerable.Range(0, w.Count)
            .Max(j => w[j] == 0 ? Math.Abs(correlation[j]) - lambda : Math.Abs(correlation[j] - lambda * Math.Sign(w[j])));
    }

    /// <summary>The slow twin: minimize over one weight after the other until nothing moves.</summary>
    public static Vector CoordinateDescent(Matrix x, Vector y, double lambda)
    {
        var (gram, correlation) = (x.TransposeThisAndMultiply(x).ToArray(), x.TransposeThisAndMultiply(y).ToArray());
        var w = Vector.Build.Dense(x.ColumnCount);
        for (var sweep = 0; sweep < 200_000; sweep++)
        {
            var largestMove = 0.0;
            for (var j = 0; j < w.Count; j++)
            {
                var z = correlation[j] + gram[j, j] * w[j];
                for (var k = 0; k < w.Count; k++)
                    z -= gram[j, k] * w[k];
                var updated = Math.Sign(z) * Math.Max(Math.Abs(z) - lambda, 0) / gram[j, j];
                largestMove = Math.Max(largestMove, Math.Abs(updated - w[j]));
                w[j] = updated;
            }

            if (largestMove <= 1e-14 * (1 + w.InfinityNorm()))
                return w;
        }

        throw new InvalidOperationException("The twin did not converge.");
    }
}
