using Regularization.Course;

namespace CourseTests.Exercises;

public class FunctionExerciseTests
{
    [Fact]
    public void The_reference_passes()
    {
        var verdict = Samples.SoftThreshold.Try((v, t) => Math.Sign(v) * Math.Max(Math.Abs(v) - t, 0));
        Assert.Equal(VerdictStatus.Passed, verdict.Status);
        Assert.Contains("7 cases", verdict.Message);
    }

    [Fact]
    public void A_wrong_function_gets_the_property_and_a_counterexample() =>
        Assert.Equal("✗ sends small values to exactly zero: f(0.4, 1) is 0.4, not 0", Samples.SoftThreshold.Try((v, t) => v).ToString());

    [Fact]
    public void A_function_wrong_in_the_last_case_only_is_wrong() =>
        Assert.Equal("✗ pulls large values in by t: f(2, 0) is 0, not 2",
            Samples.SoftThreshold.Try((v, t) => t == 0 ? 0 : v - Math.Clamp(v, -t, t)).ToString());

    [Fact]
    public void Misconceptions_are_called_by_their_names()
    {
        Assert.Contains("hard thresholding", Samples.SoftThreshold.Try((v, t) => v * v > t * t ? v : 0).Message);
        Assert.Contains("f(3, 1) is 3, not 2", Samples.SoftThreshold.Try((v, t) => v * v > t * t ? v : 0).Message);
        Assert.Contains("negative side", Samples.SoftThreshold.Try((v, t) => v > t ? v - t : 0).Message);
    }

    [Fact]
    public void A_function_that_agrees_with_a_misconception_in_some_cases_is_not_taken_for_it() =>
        Assert.DoesNotContain("hard thresholding", Samples.SoftThreshold.Try((v, t) => v > t ? v : 0).Message);

    [Fact]
    public void Blank_functions_are_unsolved()
    {
        Assert.Equal("○ not solved yet: Soft thresholding", Samples.SoftThreshold.Try((v, t) => double.NaN).ToString());
        Assert.Equal(VerdictStatus.Unsolved, Samples.SoftThreshold.Try(null).Status);
        Assert.Equal(VerdictStatus.Unsolved, Samples.SoftThreshold.Try((v, t) => throw new NotImplementedException()).Status);
        Assert.Equal(VerdictStatus.Unsolved, Samples.Doubled.Try(w => []).Status);
        Assert.Equal(VerdictStatus.Unsolved, Samples.Doubled.Try(w => null!).Status);
    }

    [Fact]
    public void NaN_in_one_case_is_wrong_and_not_blank() =>
        Assert.Contains("f(0, 1) is NaN, not 0", Samples.SoftThreshold.Try((v, t) => v / v * (v - Math.Clamp(v, -t, t))).Message);

    [Fact]
    public void An_exception_is_a_wrong_answer_that_names_it() =>
        Assert.Equal("✗ doubles every entry: f([1, 2]) throws InvalidOperationException: broken",
            Samples.Doubled.Try(_ => throw new InvalidOperationException("broken")).ToString());

    [Fact]
    public void A_result_of_another_length_is_wrong() =>
        Assert.Contains("f([1, 2]) is [2], not [2, 4]", Samples.Doubled.Try(w => [2 * w[0]]).Message);

    [Fact]
    public void A_function_may_write_into_its_argument()
    {
        double[] InPlace(double[] w)
        {
            for (var i = 0; i < w.Length; i++)
                w[i] *= 2;
            return w;
        }

        Assert.True(Samples.Doubled.Try(InPlace).Passed);
        Assert.Contains("f([1, 2]) is [0], not [2, 4]", Samples.Doubled.Try(_ => [0]).Message); // the next learner finds the case as it was
    }

    [Fact]
    public void Numbers_may_differ_by_rounding_only()
    {
        Assert.True(Samples.Doubled.Try(w => [.. w.Select(v => (2 * v) + 1e-12)]).Passed);
        Assert.False(Samples.Doubled.Try(w => [.. w.Select(v => (2 * v) + 1e-6)]).Passed);
    }

    [Fact]
    public void Less_than_three_hints_are_refused() =>
        Assert.Throws<ArgumentException>(() => new NumberExercise("x", "x")
        {
            Kind = ExerciseKind.Predict,
            Prompt = "",
            Expected = 1,
            Tolerance = 0,
            ToleranceReason = "",
            Because = "",
            Hints = ["a", "b"],
            Solution = Samples.Solution,
        });
}
