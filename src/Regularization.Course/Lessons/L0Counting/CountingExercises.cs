namespace Regularization.Course;

public static partial class L0Counting
{
    /// <summary>Find w and c with |c| &lt; 1 and <c>‖cw‖₀ ≠ |c|‖w‖₀</c>.</summary>
    public static JudgedExercise<(double[] Vector, double Factor)> BreakHomogeneity { get; } = new("l0.homogeneity", "Break the axiom")
    {
        Kind = ExerciseKind.Predict,
        Prompt = "Give a vector w and a factor c with |c| < 1 for which ‖cw‖₀ is larger than |c|·‖w‖₀.",
        IsBlank = answer => answer.Vector is null or [] || answer.Vector.All(double.IsNaN) || double.IsNaN(answer.Factor),
        Demands =
        [
            new("all numbers are finite", answer => answer.Vector.Append(answer.Factor).All(double.IsFinite) ? null : "one of yours is not"),
            new("|c| < 1", answer => Math.Abs(answer.Factor) < 1 ? null
                : Math.Abs(answer.Factor) == 1 ? "yours is 1, and a factor of size 1 breaks nothing: both sides are ‖w‖₀"
                : Line($"yours is {Math.Abs(answer.Factor)}; that breaks homogeneity as well, but the count is then smaller than a norm would be")),
            new("the axiom breaks", Unbroken),
        ],
        Because = "scaling by c ≠ 0 leaves every nonzero entry nonzero, so the count stays, and a norm would have gone down with |c|.",
        Hints =
        [
            "Which entries change from nonzero to zero, or back, when you multiply a vector by a number other than 0?",
            "None. So ‖cw‖₀ = ‖w‖₀. Now choose w and c such that ‖w‖₀ > |c|·‖w‖₀.",
            "Any w except 0 will do, with any c between −1 and 1 except 0. Try halving.",
        ],
        Solution = new(
            "double[] myVector = [3, 0, -2];\ndouble myFactor = 0.5;",
            "Half of (3, 0, −2) is (1.5, 0, −1). Two entries are nonzero before and after. A norm would have to be one half of what it was."),
    };

    /// <summary>How many supports of at most 2 of 10 features are there?</summary>
    public static NumberExercise CountSupports { get; } = new("l0.count-supports", "How many fits?")
    {
        Kind = ExerciseKind.Predict,
        Prompt = "You have 10 features. How many supports use at most two of them, the empty one included?",
        Expected = 56,
        Tolerance = 0,
        ToleranceReason = "it is a count",
        Because = "1 empty support, 10 with one feature and C(10,2) = 45 with two.",
        Misconceptions =
        [
            (45, "45 supports have exactly two features; supports with one feature and with none count too"),
            (46, "you counted two features and none, but left out the supports with exactly one"),
            (55, "you left out the empty support: its model is w = 0, and it competes as well"),
            (90, "you counted ordered pairs of features; a support has no order, so {2, 7} and {7, 2} are one"),
            (100, "you counted ordered pairs of features, some of them twice the same; a support has no order and no repetition"),
            (101, "you counted ordered pairs; a support has no order, so {2, 7} and {7, 2} are one"),
            (66, "you counted pairs of a feature with itself as well; a feature is in or out"),
            (65, "you counted pairs of a feature with itself as well, and left out the empty support"),
            (1024, "1024 is the number of all supports, of every size; here at most two features are allowed"),
            (11, "you left out the supports with exactly two features"),
            (20, "that would be 10 + 10; count the pairs {i, j} again"),
        ],
        Hints =
        [
            "Count the supports of size 0, of size 1 and of size 2, and add.",
            "Size 1: one support a feature. Size 2: choose the first in 10 ways and the second in 9, but then each pair was counted twice.",
            "1 + 10 + 10·9/2.",
        ],
        Solution = new(
            "double myFits = 1 + 10 + 10 * 9 / 2;",
            "C(10,0) + C(10,1) + C(10,2) = 1 + 10 + 45 = 56. Two features were cheap; the sum over all sizes is 2^10 = 1024."),
    };

    private static string? Unbroken((double[] Vector, double Factor) answer)
    {
        if (answer.Factor == 0)
            return "with c = 0 both sides are 0";
        var w = Vector.Build.DenseOfArray(answer.Vector);
        if (Norms.L0(w) == 0)
            return "with w = 0 both sides are 0";
        var (left, right) = (Norms.L0(answer.Factor * w), Math.Abs(answer.Factor) * Norms.L0(w));
        return left > right ? null : Line($"here ‖cw‖₀ is {left} and |c|·‖w‖₀ is {right}: your numbers are so small that their product is 0 in floating point");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
