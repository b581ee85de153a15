using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>The Bayesian reading and early stopping.</summary>
public sealed class L2DecayBayesTests
{
    [Fact]
    public void The_posterior_mean_is_the_mean_of_the_posterior() => Gen.Select(Gen.Double[-4, 4], Gen.Double[0, 3]).Sample((z, lambda) =>
    {
        double Density(double w) => Math.Exp(-(z - w) * (z - w) / 2 - lambda * Math.Abs(w));
        var grid = Enumerable.Range(0, 12_000).Select(i => -12 + (i + 0.5) / 500).ToArray();
        var mean = grid.Sum(w => w * Density(w)) / grid.Sum(Density);
        // The midpoint rule with step 0.002 across the kink.
        Assert.Equal(mean, L2Decay.LaplacePosteriorMean(z, lambda), 1e-5);
    }, iter: 50);

    [Fact]
    public void It_is_odd_and_shrinks() => Gen.Select(Gen.Double[0.01, 4], Gen.Double[0.01, 3]).Sample((z, lambda) =>
        Math.Abs(L2Decay.LaplacePosteriorMean(z, lambda) + L2Decay.LaplacePosteriorMean(-z, lambda)) < 1e-9
        && L2Decay.LaplacePosteriorMean(z, lambda) > 0 && L2Decay.LaplacePosteriorMean(z, lambda) < z);

    [Theory]
    [InlineData(800, 1, 799)]
    [InlineData(-800, 1, -799)]
    [InlineData(45, 2, 43)]
    [InlineData(0, 50, 0)]
    [InlineData(3, 0, 3)]
    public void Far_out_the_mean_is_the_mode(double z, double lambda, double expected) =>
        Assert.Equal(expected, L2Decay.LaplacePosteriorMean(z, lambda), 1e-9);

    // λ = 50, z = 1: near 0 the posterior is e^(−50|w| + w), so the mean is (1/49² − 1/51²)/(1/49 + 1/51), up to what the curvature of w² changes.
    [Fact]
    public void A_narrow_prior_gives_a_small_mean_and_no_NaN() =>
        Assert.Equal((1 / 2401.0 - 1 / 2601.0) / (1 / 49.0 + 1 / 51.0), L2Decay.LaplacePosteriorMean(1, 50), 1e-5);

    [Fact]
    public void Answers_are_judged_and_every_misconception_has_its_message()
    {
        Assert.True(L2Decay.Prior.Try(4 / 16.0).Passed);
        Assert.True(L2Decay.Stopping.Try(1 / (0.01 * 50)).Passed);
        foreach (var exercise in new[] { L2Decay.Prior, L2Decay.Stopping })
        {
            Assert.Equal(VerdictStatus.Unsolved, exercise.Try(double.NaN).Status);
            Assert.All(exercise.Misconceptions, m => Assert.Contains(m.Message, exercise.Try(m.Value).Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_figures_say_the_recorded_numbers()
    {
        Assert.Contains("exactly 0 from −1 to 1", L2Decay.PriorsFigure(1).Description, StringComparison.Ordinal);
        var stopping = L2Decay.StoppingFigure(RidgePath.Fit(Matrix<double>.Build.DenseOfRowArrays([2, 1], [1, 2], [0, 1]), Vector<double>.Build.Dense([9, 6, 1])));
        Assert.Contains("largest near s·d² = 1.79, where it is 1.686", stopping.Description, StringComparison.Ordinal);
        Assert.Contains("more of the 2 marked directions", stopping.Description, StringComparison.Ordinal);
    }
}
