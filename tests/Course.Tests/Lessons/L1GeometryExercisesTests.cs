using Regularization;
using Regularization.Course;
using V = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Course.Tests.Lessons;

/// <summary>The exercises of the L1 lesson: blank, right, right in other words, and wrong in the ways that people are wrong.</summary>
public class L1GeometryExercisesTests
{
    private static double Soft(double v, double t) => Math.Sign(v) * Math.Max(Math.Abs(v) - t, 0);

    [Fact]
    public void Ids_are_unique_and_listed_in_order() =>
        Assert.Equal(
            ["l1.zero-from", "l1.coordinate-optimal", "l1.soft-threshold", "l1.multiplier", "l1.corner-probability", "l1.faces", "l1.proximal-step", "l1.statements"],
            L1Geometry.Exercises.Select(e => e.Id));

    [Fact]
    public void Stubs_are_not_solved_yet()
    {
        Verdict[] verdicts =
        [
            L1Geometry.ZeroFrom.Try(double.NaN),
            L1Geometry.CoordinateOptimal.Try((_, _, _) => null),
            L1Geometry.SoftThreshold.Try((_, _) => double.NaN),
            L1Geometry.Multiplier.Try(_ => double.NaN),
            L1Geometry.Corner.Try(_ => double.NaN),
            L1Geometry.ProximalStep.Try((_, _, _, _) => []),
            L1Geometry.Statements.Try(""),
        ];
        Assert.All(verdicts, v => Assert.Equal(VerdictStatus.Unsolved, v.Status));
    }

    // The same functions as the worked solutions, whose text the course's own check runs in the notebook.
    [Fact]
    public void Worked_solutions_and_right_answers_in_other_words_pass()
    {
        Verdict[] verdicts =
        [
            L1Geometry.ZeroFrom.Try(6),
            L1Geometry.ZeroFrom.Try(6 + 1e-9),
            L1Geometry.CoordinateOptimal.Try((w, g, l) => w == 0 ? Math.Abs(g) <= l : Math.Abs(g + l * Math.Sign(w)) <= 1e-12),
            L1Geometry.CoordinateOptimal.Try((w, g, l) => w > 0 ? g == -l : w < 0 ? g == l : g >= -l && g <= l),
            L1Geometry.CoordinateOptimal.Try((w, g, l) => new L1Penalty(l).SubdifferentialDistance(w, g) < 1e-9),
            L1Geometry.SoftThreshold.Try(Soft),
            L1Geometry.SoftThreshold.Try((v, t) => v > t ? v - t : v < -t ? v + t : 0),
            L1Geometry.SoftThreshold.Try((v, t) => Math.Max(v - t, 0) - Math.Max(-v - t, 0)),
            L1Geometry.Multiplier.Try(t => t <= 2 ? 7 - 2 * t : Math.Max(0, 3 * (4 - t) / 2)),
            L1Geometry.Multiplier.Try(t => t >= 4 ? 0 : Math.Max(7 - 2 * t, 6 - 1.5 * t)),
            L1Geometry.Corner.Try(r => 4 / Math.PI * (Math.Acos(1 / (Math.Sqrt(2) * r)) - Math.PI / 4)),
            L1Geometry.Corner.Try(r => 1 - 4 / Math.PI * Math.Asin(1 / (Math.Sqrt(2) * r))),
            L1Geometry.ProximalStep.Try((w, g, s, l) => [.. w.Zip(g, (a, b) => Soft(a - s * b, s * l))]),
            L1Geometry.ProximalStep.Try((w, g, s, l) => [.. w.Select((a, j) => new L1Penalty(l).Prox(a - s * g[j], s))]),
            L1Geometry.Statements.Try("bd"),
            L1Geometry.Statements.Try(" D, b "),
        ];
        Assert.All(verdicts, v => Assert.Equal(VerdictStatus.Passed, v.Status));
    }

    // The multiplier of the example, against the library's own geometry: the reference is not its own witness.
    [Fact]
    public void The_multiplier_is_the_one_of_first_contact() =>
        Assert.True(L1Geometry.Multiplier.Try(t => t == 0 ? 7 : FirstContact.Find(L1Geometry.Example, 1, t).Lambda).Passed);

    // Brute force over λ with the solver: w₁ is nonzero below 6 and zero from 6 on.
    [Fact]
    public void The_weight_of_the_moved_example_is_zero_from_6_on()
    {
        var moved = new Quadratic(L1Geometry.Example.Hessian, V.Build.Dense([2.0, 3.0]));
        double First(double lambda) => new ProximalGradient().Solve(new Problem(moved, new L1Penalty(lambda)), tolerance: 1e-12).W[0];
        Assert.True(First(5.99) > 0);
        Assert.Equal(0, First(6.01));
        Assert.Equal(0, First(7));
    }

