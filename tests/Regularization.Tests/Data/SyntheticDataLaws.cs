using CsCheck;

namespace Regularization.Tests;

public class SyntheticDataLaws
{
    [Fact]
    public void Linear_without_noise_is_explained_by_the_truth() => Gen.Select(Gen.Int[2, 20], Gen.Int[1, 9], Gen.ULong).Sample((n, p, seed) =>
    {
        var problem = SyntheticData.SparseLinear(n, p, p / 2, noise: 0, seed);
        return (problem.Data.Y - problem.Truth.Predict(problem.Data.X)).InfinityNorm() <= 1e-12
            && problem.Support.Count == p / 2 && problem.Support.All(j => Math.Abs(problem.Truth.W[j]) == 1);
    });

    [Fact]
    public void Noise_has_the_deviation_asked_for()
    {
        var problem = SyntheticData.SparseLinear(20_000, 4, 2, noise: 3, seed: 1);
        // Five standard errors of a sample deviation, σ/√(2n).
        Assert.Equal(3, (problem.Data.Y - problem.Truth.Predict(problem.Data.X)).L2Norm() / Math.Sqrt(20_000), 5 * 3 / Math.Sqrt(40_000));
    }

    [Fact]
    public void A_thousand_features_of_which_five_matter()
    {
        var problem = SyntheticData.SparseLogistic(rows: 400, columns: 1000, nonzeros: 5, seed: 1, rate: 0.2);
        Assert.Equal((400, 1000), (problem.Data.Rows, problem.Data.Columns));
        Assert.Equal(5, problem.Support.Count);
        Assert.All(problem.Data.Y, y => Assert.True(y is 0 or 1));
        // Five standard errors of a share of 400.
        Assert.Equal(0.2, problem.Data.Y.Average(), 5 * Math.Sqrt(0.2 * 0.8 / 400));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_mean_risk_is_the_rate_and_the_labels_follow_the_risk(double rate)
    {
        var problem = SyntheticData.SparseLogistic(20_000, 4, 2, seed: 2, rate, strength: 1.5);
        var risk = problem.Truth.Predict(problem.Data.X).Map(z => 1 / (1 + Math.Exp(-z)));
        Assert.Equal(rate, risk.Average(), 1e-6);
        // Calibration: among rows of similar risk, as many fall ill as the risk says (five standard errors).
        Assert.All(risk.Zip(problem.Data.Y).GroupBy(pair => Math.Floor(pair.First * 5)).Where(group => group.Count() > 100), group =>
            Assert.Equal(group.Average(pair => pair.First), group.Average(pair => pair.Second), 5 * Math.Sqrt(0.25 / group.Count())));
    }

    [Fact]
    public void Correlations_decay_like_powers()
    {
        const int rows = 40_000;
        var x = SyntheticData.CorrelatedDesign(rows, 5, 0.7, new SeededRandom(3));
        var covariance = x.TransposeThisAndMultiply(x) / rows;
        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 5; j++)
                Assert.Equal(Math.Pow(0.7, Math.Abs(i - j)), covariance[i, j], 5 * Math.Sqrt(2.0 / rows));
        }
    }

    [Fact]
    public void Orthonormal_designs_are_orthonormal() => Gen.Select(Gen.Int[1, 12], Gen.Int[0, 5], Gen.ULong).Sample((p, extra, seed) =>
    {
        var x = SyntheticData.OrthonormalDesign(p + extra, p, new SeededRandom(seed));
        return (x.TransposeThisAndMultiply(x) - Matrix.Build.DenseIdentity(p)).Enumerate().All(v => Math.Abs(v) <= 1e-14);
    });

    [Fact]
    public void Same_seed_same_data()
    {
        var (a, b, c) = (Make(5), Make(5), Make(6));
        Assert.Equal(a.Data.X, b.Data.X);
        Assert.Equal(a.Data.Y, b.Data.Y);
        Assert.NotEqual(a.Data.X, c.Data.X);

        static SyntheticProblem Make(ulong seed) => SyntheticData.SparseLogistic(20, 10, 3, seed);
    }
}
