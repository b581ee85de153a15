namespace Regularization.Course;

/// <summary>The lesson on why L1 stands in for L0, when it finds the same, and what it costs.</summary>
public static partial class FromL0ToL1
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("from-l0-to-l1", "05-from-l0-to-l1.ipynb", "From L0 to L1", 75)
    {
        Summary = "The list that the article leaves empty: why one prefers L1 to L0, when both find the same, and when L0 is worth its price.",
        Prerequisites = ["The lessons on L0 and L1", "Mean and expectation"],
        Outcomes =
        [
            "Prove that L1 is the largest convex function below the count, on a box, and say what goes wrong without the box",
            "Decide from X alone whether the lasso can find a given support, and build an example in which it cannot",
            "Read the phase transition: how many measurements a sparse vector needs",
            "Compute the bias of the lasso, and take it away with the relaxed lasso",
            "Say at which signal-to-noise ratios best subset wins, and where it loses",
        ],
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises => [Guess, Envelope, Irrepresentable, Largest, Relaxed, Reasons];

    /// <summary>The columns x₁, x₂ orthonormal and <c>x₃ = c·x₁ + c·x₂ + √(1 − 2c²)·e₃</c>, of length one too: the smallest design in which the lasso can go wrong.</summary>
    /// <param name="c">The correlation of the third column with the first two, 0 ≤ c ≤ 0.7.</param>
    public static Matrix Tempting(double c)
    {
        if (!(c is >= 0 and <= 0.7))
            throw new ArgumentOutOfRangeException(nameof(c), $"c is {c}; expected a number from 0 to 0.7.");
        return Matrix.Build.DenseOfArray(new double[,] { { 1, 0, c }, { 0, 1, c }, { 0, 0, Math.Sqrt(1 - 2 * c * c) } });
    }

    /// <summary>max over j outside the support of <c>|x_jᵀX_S(X_SᵀX_S)⁻¹s|</c>: below 1, the lasso can find the support S with the signs s.</summary>
    /// <param name="x">X, n×p.</param>
    /// <param name="support">S, not all columns, with independent columns.</param>
    /// <param name="signs">s, +1 or −1 for each of the support.</param>
    public static double Temptation(Matrix x, IReadOnlyList<int> support, IReadOnlyList<double> signs)
    {
        ArgumentNullException.ThrowIfNull(x);
        var chosen = Matrix.Build.DenseOfColumnVectors(support.Select(x.Column));
        var direction = chosen * chosen.TransposeThisAndMultiply(chosen).Solve(Vector.Build.DenseOfEnumerable(signs));
        return Enumerable.Range(0, x.ColumnCount).Except(support).Max(j => Math.Abs(x.Column(j) * direction));
    }

    /// <summary><c>E(S(z) − w)²</c> for <c>z ~ N(w, 1)</c>: the risk of a thresholding rule, by the midpoint rule on ±9 deviations.</summary>
    /// <param name="rule">S, from z to the estimate.</param>
    /// <param name="w">The true weight.</param>
    public static double Risk(Func<double, double> rule, double w)
    {
        const int Points = 18_000;
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            var e = -9 + 18.0 * (i + 0.5) / Points;
            var error = rule(w + e) - w;
            sum += error * error * Math.Exp(-e * e / 2);
        }

        return sum * 18 / Points / Math.Sqrt(2 * Math.PI);
    }

    private static double[] Steps(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];
}
