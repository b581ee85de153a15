using CsCheck;
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
        Assert.Contains("largest near x = 1.7, where it is 1.686", L2Decay.StoppingFigure().Description, StringComparison.Ordinal);
    }
}
