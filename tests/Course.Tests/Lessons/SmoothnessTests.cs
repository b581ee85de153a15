using MathNet.Numerics.LinearAlgebra;
using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>Exercises and figures of L2 smoothness.</summary>
public sealed class SmoothnessTests
{
    private static readonly Vector<double> Positions = CosineFeatures.Midpoints(24);

    [Fact]
    public void Stubs_are_not_solved_yet()
    {
        Verdict[] verdicts =
        [
            Smoothness.Guess.Try(""), Smoothness.WorstChange.Try((_, _) => double.NaN), Smoothness.Units.Try(double.NaN), Smoothness.Dropout.Try(double.NaN),
            Smoothness.Factors.Try(double.NaN), Smoothness.TrueStatement.Try(""),
        ];
        Assert.All(verdicts, v => Assert.Equal(VerdictStatus.Unsolved, v.Status));
        Assert.Equal(Smoothness.Exercises.Select(e => e.Id), verdicts.Select(v => v.Exercise.Id));
    }

    [Fact]
    public void Solutions_pass_also_written_differently()
    {
        Verdict[] verdicts =
        [
            Smoothness.Guess.Try("B"), Smoothness.Units.Try(1000.0 * 1000), Smoothness.Dropout.Try(1 / 0.8 - 1), Smoothness.Factors.Try((9 + 9) / 2.0), Smoothness.TrueStatement.Try(" c"),
            // The largest over all corners of the box.
            Smoothness.WorstChange.Try((w, r) => w.Count > 12
                ? w.Sum(Math.Abs) * r
                : Enumerable.Range(0, 1 << w.Count).Max(bits => w.Select((wj, j) => (bits >> j) % 2 == 0 ? wj * r : -wj * r).Sum())),
        ];
        Assert.All(verdicts, v => Assert.True(v.Passed, v.Message));
    }

    [Theory]
    [InlineData("a", "does not know which wave is fast")]
    [InlineData("c", "does not know the true curve")]
    public void Wrong_guesses_get_their_reason(string guess, string reason) => Refused(Smoothness.Guess.Try(guess), reason);

    [Theory]
    [InlineData("a", "same units")]
    [InlineData("b", "smoothest of all is constant")]
    [InlineData("d", "a single weight may grow")]
    public void Wrong_statements_get_their_reason(string answer, string reason) => Refused(Smoothness.TrueStatement.Try(answer), reason);

    [Fact]
    public void Every_misconception_is_refused_with_its_own_message()
    {
        Assert.All(Smoothness.WorstChange.Misconceptions, m => Refused(Smoothness.WorstChange.Try(m.Function), m.Message));
        foreach (var exercise in new[] { Smoothness.Units, Smoothness.Dropout, Smoothness.Factors })
            Assert.All(exercise.Misconceptions, m => Refused(exercise.Try(m.Value), m.Message));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 3)]
    [InlineData(4, 0.1)]
    [InlineData(0, 15)]
    public void The_strength_gives_the_degrees_of_freedom(int power, double df)
    {
        var lambda = Smoothness.LambdaFor(12, [.. Enumerable.Range(1, 15).Select(j => Math.Pow(j, power))], df);
        var x = CosineFeatures.Of(Positions, 15) * Matrix<double>.Build.DenseOfDiagonalVector(Vector<double>.Build.Dense(15, j => Math.Pow(j + 1, -power / 2.0)));
        // 1e-9: the singular values of x are good to 1e-15, its squares reach from 12 to 2e-4.
        Assert.Equal(df, LinearSmoother.RidgeAsGiven(x, x, lambda).DegreesOfFreedom, 1e-9);
    }

    [Fact]
    public void Movements_are_those_of_refitting_without_the_row()
    {
        var random = new SeededRandom(2);
        var (x, y) = (SyntheticData.CorrelatedDesign(12, 3, 0.5, random), random.NextNormals(12));
        var movements = Smoothness.Movements(x, y, 0.7);
        var all = RidgePath.Fit(x, y).At(0.7);
        for (var i = 0; i < 12; i++)
        {
            var without = RidgePath.Fit(x.RemoveRow(i), Vector<double>.Build.DenseOfEnumerable(y.Where((_, k) => k != i))).At(0.7);
            Assert.Equal((all - without).L2Norm(), movements[i].Moved, 1e-10);
            Assert.Equal(x.Row(i).L2Norm() * Math.Abs(y[i] - x.Row(i) * without) / 0.7, movements[i].Bound, 1e-10);
        }
    }

    [Fact]
    public void The_figures_say_the_recorded_numbers()
    {
        double Truth(double q) => Math.Cos(Math.PI * q) - 0.8 * Math.Cos(2 * Math.PI * q);
        var y = Positions.Map(Truth) + 0.5 * new SeededRandom(12).NextNormals(24);
        Says(Smoothness.DirectionFigure(Vector<double>.Build.Dense([3.0, -4.0])), "between −5 and 5", "the top is at -53.1°");
        Says(Smoothness.CurvesFigure(Positions, y, Truth, 15), "roughness ∫f″² at 4 degrees of freedom is 6.43e+03", "it gets smoother: 797", "with roughness 9.05e+04");
        Says(Smoothness.FactorsFigure(24, 15), "multiplies every wave by 0.267", "keeps 0.996 of the first wave and 0.0054 of the last");
        Says(Smoothness.ErrorFigure(Positions, 15, 0.5, ("smooth curve", Truth)), "For the smooth curve it falls to 0.278 at 3.25 degrees of freedom");
        Says(Smoothness.CopiesFigure([1, 100], [0.2, 0.02]), "from 0.2 with 1 copies to 0.02 with 100");
        Says(Smoothness.StabilityFigure(Standardization.Fit(Datasets.Diabetes())), "one of 442 patients", "At λ = 1 the largest movement is");
    }

    private static void Says(Figure figure, params string[] parts) => Assert.All(parts, p => Assert.Contains(p, figure.Description, StringComparison.Ordinal));

    private static void Refused(Verdict verdict, string because)
    {
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        Assert.Contains(because, verdict.Message, StringComparison.Ordinal);
    }
}
