using MathNet.Numerics.LinearAlgebra;
using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>All exercises of L2 decay: unsolved stubs, solutions, and the answers that are numbers, letters or data.</summary>
public sealed class L2DecayExerciseTests
{
    [Fact]
    public void Stubs_are_not_solved_yet()
    {
        Verdict[] verdicts =
        [
            L2Decay.Guess.Try(""), L2Decay.DecayStep.Try((_, _, _, _) => null), L2Decay.GrowingWeight.Try([]), L2Decay.LargestRate.Try((_, _) => double.NaN),
            L2Decay.DegreesOfFreedom.Try((_, _) => double.NaN), L2Decay.Crossing.Try(double.NaN), L2Decay.RadiusToLambda.Try((_, _, _) => double.NaN),
            L2Decay.UnsquaredStrength.Try((_, _) => double.NaN), L2Decay.SameIterates.Try(""), L2Decay.Prior.Try(double.NaN), L2Decay.Stopping.Try(double.NaN),
        ];
        Assert.All(verdicts, v => Assert.Equal(VerdictStatus.Unsolved, v.Status));
        Assert.Equal(L2Decay.Exercises.Select(e => e.Id), verdicts.Select(v => v.Exercise.Id));
    }

    [Fact]
    public void Solutions_pass()
    {
        // The code of every solution is compiled and run in its cell by `course check`; these are the same functions as delegates.
        Verdict[] verdicts =
        [
            L2Decay.Guess.Try("c"), L2Decay.DecayStep.Try((w, gradient, rate, lambda) => (1 - rate * lambda) * w - rate * gradient), L2Decay.GrowingWeight.Try([2, 1]),
            L2Decay.LargestRate.Try((x, lambda) => 2 / (x.Svd().S[0] * x.Svd().S[0] + lambda)), L2Decay.DegreesOfFreedom.Try((d, lambda) => d.Sum(v => v * v / (v * v + lambda))),
            L2Decay.Crossing.Try(2), L2Decay.RadiusToLambda.Try(Lambda), L2Decay.UnsquaredStrength.Try((w, lambda) => lambda * w.L2Norm()), L2Decay.SameIterates.Try("ab"),
        ];
        Assert.All(verdicts, v => Assert.True(v.Passed, v.Message));

        static double Lambda(Matrix<double> x, Vector<double> y, double t)
        {
            var path = RidgePath.Fit(x, y);
            if (path.At(0).L2Norm() <= t)
                return 0;
            var (low, high) = (0.0, 1.0);
            while (path.At(high).L2Norm() > t)
                high *= 2;
            for (var i = 0; i < 100; i++)
                (low, high) = path.At((low + high) / 2).L2Norm() > t ? ((low + high) / 2, high) : (low, (low + high) / 2);
            return high;
        }
    }

    [Theory]
    [InlineData("a", "nothing left to shrink")]
    [InlineData(" B ", "each single weight")]
    [InlineData("d", "not one of a, b, c")]
    public void Wrong_guesses_get_their_reason(string guess, string reason) => Refused(L2Decay.Guess.Try(guess), reason);

    [Theory]
    [InlineData(new double[] { 2, 1 })]
    [InlineData(new double[] { -2, -1 })]
    [InlineData(new double[] { 1, 2 })]
    [InlineData(new double[] { 1e-6, 0.6e-6 })]
    [InlineData(new double[] { 11, 7 })]
    public void Responses_with_a_growing_weight_pass(double[] y) => Assert.True(L2Decay.GrowingWeight.Try(y).Passed);

    [Theory]
    [InlineData(new double[] { 0, 0 }, "nothing grows")]
    [InlineData(new double[] { 18, 12 }, "multiple of (9, 6)")]
    [InlineData(new double[] { -9, -6 }, "multiple of (9, 6)")]
    [InlineData(new double[] { 1, 1 }, "least squares is (0.3333, 0.3333) and ridge (0.3, 0.3)")] // along (1, 1): both shrink
    [InlineData(new double[] { 1, -1 }, "No weight has grown")] // along (1, −1)
    [InlineData(new double[] { 12, 3 }, "No weight has grown")] // the second becomes exactly zero
    [InlineData(new double[] { 1 }, "Two numbers")]
    [InlineData(new double[] { 1, 2, 3 }, "Two numbers")]
    [InlineData(new[] { 1, double.PositiveInfinity }, "finite")]
    public void Other_responses_are_refused(double[] y, string reason) => Refused(L2Decay.GrowingWeight.Try(y), reason);

    [Theory]
    [InlineData(1, "penalty λ‖w‖²")]
    [InlineData(3, "radius t")]
    [InlineData(4, "not ½λw")]
    [InlineData(0, "least squares")]
    [InlineData(6, "multiplier λt")]
    [InlineData(-2, "it is more")]
    [InlineData(2.01, "it is less")]
    [InlineData(double.PositiveInfinity, "is not it")]
    public void Wrong_crossings_are_called_by_name(double lambda, string reason) => Refused(L2Decay.Crossing.Try(lambda), reason);

    [Fact]
    public void The_crossing_is_where_the_ridge_weight_is_zero()
    {
        var x = Matrix<double>.Build.DenseOfArray(new double[,] { { 2, 1 }, { 1, 2 } });
        var path = RidgePath.Fit(x, Vector<double>.Build.Dense(new double[] { 10, 1 }));
        Assert.Equal(0, path.At(L2Decay.Crossing.Expected)[1], 1e-12);
        Assert.Equal(3, path.Radius(L2Decay.Crossing.Expected), 1e-12); // the misconception "t for λ"
        Assert.True(path.At(1.9)[1] < 0 && path.At(2.1)[1] > 0);
    }

    [Theory]
    [InlineData("a", "b is missing")]
    [InlineData("b", "a is missing")]
    [InlineData("abc", "momentum")]
    [InlineData("abd", "Adam divides")]
    [InlineData("abcd", "Adam divides")]
    [InlineData("d", "Adam divides")]
    [InlineData("abe", "e is none of them")]
    public void Wrong_optimizers_are_refused(string letters, string reason) => Refused(L2Decay.SameIterates.Try(letters), reason);

    [Theory, InlineData("ab"), InlineData("B, A"), InlineData(" a b "), InlineData("a and b")]
    public void The_letters_may_come_in_any_form(string letters) => Assert.True(L2Decay.SameIterates.Try(letters).Passed);

    [Fact]
    public void Every_hint_and_solution_is_there()
    {
        Assert.Equal(11, L2Decay.Exercises.Count);
        Assert.All(L2Decay.Exercises, e => Assert.StartsWith("l2.", e.Id, StringComparison.Ordinal));
        Assert.All(L2Decay.Exercises, e => Assert.True(e.Hints.Length >= 3 && e.Solution.Code.Length > 0 && e.Solution.Explanation.Length > 0));
    }

    private static void Refused(Verdict verdict, string because)
    {
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        Assert.Contains(because, verdict.Message, StringComparison.Ordinal);
    }
}
