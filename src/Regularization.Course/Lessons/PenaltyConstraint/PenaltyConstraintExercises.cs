namespace Regularization.Course;

public static partial class PenaltyConstraint
{
    /// <summary>For which penalties are the two forms the same? To be guessed before the derivation.</summary>
    public static ChoiceExercise Guess { get; } = new("link.guess", "Are penalty and constraint the same?")
    {
        Prompt = "Take any t (for L0: any number k of features) and solve the constraint form. For which of L0, L1, L2 is there always a λ ≥ 0 whose penalty form has the same solution? Answer a, b or c.",
        Kind = ExerciseKind.Predict,
        Options =
        [
            new("a", "For all three: that is what Lagrange multipliers say.",
                "multipliers need a smooth or convex problem. The count is neither, and the lesson finds a size that no λ can produce."),
            new("b", "For L1 and L2, not for L0.",
                "for convex penalties every radius has its multiplier; for the count some sizes have none.", Right: true),
            new("c", "For none: the two are different problems.",
                "they are different problems, and for L1 and L2 they have the same solutions all the same, once λ and t are matched."),
        ],
        Hints =
        [
            "Which of the three penalties are convex?",
            "Think of the best loss as a function of t. What shape does it need so that a straight line can touch it everywhere from below?",
            "A convex curve is touched everywhere. Is the best loss over the number of features always convex?",
        ],
        Solution = new("string MyGuess = \"b\";", "The best loss V(t) is convex for convex penalties, so every t is touched by a line of some slope −λ. For L0 the points need not lie on their hull."),
    };

    /// <summary>The multiplier of a circle.</summary>
    public static NumberExercise Multiplier { get; } = new("link.multiplier", "The multiplier of a disc")
    {
        Prompt = "The loss is ½‖w − c‖² with c = (4, 3), the constraint ‖w‖ ≤ 2. Which λ of the penalty ½λ‖w‖² has the same solution?",
        Kind = ExerciseKind.Derive,
        Expected = 1.5,
        Tolerance = 1e-6,
        ToleranceReason = "the answer has one decimal",
        Because = "the solution is w = (1.6, 1.2), and −∇J₀ = c − w = (2.4, 1.8) is 1.5 times w.",
        Misconceptions =
        [
            (3, "this is the multiplier of ‖w‖ ≤ 2 written with the norm itself, λt. The penalty ½λ‖w‖² asks for the λ in −∇J₀ = λw"),
            (0.75, "this is λ for the penalty λ‖w‖². Ours is ½λ‖w‖², so it is twice that"),
            (2.5, "this is ‖c‖/t = 1 + λ"),
            (2.0 / 3, "this is 1/λ: divide c − w by w, not w by c − w"),
            (-1.5, "the sign: −∇J₀ points out of the disc, in the direction of w, so λ is positive"),
            (2, "this is the radius t itself"),
            (0, "λ = 0 is right only if c lies in the disc; here ‖c‖ = 5"),
        ],
        Hints =
        [
            "The best point of the disc lies on the way from the origin to c. What is it?",
            "w = (2/5)·c. Now compute −∇J₀ = c − w and compare it with w.",
            "c − w = (3/5)·c, and w = (2/5)·c. How many times does w go into c − w?",
        ],
        Solution = new("double MyMultiplier = 1.5;", "c − w = λw gives w = c/(1 + λ), and ‖w‖ = 5/(1 + λ) = 2 gives λ = 3/2."),
    };