    [Theory]
    [InlineData(7, "at the origin")]
    [InlineData(8, "λ_max")]
    [InlineData(1, "radius t")]
    [InlineData(5, "‖c‖₁")]
    [InlineData(3, "old center")]
    [InlineData(12, "double")]
    [InlineData(-6, "never negative")]
    [InlineData(6.01, "it is less")]
    public void Zero_from_names_the_mistake(double answer, string says) => Refused(L1Geometry.ZeroFrom.Try(answer), says);

    public static TheoryData<string, Func<double, double, double, bool?>> WrongConditions => new()
    {
        { "tests |∂J₀/∂w_j| ≤ λ for every weight", (w, g, l) => Math.Abs(g) <= l },
        { "strictly less at zero", (w, g, l) => w == 0 ? Math.Abs(g) < l : g == -l * Math.Sign(w) },
        { "sign is turned round", (w, g, l) => w == 0 ? Math.Abs(g) <= l : g == l * Math.Sign(w) },
        { "sign is not tested", (w, g, l) => w == 0 ? Math.Abs(g) <= l : Math.Abs(g) == l },
        { "only slope of |w| at zero", (w, g, l) => g == -l * Math.Sign(w) },
        { "absolute value is missing", (w, g, l) => w == 0 ? g <= l : g == -l * Math.Sign(w) },
        { "accepts every zero", (w, g, l) => w == 0 || g == -l * Math.Sign(w) },
        { "not λ/2", (w, g, l) => w == 0 ? Math.Abs(g) <= l / 2 : g == -l * Math.Sign(w) / 2 },
        { "exchanged", (w, g, l) => !(w == 0 ? Math.Abs(g) <= l : g == -l * Math.Sign(w)) },
        { "refuses a zero that is pulled with more", (w, g, l) => w == 0 ? Math.Abs(g) <= 2 * l : g == -l * Math.Sign(w) },
        { "refuses", (_, _, _) => true },
        { "accepts", (_, _, _) => false },
        { "refuses a nonzero weight that is pulled with less", (w, g, l) => w == 0 ? Math.Abs(g) <= l : g * Math.Sign(w) >= -l && g * Math.Sign(w) <= 0 },
    };

    [Theory, MemberData(nameof(WrongConditions))]
    public void Coordinate_condition_names_the_mistake(string says, Func<double, double, double, bool?> answer) => Refused(L1Geometry.CoordinateOptimal.Try(answer), says);

    public static TheoryData<string, Func<double, double, double>> WrongThresholds => new()
    {
        { "hard thresholding", (v, t) => Math.Abs(v) > t ? v : 0 },
        { "sign got lost", (v, t) => Math.Max(Math.Abs(v) - t, 0) },
        { "positive z only", (v, t) => Math.Max(v - t, 0) },
        { "subtracts λ from everything", (v, t) => v - t },
        { "does not stop at zero", (v, t) => v - t * Math.Sign(v) },
        { "squared L2", (v, t) => v / (1 + t) },
        { "takes away", (v, t) => Math.Clamp(v, -t, t) },
        { "not λ/2", (v, t) => Soft(v, t / 2) },
        { "not 2λ", (v, t) => Soft(v, 2 * t) },
        { "√(2λ)", (v, t) => Soft(v, Math.Sqrt(2 * t)) },
        { "changes nothing", (v, t) => v },
        { "sends everything to zero", (v, t) => 0 },
        { "sends small values to exactly zero", (v, t) => Math.Abs(v) < t ? 1e-6 * v : Soft(v, t) },
        { "pulls large positive values down", (v, t) => Math.Abs(v) < 2 * t ? 0 : Soft(v, t) },
        { "changes nothing for λ = 0", (v, t) => t == 0 ? 0 : Soft(v, t) },
        { "pulls large positive values down", (v, t) => v > 100 ? v : Soft(v, t) },
        { "pulls large negative values up", (v, t) => v < -t ? v : Soft(v, t) },
        { "stops at zero when |z| = λ", (v, t) => Math.Abs(v) == t ? v : Soft(v, t) },
    };

    [Theory, MemberData(nameof(WrongThresholds))]
    public void Soft_threshold_names_the_mistake(string says, Func<double, double, double> answer) => Refused(L1Geometry.SoftThreshold.Try(answer), says);

    public static TheoryData<string, Func<double, double>> WrongMultipliers => new()
    {
        { "negative beyond t = 4", t => t <= 2 ? 7 - 2 * t : 1.5 * (4 - t) },
        { "corner's piece everywhere", t => 7 - 2 * t },
        { "corner's piece everywhere", t => Math.Max(0, 7 - 2 * t) },
        { "edge's piece everywhere", t => 1.5 * (4 - t) },
        { "edge's piece everywhere", t => Math.Max(0, 1.5 * (4 - t)) },
        { "letters exchanged", t => t <= 3 ? 4 - 2 * t / 3 : Math.Max(0, (7 - t) / 2) },
        { "λ is not the radius", t => t },
        { "not 1/t", t => 1 / t },
        { "how much room", t => Math.Max(0, 4 - t) },
        { "half of the right value", t => (t <= 2 ? 7 - 2 * t : Math.Max(0, 1.5 * (4 - t))) / 2 },
        { "λ_max at t = 0", t => t == 0 ? 0 : t <= 2 ? 7 - 2 * t : Math.Max(0, 1.5 * (4 - t)) },
        { "inverts the piece on the edge", t => t < 4 ? 7 - 2 * t : 0 },
    };

