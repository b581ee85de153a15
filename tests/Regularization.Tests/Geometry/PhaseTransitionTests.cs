using CsCheck;
using MathNet.Numerics.Distributions;

namespace Regularization.Tests;

public class PhaseTransitionTests
{
    /// <summary>The same curve by another formula: δ(s) = min over τ of <c>s(1 + τ²) + (1 − s)·2((1 + τ²)Φ(−τ) − τφ(τ))</c>, s = k/p, the statistical dimension of
    /// Amelunxen, Lotz, McCoy and Tropp (2014), on a grid of τ.</summary>
    [Fact]
    public void It_is_the_curve_of_the_statistical_dimension() => Gen.Double[0.02, 0.98].Sample(
        delta =>
        {
            var s = PhaseTransition.Threshold(delta) * delta;
            double Dimension(double t) => s * (1 + t * t) + (1 - s) * 2 * ((1 + t * t) * Normal.CDF(0, 1, -t) - t * Normal.PDF(0, 1, t));
            // The minimum is flat: a step of 1e-3 in τ is off by about (1e-3)² there.
            Assert.Equal(delta, Enumerable.Range(0, 5000).Min(i => Dimension(i * 1e-3)), 1e-5);
        },
        iter: 50);

    [Theory] // Computed with SciPy 1.10 from both formulas.
    [InlineData(0.1, 0.18942936775962)]
    [InlineData(0.25, 0.26738355240765)]
    [InlineData(0.5, 0.38568966618148)]
    [InlineData(0.75, 0.53371167680447)]
    [InlineData(0.9, 0.67816937813450)]
    public void Recorded_values(double delta, double rho) => Assert.Equal(rho, PhaseTransition.Threshold(delta), 1e-10);

    [Fact]
    public void Far_below_the_curve_it_is_always_found_and_far_above_never()
    {
        Assert.Equal(1, PhaseTransition.Recovery(30, 60, 3, 20, 1).Estimate);
        Assert.Equal(0, PhaseTransition.Recovery(30, 60, 25, 20, 1).Estimate);
    }

    [Theory]
    [InlineData(20, 40, 6)]
    [InlineData(20, 40, 8)]
    [InlineData(30, 40, 16)]
    public void It_finds_what_the_exact_path_finds(int rows, int columns, int nonzeros)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var random = new SeededRandom(seed);
            var x = Matrix.Build.Dense(rows, columns, [.. random.NextNormals(rows * columns)]);
            var w = Vector.Build.Dense(columns);
            w.SetSubVector(0, nonzeros, random.NextNormals(nonzeros));
            var found = (LassoPath.Fit(x, x * w).End.W - w).InfinityNorm() <= 1e-6 * w.InfinityNorm();
            Assert.Equal(found ? 1 : 0, PhaseTransition.Recovery(rows, columns, nonzeros, 1, seed).Hits);
        }
    }

    [Fact]
    public void The_end_of_the_path_is_the_smallest_norm_of_all_that_fit() => Gen.Select(Gen.ULong, Gen.Int[2, 6]).Sample((seed, rows) =>
    {
        var random = new SeededRandom(seed);
        var x = Matrix.Build.Dense(rows, rows + 3, [.. random.NextNormals(rows * (rows + 3))]);
        var y = random.NextNormals(rows);
        var w = LassoPath.Fit(x, y).End.W;
        // A basic solution of the linear program: all choices of as many columns as rows, slow and obvious.
        var smallest = Subsets(rows + 3, rows).Select(s => Matrix.Build.DenseOfColumnVectors(s.Select(x.Column)).Solve(y).L1Norm()).Min();
        return (x * w - y).L2Norm() <= 1e-8 * (1 + y.L2Norm()) && Math.Abs(w.L1Norm() - smallest) <= 1e-6 * (1 + smallest);
    }, iter: 100);

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("delta is 1", Assert.Throws<ArgumentOutOfRangeException>(() => PhaseTransition.Threshold(1)).Message, StringComparison.Ordinal);
        Assert.Contains("nonzeros is 4; expected 1 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => PhaseTransition.Recovery(3, 5, 4, 1, 1)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int[]> Subsets(int of, int size) =>
        Enumerable.Range(0, 1 << of).Where(bits => System.Numerics.BitOperations.PopCount((uint)bits) == size)
            .Select(bits => Enumerable.Range(0, of).Where(j => (bits >> j) % 2 == 1).ToArray());
}
