using MathNet.Numerics.LinearAlgebra;
using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>Exercises and figures of From L0 to L1.</summary>
public sealed class FromL0ToL1Tests
{
    [Fact]
    public void Stubs_are_not_solved_yet()
    {
        Verdict[] verdicts =
        [
            FromL0ToL1.Guess.Try(""), FromL0ToL1.Envelope.Try(double.NaN), FromL0ToL1.Irrepresentable.Try((_, _, _) => double.NaN), FromL0ToL1.Largest.Try(double.NaN),
            FromL0ToL1.Relaxed.Try((_, _, _) => double.NaN), FromL0ToL1.Reasons.Try(""),
        ];
        Assert.All(verdicts, v => Assert.Equal(VerdictStatus.Unsolved, v.Status));
        Assert.Equal(FromL0ToL1.Exercises.Select(e => e.Id), verdicts.Select(v => v.Exercise.Id));
    }

    [Fact]
    public void Solutions_pass_also_written_differently()
    {
        Verdict[] verdicts =
        [
            FromL0ToL1.Guess.Try("B"), FromL0ToL1.Envelope.Try(7 / 8.0), FromL0ToL1.Largest.Try(38.57), FromL0ToL1.Reasons.Try("b"),
            // By the pseudoinverse, column by column.
            FromL0ToL1.Irrepresentable.Try((x, support, signs) =>
            {
                var chosen = Matrix<double>.Build.DenseOfColumnVectors(support.Select(x.Column)).PseudoInverse();
                return Enumerable.Range(0, x.ColumnCount).Where(j => !support.Contains(j)).Select(j => Math.Abs(Vector<double>.Build.Dense(signs) * (chosen * x.Column(j)))).Max();
            }),
            FromL0ToL1.Relaxed.Try((z, lambda, phi) =>
            {
                var lasso = Math.Max(z - lambda, 0) - Math.Max(-z - lambda, 0);
                return lasso == 0 ? 0 : phi * lasso + (1 - phi) * z;
            }),
        ];
        Assert.All(verdicts, v => Assert.True(v.Passed, v.Message));
    }

    [Theory]
    [InlineData("a", "leaves a residual")]
    [InlineData("c", "which weights are nonzero")]
    public void Wrong_guesses_get_their_reason(string guess, string reason) => Refused(FromL0ToL1.Guess.Try(guess), reason);

    [Theory]
    [InlineData("a", "tempting column")]
    [InlineData("c", "on a box")]
    [InlineData("d", "high signal-to-noise")]
    public void Wrong_reasons_get_theirs(string answer, string reason) => Refused(FromL0ToL1.Reasons.Try(answer), reason);

    [Fact]
    public void Every_misconception_is_refused_with_its_own_message()
    {
        Assert.All(FromL0ToL1.Envelope.Misconceptions, m => Refused(FromL0ToL1.Envelope.Try(m.Value), m.Message));
        Assert.All(FromL0ToL1.Largest.Misconceptions, m => Refused(FromL0ToL1.Largest.Try(m.Value), m.Message));
        Assert.All(FromL0ToL1.Irrepresentable.Misconceptions, m => Refused(FromL0ToL1.Irrepresentable.Try(m.Function), m.Message));
        Assert.All(FromL0ToL1.Relaxed.Misconceptions, m => Refused(FromL0ToL1.Relaxed.Try(m.Function), m.Message));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.49)]
    [InlineData(0.51)]
    [InlineData(0.65)]
    public void The_condition_says_what_the_lasso_does(double c)
    {
        var x = FromL0ToL1.Tempting(c);
        var path = LassoPath.Fit(x, x.Column(0) + x.Column(1));
        var found = new[] { 1e-4, 1e-2, 0.3 }.All(l => path.At(l) is var w && w[0] > 0 && w[1] > 0 && w[2] == 0);
        Assert.Equal(FromL0ToL1.Temptation(x, [0, 1], [1, 1]) < 1, found);
        Assert.Equal(2 * c, FromL0ToL1.Temptation(x, [0, 1], [1, 1]), 1e-12);
    }

    [Fact]
    public void Risks_have_their_limits()
    {
        var (soft, hard) = (new L1Penalty(2), new L0Penalty(2));
        // Without a threshold the risk is the variance; far out soft has 1 + λ², hard 1. The midpoint rule is good to 1e-9 for smooth integrands, to 1e-3 across a jump.
        Assert.Equal(1, FromL0ToL1.Risk(z => z, 3), 1e-9);
        Assert.Equal(5, FromL0ToL1.Risk(z => soft.Prox(z, 1), 12), 1e-6);
        Assert.Equal(1, FromL0ToL1.Risk(z => hard.Prox(z, 1), 12), 1e-6);
        // E S(z)² at w = 0 is 2((1 + λ²)Φ(−λ) − λφ(λ)).
        Assert.Equal(2 * (5 * 0.022750131948179 - 2 * 0.053990966513188), FromL0ToL1.Risk(z => soft.Prox(z, 1), 0), 1e-6);
    }

    [Fact]
    public void The_study_gives_the_same_whatever_the_threads_do()
    {
        var (one, two) = (SparseStudy.Run([0.5, 2], 3, 7), SparseStudy.Run([0.5, 2], 3, 7));
        Assert.Equal(one, two);
        Assert.All(one, r => Assert.True(r is { Lasso: > 1, Subset: > 1, Relaxed: > 1 }));
    }

    [Fact]
    public void The_figures_say_the_recorded_numbers()
    {
        Says(FromL0ToL1.EnvelopeFigure(), "a V from 0 at the origin to 1 at the edges");
        Says(FromL0ToL1.TemptingFigure(), "comes first, at λ = 1.2");
        Says(FromL0ToL1.TransitionFigure(20, 2, FromL0ToL1.Transition(20, 2, 1)), "out of 2 random problems", "from 0.19 at n/p = 0.1 through 0.386 at 0.5 to 0.68 at 0.9");
        Says(FromL0ToL1.RiskFigure(2), "climbs to 5 and stays there");
        Says(FromL0ToL1.SnrFigure([new(0.1, 1.05, 1.06, 1.08, 0.01), new(6, 1.1, 1.06, 1.05, 0.01)]), "At 0.1 the lasso has 1.05 and best subset 1.08");
    }

    private static void Says(Figure figure, params string[] parts) => Assert.All(parts, p => Assert.Contains(p, figure.Description, StringComparison.Ordinal));

    private static void Refused(Verdict verdict, string because)
    {
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        Assert.Contains(because, verdict.Message, StringComparison.Ordinal);
    }
}
