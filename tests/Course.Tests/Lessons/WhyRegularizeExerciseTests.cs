using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>All exercises of Why regularize?: stubs, solutions, and every wrong answer that is called by its name.</summary>
public sealed class WhyRegularizeExerciseTests
{
    [Fact]
    public void Stubs_are_not_solved_yet()
    {
        Verdict[] verdicts =
        [
            WhyRegularize.Guess.Try(""), WhyRegularize.ShrinkFactor.Try(double.NaN), WhyRegularize.TrainingError.Try(double.NaN),
            WhyRegularize.Risk.Try((_, _, _, _) => double.NaN), WhyRegularize.SafeStrength.Try((_, _) => double.NaN), WhyRegularize.Promise.Try(""),
        ];
        Assert.All(verdicts, v => Assert.Equal(VerdictStatus.Unsolved, v.Status));
        Assert.Equal(WhyRegularize.Exercises.Select(e => e.Id), verdicts.Select(v => v.Exercise.Id));
    }

    [Fact]
    public void Solutions_pass_also_written_differently()
    {
        Verdict[] verdicts =
        [
            WhyRegularize.Guess.Try(" C "), WhyRegularize.ShrinkFactor.Try(4.0 / 5), WhyRegularize.TrainingError.Try(0.09 * 3 / 12), WhyRegularize.Promise.Try("c"),
            WhyRegularize.Risk.Try((d, gamma, noise, lambda) =>
            {
                var sum = 0.0;
                for (var j = 0; j < d.Length; j++)
                {
                    var (kept, bias) = (d[j] / (d[j] * d[j] + lambda), -lambda * gamma[j] / (d[j] * d[j] + lambda));
                    sum += bias * bias + Math.Pow(noise * kept, 2);
                }

                return sum;
            }),
            WhyRegularize.SafeStrength.Try((gamma, noise) => gamma.Where(g => g != 0).Min(g => 2 * noise * noise / g / g)),
        ];
        Assert.All(verdicts, v => Assert.True(v.Passed, v.Message));
    }

    [Theory]
    [InlineData("a", "fits their noise perfectly")]
    [InlineData("b", "swings far around")]
    public void Wrong_guesses_get_their_reason(string guess, string reason) => Refused(WhyRegularize.Guess.Try(guess), reason);

    [Theory]
    [InlineData("a", "for any fixed λ")]
    [InlineData("b", "means over the noise")]
    [InlineData("d", "itself random")]
    public void Wrong_promises_get_their_reason(string answer, string reason) => Refused(WhyRegularize.Promise.Try(answer), reason);

    [Theory]
    [InlineData(1, "carries the whole variance")]
    [InlineData(0.5, "one measurement")]
    [InlineData(0.6666667, "without the square")]
    [InlineData(0.2, "taken away")]
    [InlineData(0, "no variance")]
    [InlineData(0.79, "it is more")]
    public void Wrong_factors_are_called_by_name(double answer, string reason) => Refused(WhyRegularize.ShrinkFactor.Try(answer), reason);

    [Theory]
    [InlineData(0.09, "the noise itself")]
    [InlineData(0.03, "the intercept is a parameter")]
    [InlineData(0.0675, "takes away")]
    [InlineData(0.1575, "new responses at the same positions")]
    [InlineData(0, "as many parameters")]
    public void Wrong_training_errors_are_called_by_name(double answer, string reason) => Refused(WhyRegularize.TrainingError.Try(answer), reason);

    [Fact]
    public void Every_misconception_is_refused_with_its_own_message()
    {
        Assert.All(WhyRegularize.Risk.Misconceptions, m => Refused(WhyRegularize.Risk.Try(m.Function), m.Message));
        Assert.All(WhyRegularize.SafeStrength.Misconceptions, m => Refused(WhyRegularize.SafeStrength.Try(m.Function), m.Message));
    }

    private static void Refused(Verdict verdict, string because)
    {
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        Assert.Contains(because, verdict.Message, StringComparison.Ordinal);
    }
}
