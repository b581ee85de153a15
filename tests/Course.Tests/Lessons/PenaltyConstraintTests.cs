using MathNet.Numerics.LinearAlgebra;
using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>Exercises and figures of Penalty and constraint.</summary>
public sealed class PenaltyConstraintTests
{
    private static readonly Standardization Diabetes = Standardization.Fit(Datasets.Diabetes());

    [Fact]
    public void Stubs_are_not_solved_yet()
    {
        Verdict[] verdicts =
        [
            PenaltyConstraint.Guess.Try(""), PenaltyConstraint.Multiplier.Try(double.NaN), PenaltyConstraint.Conditions.Try((_, _, _, _) => null),
            PenaltyConstraint.Price.Try(double.NaN), PenaltyConstraint.Sizes.Try(_ => []), PenaltyConstraint.Same.Try(""),
        ];
        Assert.All(verdicts, v => Assert.Equal(VerdictStatus.Unsolved, v.Status));
        Assert.Equal(PenaltyConstraint.Exercises.Select(e => e.Id), verdicts.Select(v => v.Exercise.Id));
    }

    [Fact]
    public void Solutions_pass_also_written_differently()
    {
        Verdict[] verdicts =
        [
            PenaltyConstraint.Guess.Try("B"), PenaltyConstraint.Multiplier.Try(3.0 / 2), PenaltyConstraint.Price.Try(63.2), PenaltyConstraint.Same.Try("b "),
            PenaltyConstraint.Conditions.Try((w, gradient, lambda, t) =>
                w * w <= t * t + 1e-9 && lambda >= 0 && (lambda == 0 || Math.Abs(w.L2Norm() - t) < 1e-9) && (gradient + lambda * w).InfinityNorm() < 1e-9),
            PenaltyConstraint.Sizes.Try(Hull),
        ];
        Assert.All(verdicts, v => Assert.True(v.Passed, v.Message));

        // The hull by walking: from each corner to the size with the steepest gain, the farthest of several.
        static int[] Hull(double[] rss)
        {
            List<int> corners = [0];
            while (true)
            {
                var k = corners[^1];
                var next = Enumerable.Range(k + 1, rss.Length - k - 1).Where(m => rss[m] < rss[k]).OrderByDescending(m => (rss[k] - rss[m]) / (m - k)).ThenByDescending(m => m).FirstOrDefault();
                if (next == 0)
                    return [.. corners];
                corners.Add(next);
            }
        }
    }

    [Theory]
    [InlineData("a", "smooth or convex")]
    [InlineData("c", "the same solutions")]
    public void Wrong_guesses_get_their_reason(string guess, string reason) => Refused(PenaltyConstraint.Guess.Try(guess), reason);

    [Theory]
    [InlineData("a", "depends on the data")]
    [InlineData("c", "nothing has to touch")]
    [InlineData("d", "best four")]
    public void Wrong_statements_get_their_reason(string answer, string reason) => Refused(PenaltyConstraint.Same.Try(answer), reason);

    [Fact]
    public void Every_misconception_is_refused_with_its_own_message()
    {
        Assert.All(PenaltyConstraint.Multiplier.Misconceptions, m => Refused(PenaltyConstraint.Multiplier.Try(m.Value), m.Message));
        Assert.All(PenaltyConstraint.Price.Misconceptions, m => Refused(PenaltyConstraint.Price.Try(m.Value), m.Message));
        Assert.All(PenaltyConstraint.Conditions.Misconceptions, m => Refused(PenaltyConstraint.Conditions.Try(m.Function), m.Message));
        Assert.All(PenaltyConstraint.Sizes.Misconceptions, m => Refused(PenaltyConstraint.Sizes.Try(m.Function), m.Message));
    }

    [Fact]
    public void The_price_is_what_the_path_gives()
    {
        var (path, loss) = (LassoPath.Fit(Diabetes.X, Diabetes.Y), new LeastSquares(Diabetes.X, Diabetes.Y));
        var fall = 2 * (PenaltyConstraint.BestLoss(path, loss, 888.9) - PenaltyConstraint.BestLoss(path, loss, 889.0));
        Assert.Equal(fall, PenaltyConstraint.Price.Expected, PenaltyConstraint.Price.Tolerance);
    }

    [Fact]
    public void The_figures_say_the_recorded_numbers()
    {
        var (path, loss) = (LassoPath.Fit(Diabetes.X, Diabetes.Y), new LeastSquares(Diabetes.X, Diabetes.Y));
        var c = Vector<double>.Build.Dense([4.0, 3.0]);
        Says(PenaltyConstraint.WalkFigure(c, 2.5), "lowest near 36°", "where it is 3.125", "near -144°", "where it is 28.125");
        Says(PenaltyConstraint.MultiplierFigure(c), "the best point is (2, 1.5)", "1 times w", "from 9 at radius 0.5 to 0 at radius 5");
        Says(PenaltyConstraint.ValueFigure(path, loss), "from 1310505 at t = 0 to 631993 at t = 3459.98", "at t = 888.9");
        Says(PenaltyConstraint.MapFigure(path), "12 straight pieces", "λ = 949.435 at t = 0", "λ = 0 at t = 3459.98");
        Says(PenaltyConstraint.HullFigure(BestSubset.Enumerate(Diabetes.X, Diabetes.Y)), "at k = 0, 1, 2, 3, 5, 6, 7, 8, 9, 10; k = 4 lies above");
    }

    private static void Says(Figure figure, params string[] parts) => Assert.All(parts, p => Assert.Contains(p, figure.Description, StringComparison.Ordinal));

    private static void Refused(Verdict verdict, string because)
    {
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        Assert.Contains(because, verdict.Message, StringComparison.Ordinal);
    }
}