    /// <summary>Check the four conditions.</summary>
    public static FunctionExercise<Vector, Vector, double, double, bool?> Conditions { get; } = new("link.conditions", "Check the conditions")
    {
        Prompt = "For the constraint ½‖w‖² ≤ ½t²: given w, the gradient of J₀ at w, λ and t > 0, return whether all four conditions hold, each to 1e-9.",
        Kind = ExerciseKind.Implement,
        FunctionName = "MyConditions",
        Reference = (w, gradient, lambda, t) => Holds(w, gradient, lambda, t),
        Checks =
        [
            new("accepts a solution at the edge of the disc", (Of(2, 1.5), Of(-2, -1.5), 1, 2.5), (Of(0, -2), Of(0, 6), 3, 2)),
            new("accepts a solution inside the disc, with λ = 0", (Of(4, 3), Of(0, 0), 0, 6)),
            new("refuses a point outside the disc", (Of(4, 3), Of(0, 0), 0, 2), (Of(3, 0), Of(-3, 0), 1, 2)),
            new("refuses a negative multiplier", (Of(-2, -1.5), Of(-6, -4.5), -3, 2.5)),
            new("refuses a positive λ where the disc holds nothing back", (Of(1, 0), Of(-1, 0), 1, 2)),
            new("refuses a gradient that is not −λw", (Of(2, 1.5), Of(-2, -1), 1, 2.5), (Of(2, 1.5), Of(2, 1.5), 1, 2.5), (Of(2, 0), Of(-1, 0), 0, 2)),
        ],
        Misconceptions =
        [
            new((w, g, l, t) => Feasible(w, t) && l >= 0 && (g + l * w).L2Norm() <= 1e-9, "complementary slackness is missing: where ‖w‖ < t, λ must be 0"),
            new((w, g, l, t) => Feasible(w, t) && Slack(w, l, t) && (g + l * w).L2Norm() <= 1e-9, "λ ≥ 0 is missing: with a negative λ the point is where the loss is largest on the circle"),
            new((w, g, l, t) => l >= 0 && Slack(w, l, t) && (g + l * w).L2Norm() <= 1e-9, "the point must be in the disc, ‖w‖ ≤ t"),
            new((w, g, l, t) => Feasible(w, t) && l >= 0 && Slack(w, l, t) && (g - l * w).L2Norm() <= 1e-9, "the sign of the gradient: ∇J₀ + λw = 0"),
            new((w, g, l, t) => Feasible(w, t) && l >= 0 && Slack(w, l, t), "the gradient is not looked at: ∇J₀ + λw = 0 is missing"),
            new((w, g, l, t) => Math.Abs(w.L2Norm() - t) <= 1e-9 && l >= 0 && (g + l * w).L2Norm() <= 1e-9, "a solution may lie inside the disc, with λ = 0"),
        ],
        Hints =
        [
            "Four conditions: the point is allowed, the multiplier is not negative, the multiplier is zero where there is slack, and the gradients balance.",
            "‖w‖ ≤ t + 1e-9, λ ≥ −1e-9, |λ·(‖w‖ − t)| ≤ 1e-9, ‖gradient + λw‖ ≤ 1e-9.",
            "Join the four with &&. MathNet: w.L2Norm(), (gradient + lambda * w).L2Norm().",
        ],
        Solution = new("""
            bool? MyConditions(Vector<double> w, Vector<double> gradient, double lambda, double t) =>
                w.L2Norm() <= t + 1e-9
                && lambda >= -1e-9
                && Math.Abs(lambda * (w.L2Norm() - t)) <= 1e-9
                && (gradient + lambda * w).L2Norm() <= 1e-9;
            """,
            "Feasibility, sign, complementary slackness and stationarity. All four together are necessary and sufficient here, because the problem is convex and the disc has an inside."),
    };

    /// <summary>What is a little more radius worth?</summary>
    public static NumberExercise Price { get; } = new("link.price", "What a little more radius is worth")
    {
        Prompt = "On the lasso path of the diabetes data λ = 316.07 at t = 888.9. You allow t = 889.0 instead. By about how much does the RSS (not half of it) fall?",
        Kind = ExerciseKind.Predict,
        Expected = 63.21,
        Tolerance = 0.02,
        ToleranceReason = "λ itself changes a little between the two radii",
        Because = "½RSS falls by λ·0.1 = 31.6, so RSS falls by twice that.",
        Misconceptions =
        [
            (31.607, "this is what ½RSS falls by; RSS falls by twice as much"),
            (316.07, "this is λ, the fall of ½RSS for a whole unit of t. The radius grows by 0.1"),
            (632.14, "this is for a whole unit of t. The radius grows by 0.1"),
            (-63.21, "it is a fall of 63.2, so the answer is positive"),
            (15.8, "this halves instead of doubling: the course's objective has ½RSS"),
        ],
        Hints =
        [
            "λ is the price of t: V(t + h) is about V(t) − λh. What is V?",
            "V is ½RSS, and h is 0.1.",
            "½RSS falls by 31.6. The question is for RSS.",
        ],
        Solution = new("double MyFall = 63.21;", "dV/dt = −λ with V = ½RSS, so RSS falls by 2·316.07·0.1."),
    };

