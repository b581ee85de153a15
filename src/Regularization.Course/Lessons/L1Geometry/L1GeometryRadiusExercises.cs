namespace Regularization.Course;

/// <content>Exercises on the radius and on the corner.</content>
public static partial class L1Geometry
{
    /// <summary>Write λ(t) for the example.</summary>
    public static FunctionExercise<double, double> Multiplier { get; } = new("l1.multiplier", "The multiplier of a radius")
    {
        Kind = ExerciseKind.Derive,
        Prompt = "For the example with center (1, 3): the λ ≥ 0 that belongs to the constraint ‖w‖₁ ≤ t; the smallest one where several do.",
        FunctionName = "MyMultiplier",
        Reference = t => t <= 2 ? 7 - 2 * t : Math.Max(0, 1.5 * (4 - t)),
        Checks =
        [
            new("inverts the piece on the corner", 0.5, 1, 1.5, 1.75),
            new("inverts the piece on the edge", 2.5, 3, 3.5, 3.9),
            new("is right at the knots", 2, 4),
            new("is 0 where the constraint is not active", 5, 4.5, 100),
            new("is λ_max at t = 0", 0),
        ],
        Misconceptions =
        [
            new(t => t <= 2 ? 7 - 2 * t : 1.5 * (4 - t), "negative beyond t = 4: the multiplier of a constraint that is not active is 0"),
            new(t => 7 - 2 * t, "this is the corner's piece everywhere; from t = 2 on the solution is on the edge"),
            new(t => Math.Max(0, 7 - 2 * t), "this is the corner's piece everywhere; from t = 2 on the solution is on the edge"),
            new(t => 1.5 * (4 - t), "this is the edge's piece everywhere; up to t = 2 the solution is at the corner"),
            new(t => Math.Max(0, 1.5 * (4 - t)), "this is the edge's piece everywhere; up to t = 2 the solution is at the corner"),
            new(t => t <= 3 ? 4 - 2 * t / 3 : Math.Max(0, (7 - t) / 2), "this is t(λ) with the letters exchanged; solve it for λ"),
            new(t => t, "λ is not the radius: it falls when the ball grows"),
            new(t => 1 / t, "λ is not 1/t: no formula without J₀ can be right"),
            new(t => Math.Max(0, 4 - t), "this is how much room the ball still leaves, not the multiplier"),
            new(t => (t <= 2 ? 7 - 2 * t : Math.Max(0, 1.5 * (4 - t))) / 2, "half of the right value: the penalty is λ‖w‖₁, without a ½"),
        ],
        Hints =
        [
            "Three pieces: the corner for t ≤ 2, the edge for 2 ≤ t ≤ 4, and t ≥ 4.",
            "On the corner t = (7 − λ)/2. On the edge t = 4 − 2λ/3. Solve each for λ.",
            "λ = 7 − 2t for t ≤ 2, then λ = 3(4 − t)/2 until t = 4. Beyond that the constraint is not active: complementary slackness.",
        ],
        Solution = new(
            """
            double MyMultiplier(double t)
            {
                if (t <= 2) return 7 - 2 * t;
                return Math.Max(0, 3 * (4 - t) / 2);
            }
            """,
            "Each piece of t(λ) solved for λ. For t = 5 the center is inside the ball, so t − ‖w‖₁ = 1 and λ must be 0. At t = 0 every λ ≥ 7 would do; 7 is the smallest."),
    };

    /// <summary>Write the probability of a corner in the plane.</summary>
    public static FunctionExercise<double, double> Corner { get; } = new("l1.corner-probability", "The probability of the corner")
    {
        Kind = ExerciseKind.Derive,
        Prompt = "P(the solution is a corner) as a function of R/t ≥ 1, for circular contours with a random center on the circle of radius R.",
        FunctionName = "MyCornerProbability",
        Reference = r => 4 / Math.PI * (Math.Acos(1 / (Math.Sqrt(2) * r)) - Math.PI / 4),
        Checks =
        [
            new("is right at ordinary ratios", 1.2, 1.5, 2, 5),
            new("is 0 when the circle just passes through the corners", 1),
            new("tends to 1", 1000, 1e9),
        ],
        Misconceptions =
        [
            new(r => 1 - CornerInPlane(r), "this is the probability of an edge"),
            new(r => CornerInPlane(r) / 4, "this is the probability of one corner; there are four"),
            new(r => CornerInPlane(r) / 2, "this counts half of the directions: each corner takes directions on both of its sides"),
            new(r => 4 / Math.PI * Math.Acos(1 / (Math.Sqrt(2) * r)), "π/4 is missing: the angle is measured from the middle of the edge, not from the axis"),
            new(r => 4 / Math.PI * (Math.Acos(1 / r) - Math.PI / 4), "√2 is missing: sin θ − cos θ = √2 sin(θ − π/4)"),
            new(r => 4 / Math.PI * (Math.Asin(1 / (Math.Sqrt(2) * r)) - Math.PI / 4), "arcsin and arccos are exchanged: this falls when it should rise"),
            new(r => 4 / Math.PI * (Math.Acos(r / Math.Sqrt(2)) - Math.PI / 4), "the ratio is turned round: the formula has t/R, the argument is R/t"),
            new(r => 4 / Math.PI * Math.Asin(1 / (Math.Sqrt(2) * r)), "this is the probability of an edge"),
        ],
        Hints =
        [
            "The argument is R/t, the formula contains t/R.",
            "Compute x = 1/(√2·ratio), and take the angle in radians: Math.Acos(x).",
            "(4/π)·(Math.Acos(x) − π/4). At ratio 1 this must be 0.",
        ],
        Solution = new(
            """
            double MyCornerProbability(double ratio)
            {
                double x = 1 / (Math.Sqrt(2) * ratio);
                return 4 / Math.PI * (Math.Acos(x) - Math.PI / 4);
            }
            """,
            "One eighth of the circle has the angle π/4, of which the part beyond arcsin(x) ends at the corner. 1 − (4/π)·arcsin(x) is the same number."),
    };

    private static double CornerInPlane(double ratio) => CornerProbability.InPlane(ratio);
}
