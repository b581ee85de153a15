namespace Regularization.Course;

/// <summary>The lesson on penalty form and constraint form: multipliers, optimality conditions, the price of the radius, and where the two differ.</summary>
public static partial class PenaltyConstraint
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("penalty-and-constraint", "04-penalty-and-constraint.ipynb", "Penalty and constraint", 75)
    {
        Summary = "Multipliers from the picture up: why λ is the price of the radius, when penalty and constraint agree, and why they do not for L0.",
        Prerequisites = ["Partial derivatives and the gradient", "The lessons on L0, L1 and L2"],
        Outcomes =
        [
            "Derive Lagrange's condition from walking along a circle, and say what its sign means",
            "State the conditions of Karush, Kuhn and Tucker, and prove that they suffice for convex problems",
            "Prove that every solution of the penalty form solves a constraint form, for any penalty",
            "Read λ as the price of the radius t, and convert t and λ into each other on real data",
            "Find the subset sizes that no λ can produce",
        ],
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises => [Guess, Multiplier, Conditions, Price, Sizes, Same];

    /// <summary><c>V(t) = min {½‖y − Xw‖² : ‖w‖₁ ≤ t}</c>, from the exact path.</summary>
    /// <param name="path">The lasso path.</param>
    /// <param name="loss">½‖y − Xw‖².</param>
    /// <param name="radius">t ≥ 0.</param>
    public static double BestLoss(LassoPath path, LeastSquares loss, double radius) => loss.Value(path.At(path.LambdaAt(radius)));

    private static double[] Steps(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];

    private static Vector Of(params double[] entries) => Vector.Build.Dense(entries);
}