    /// <summary>Find the sizes that a penalty can produce.</summary>
    public static FunctionExercise<double[], int[]> Sizes { get; } = new("link.sizes", "The sizes that a λ can produce")
    {
        Prompt = "rss[k] is the smallest RSS with k features, k = 0, 1, …, never rising. Return, ascending, all k for which some λ > 0 makes ½rss[k] + λk smaller than for every other size.",
        Kind = ExerciseKind.Implement,
        FunctionName = "MySizes",
        Reference = OnHull,
        Checks =
        [
            new("keeps every size when the gains fall", [10, 6, 3, 1, 0], [100, 50, 30]),
            new("leaves out a size whose gain is smaller than the next one", [10, 8, 2, 1], [20, 19, 9, 3, 0]),
            new("leaves out several neighbors at once, also when the gains between them fall", [100, 90, 81, 20, 19]),
            new("leaves out sizes that gain nothing", [5, 2, 2], [7]),
            new("is right for the ten features of the diabetes data", [2621009.1, 1719581.8, 1416694.0, 1362708.7, 1331431.4, 1287881.2, 1271494.0, 1267807.8, 1264714.6, 1264068.1, 1263985.8]),
        ],
        Misconceptions =
        [
            new(rss => [.. Enumerable.Range(0, rss.Length).Where(k => k == 0 || k == rss.Length - 1 || rss[k - 1] - rss[k] > rss[k] - rss[k + 1])],
                "this compares a size with its two neighbors only. With several bad sizes in a row a neighbor may be bad itself: compare with all"),
            new(rss => [.. Enumerable.Range(0, rss.Length)], "this returns every size; some may be beaten at every λ"),
            new(rss => [.. Enumerable.Range(0, rss.Length).Where(k => k == 0 || rss[k] < rss[k - 1])], "a smaller RSS is not enough: the gain must be worth its λ compared with all other sizes"),
            new(rss => [.. OnHull(rss).Where(k => k > 0)], "k = 0 is missing: a large λ makes the empty model the best"),
        ],
        Hints =
        [
            "Size k beats a smaller size j when λ is below (rss[j] − rss[k])/2/(k − j), and a larger size m when λ is above (rss[k] − rss[m])/2/(m − k).",
            "So λ must be below the smallest of the first numbers and above the largest of the second (and above 0). Is there room?",
            "high = the minimum over j < k (infinite if there is none); low = the maximum over m > k, at least 0. Keep k if low < high.",
        ],
        Solution = new("""
            int[] MySizes(double[] rss)
            {
                var all = Enumerable.Range(0, rss.Length);
                double Price(int j, int k) => (rss[j] - rss[k]) / 2 / (k - j);
                return all.Where(k =>
                    all.Where(m => m > k).Select(m => Price(k, m)).Append(0).Max()
                    < all.Where(j => j < k).Select(j => Price(j, k)).Append(double.PositiveInfinity).Min()).ToArray();
            }
            """,
            "A size is optimal for the λ between the best price of adding features and the best price of having added them: the corners of the lower convex hull."),
    };

    /// <summary>Which statement about the two forms is true?</summary>
    public static ChoiceExercise Same { get; } = new("link.same", "What is the same, and what is not")
    {
        Prompt = "Which statement is true? Answer a, b, c or d.",
        Kind = ExerciseKind.Explain,
        Options =
        [
            new("a", "For the lasso, t is a function of λ alone: t = 1/λ up to a constant.",
                "the map depends on the data, knot by knot. Only its direction is always the same: a larger λ never has a larger t."),
            new("b", "Whatever the penalty, a solution of the penalty form also solves the constraint form with its own Ω(ŵ) as the bound.",
                "two lines prove it, and they use neither convexity nor smoothness. So it is true for L0 too; the converse is what fails there.", Right: true),
            new("c", "If least squares is inside the ball, the solution of the constraint form is where the contour first touches the ball.",
                "then nothing has to touch: the solution is least squares itself, and λ = 0."),
            new("d", "For L0 every best subset of k features is optimal for the penalty form with some λ.",
                "on the diabetes data the best four features are optimal for no λ."),
        ],
        Hints =
        [
            "Go through the proofs of this lesson: which of them assumed convexity?",
            "From the penalty to the constraint: J₀(v) ≥ J₀(ŵ) + λ(Ω(ŵ) − Ω(v)). What is needed of Ω?",
            "Nothing is needed of Ω. Which statement is that?",
        ],
        Solution = new("string MyAnswer = \"b\";", "Penalty to constraint holds always; constraint to penalty needs a convex best-loss curve."),
    };

    private static bool Feasible(Vector w, double t) => w.L2Norm() <= t + 1e-9;

    private static bool Slack(Vector w, double lambda, double t) => Math.Abs(lambda * (w.L2Norm() - t)) <= 1e-9;

    private static bool Holds(Vector w, Vector gradient, double lambda, double t) =>
        Feasible(w, t) && lambda >= -1e-9 && Slack(w, lambda, t) && (gradient + lambda * w).L2Norm() <= 1e-9;

    private static int[] OnHull(double[] rss)
    {
        double Price(int j, int k) => (rss[j] - rss[k]) / 2 / (k - j);
        double Low(int k) => Enumerable.Range(k + 1, rss.Length - k - 1).Select(m => Price(k, m)).Append(0).Max();
        double High(int k) => Enumerable.Range(0, k).Select(j => Price(j, k)).Append(double.PositiveInfinity).Min();
        return [.. Enumerable.Range(0, rss.Length).Where(k => Low(k) < High(k))];
    }
}
