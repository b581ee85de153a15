using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>Exercises, studies and figures of Choosing and comparing.</summary>
public sealed class ChoosingTests
{
    [Fact]
    public void Stubs_are_not_solved_yet()
    {
        Verdict[] verdicts =
        [
            Choosing.Guess.Try(""), Choosing.LeaveOneOut.Try(double.NaN), Choosing.OneStandardError.Try((_, _, _) => double.NaN), Choosing.Freedom.Try(double.NaN),
            Choosing.Bic.Try(double.NaN), Choosing.TrueStatement.Try(""),
        ];
        Assert.All(verdicts, v => Assert.Equal(VerdictStatus.Unsolved, v.Status));
        Assert.Equal(Choosing.Exercises.Select(e => e.Id), verdicts.Select(v => v.Exercise.Id));
    }

    [Fact]
    public void Solutions_pass_also_written_differently()
    {
        Verdict[] verdicts =
        [
            Choosing.Guess.Try("B"), Choosing.LeaveOneOut.Try(16.889), Choosing.Freedom.Try(0.8 + 0.5), Choosing.Bic.Try(-8.61), Choosing.TrueStatement.Try("d"),
            Choosing.OneStandardError.Try((lambdas, errors, standardErrors) =>
            {
                var best = Enumerable.Range(0, errors.Length).MinBy(i => errors[i]);
                return Enumerable.Range(0, errors.Length).OrderByDescending(i => lambdas[i]).Where(i => errors[i] - errors[best] <= standardErrors[best]).Select(i => lambdas[i]).First();
            }),
        ];
        Assert.All(verdicts, v => Assert.True(v.Passed, v.Message));
    }

    [Theory]
    [InlineData("a", "has seen every test row")]
    [InlineData("c", "make them look good")]
    public void Wrong_guesses_get_their_reason(string guess, string reason) => Refused(Choosing.Guess.Try(guess), reason);

    [Theory]
    [InlineData("a", "That is a tie")]
    [InlineData("b", "almost four")]
    [InlineData("c", "a convention")]
    public void Wrong_statements_get_their_reason(string answer, string reason) => Refused(Choosing.TrueStatement.Try(answer), reason);

    [Fact]
    public void Every_misconception_is_refused_with_its_own_message()
    {
        foreach (var exercise in new[] { Choosing.LeaveOneOut, Choosing.Freedom, Choosing.Bic })
            Assert.All(exercise.Misconceptions, m => Refused(exercise.Try(m.Value), m.Message));
        Assert.All(Choosing.OneStandardError.Misconceptions, m => Refused(Choosing.OneStandardError.Try(m.Function), m.Message));
    }

    [Fact]
    public void Bic_is_that_of_the_library()
    {
        var path = BestSubset.Fit(Datasets.Diabetes(), new SubsetOptions { MaxSize = 5 });
        Assert.Equal(path.Criteria()[5].Bic - path.Criteria()[4].Bic, Choosing.Bic.Expected, 1e-3);
    }

    [Fact]
    public void The_rule_is_that_of_the_library()
    {
        var data = Datasets.Diabetes();
        var cv = CrossValidation.Lasso(data.X, data.Y, new LassoOptions());
        Assert.Equal(cv.LambdaOneStandardError, Choosing.OneStandardError.Reference([.. cv.Points.Select(p => p.Lambda)], [.. cv.Points.Select(p => p.Error)], [.. cv.Points.Select(p => p.StandardError)]));
    }

    [Fact]
    public void A_choice_on_all_rows_leaks()
    {
        var (leaking, honest) = Choosing.Leak(40, 200, 5, 4, 3);
        Assert.InRange(leaking, 0.3, 0.9);
        Assert.InRange(honest, 1.0, 2.0);
        // With every feature kept there is nothing to choose, and nothing to leak.
        var (all, same) = Choosing.Leak(30, 4, 4, 2, 1);
        Assert.Equal(all, same, 1e-12);
    }

    [Fact]
    public void The_best_of_two_squares_has_mean_one_plus_two_over_pi()
    {
        var freedom = Choosing.SubsetFreedom(2, 200_000, 1);
        // Four standard errors: the largest of two χ²₁ has variance below 4.
        Assert.Equal(1 + 2 / Math.PI, freedom[1], 4 * 2 / Math.Sqrt(200_000));
        Assert.Equal(2, freedom[2], 4 * 2 / Math.Sqrt(200_000));
        Assert.Equal(0, freedom[0]);
    }

    [Fact]
    public void The_breast_cancer_data_is_what_its_description_says()
    {
        var data = Datasets.BreastCancer();
        Assert.Equal((569, 30, "malignant"), (data.Rows, data.Columns, data.Target));
        Assert.Equal(212, data.Y.Sum());
        Assert.Equal(("mean_radius", 17.99, 1.0), (data.Names[0], data.X[0, 0], data.Y[0]));
        Assert.Equal(("worst_fractal_dimension", 0.07039, 0.0), (data.Names[29], data.X[568, 29], data.Y[568]));
    }

    [Fact]
    public void Studies_give_the_same_whatever_the_threads_do()
    {
        var data = Datasets.Diabetes();
        var (one, two) = (Choosing.CompareRegression(data, 2, 5), Choosing.CompareRegression(data, 2, 5));
        Assert.Equal(one.SelectMany(m => m.Errors), two.SelectMany(m => m.Errors));
        Assert.Equal(["least squares", "best subset", "lasso", "lasso, 1 SE", "ridge", "elastic net"], one.Select(m => m.Name));
        Assert.All(one.SelectMany(m => m.Errors), e => Assert.InRange(e, 40, 70));
        var (mean, deviation) = one[0].Against(one[0]);
        Assert.Equal((0.0, 0.0), (mean, deviation));
    }

    [Fact]
    public void The_figures_say_the_recorded_numbers()
    {
        var data = Datasets.Diabetes();
        Says(Choosing.ErrorFigure(CrossValidation.Lasso(data.X, data.Y, new LassoOptions()), "lasso"), "at λ = 25.2 with 7 features", "is 102, with 5 features");
        Says(Choosing.FreedomFigure([0, 2, 3, 4, 5, 6, 6]), "the first feature is 2, five are 6, and all 6 are 6");
        Says(Choosing.CriteriaFigure(BestSubset.Fit(data, new SubsetOptions { MaxSize = 10 })), "AIC is smallest at 6 features. BIC is smallest at 5 features. EBIC is smallest at 5 features.");
        Says(Choosing.MethodsFigure([new("ridge", [1, 3], [2, 2])], "Title", "log loss"), "Log loss over 2 splits", "Ridge: 2 from 1 to 3, 2 features.");
        Says(Choosing.SelectionFigure(Choosing.Selection(data, 10, 1), data.Names), "The lasso takes", "bmi", "in at least nine of ten halves");
    }

    private static void Says(Figure figure, params string[] parts) => Assert.All(parts, p => Assert.Contains(p, figure.Description, StringComparison.Ordinal));

    private static void Refused(Verdict verdict, string because)
    {
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        Assert.Contains(because, verdict.Message, StringComparison.Ordinal);
    }
}