    [Theory, MemberData(nameof(WrongMultipliers))]
    public void Multiplier_names_the_mistake(string says, Func<double, double> answer) => Refused(L1Geometry.Multiplier.Try(answer), says);

    private static double InPlane(double r) => 4 / Math.PI * (Math.Acos(1 / (Math.Sqrt(2) * r)) - Math.PI / 4);

    public static TheoryData<string, Func<double, double>> WrongProbabilities => new()
    {
        { "probability of an edge", r => 1 - InPlane(r) },
        { "probability of an edge", r => 4 / Math.PI * Math.Asin(1 / (Math.Sqrt(2) * r)) },
        { "one corner", r => InPlane(r) / 4 },
        { "both of its sides", r => InPlane(r) / 2 },
        { "π/4 is missing", r => 4 / Math.PI * Math.Acos(1 / (Math.Sqrt(2) * r)) },
        { "√2 is missing", r => 4 / Math.PI * (Math.Acos(1 / r) - Math.PI / 4) },
        { "exchanged", r => 4 / Math.PI * (Math.Asin(1 / (Math.Sqrt(2) * r)) - Math.PI / 4) },
        { "turned round", r => 4 / Math.PI * (Math.Acos(r / Math.Sqrt(2)) - Math.PI / 4) },
        { "ordinary ratios", r => 0.5 },
        { "just passes through", r => r == 1 ? 1 : InPlane(r) },
        { "tends to 1", r => r > 100 ? 0 : InPlane(r) },
    };

    [Theory, MemberData(nameof(WrongProbabilities))]
    public void Corner_probability_names_the_mistake(string says, Func<double, double> answer) => Refused(L1Geometry.Corner.Try(answer), says);

    public static TheoryData<string, Func<double, double, double, double, double>> WrongSteps => new()
    {
        { "λ instead of η·λ", (w, g, s, l) => Soft(w - s * g, l) },
        { "η instead of η·λ", (w, g, s, l) => Soft(w - s * g, s) },
        { "not half of it", (w, g, s, l) => Soft(w - s * g, s * l / 2) },
        { "not divided by it", (w, g, s, l) => Soft(w - s * g, l / s) },
        { "wrong sign", (w, g, s, l) => Soft(w + s * g, s * l) },
        { "subgradient step", (w, g, s, l) => w - s * (g + l * Math.Sign(w)) },
        { "order is turned round", (w, g, s, l) => Soft(w, s * l) - s * g },
        { "step size is missing", (w, g, s, l) => Soft(w - g, s * l) },
        { "hard thresholding", (w, g, s, l) => Math.Abs(w - s * g) > s * l ? w - s * g : 0 },
        { "gradient step alone", (w, g, s, l) => w - s * g },
        { "sign got lost", (w, g, s, l) => Math.Max(Math.Abs(w - s * g) - s * l, 0) },
        { "lets a weight leave zero", (w, g, s, l) => w == 0 ? 0 : Soft(w - s * g, s * l) },
        { "lets a weight cross", (w, g, s, l) => w * Soft(w - s * g, s * l) < 0 ? 0 : Soft(w - s * g, s * l) },
        { "plain gradient step for λ = 0", (w, g, s, l) => l == 0 ? w : Soft(w - s * g, s * l) },
    };

    [Theory, MemberData(nameof(WrongSteps))]
    public void Proximal_step_names_the_mistake(string says, Func<double, double, double, double, double> each) =>
        Refused(L1Geometry.ProximalStep.Try((w, g, s, l) => [.. w.Zip(g, (a, b) => each(a, b, s, l))]), says);

    [Theory]
    [InlineData("b", "statement d: it is true")]
    [InlineData("abd", "statement a: it is false")]
    [InlineData("bcd", "statement c: it is false")]
    [InlineData("bde", "statement e: it is false")]
    [InlineData("bdf", "statement f: it is false")]
    [InlineData("d", "statement b: it is true")]
    [InlineData("bdx", "'x' is not one of them")]
    [InlineData("abcdef", "statement a")]
    public void Statements_give_the_counterexample(string answer, string says) => Refused(L1Geometry.Statements.Try(answer), says);

    private static void Refused(Verdict verdict, string says)
    {
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        Assert.Contains(says, verdict.Message, StringComparison.Ordinal);
    }
}
