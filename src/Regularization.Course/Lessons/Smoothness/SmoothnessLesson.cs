namespace Regularization.Course;

/// <summary>The lesson on L2 and smoothness: what small weights bound, what they do not, noise in the inputs, stability, and an L2 penalty that selects.</summary>
public static partial class Smoothness
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("l2-smoothness", "06-l2-smoothness.ipynb", "L2 smoothness", 70)
    {
        Summary = "Are small weights a smooth function? A bound on the slope, a curve that is shrunk and not smoothed, noisy inputs, stability, and a product of weights that makes L1 of L2.",
        Prerequisites = ["The lessons on L1 and L2", "The lesson Why regularize?"],
        Outcomes =
        [
            "Bound how fast a prediction can change, with the norm that fits the change",
            "Say when a ridge penalty makes a curve smoother, and when it only makes it flatter",
            "Derive ridge from noise in the inputs, and from dropout",
            "Prove how far one sample can move the ridge weights",
            "Show that an L2 penalty on the factors of a weight is an L1 penalty on the weight",
        ],
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises => [Guess, WorstChange, Units, Dropout, Factors, TrueStatement];

    /// <summary>The strength at which a ridge fit with orthogonal columns has some degrees of freedom: <c>Σ_j a/(a + λc_j) = df</c>, solved for λ.</summary>
    /// <param name="squaredLength">a &gt; 0, the squared length of every column.</param>
    /// <param name="factors">c_j &gt; 0, the factors of the penalty on the columns.</param>
    /// <param name="degreesOfFreedom">df, above 0 and at most the number of columns.</param>
    public static double LambdaFor(double squaredLength, IReadOnlyList<double> factors, double degreesOfFreedom)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degreesOfFreedom, factors.Count);
        if (degreesOfFreedom == factors.Count)
            return 0;
        // In the logarithm of λ, where the curve is flat nowhere near the answer; 200 halvings are more than doubles can tell apart.
        var (low, high) = (-50.0, 50.0);
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            if (factors.Sum(c => squaredLength / (squaredLength + Math.Exp(middle) * c)) > degreesOfFreedom)
                low = middle;
            else
                high = middle;
        }

        return Math.Exp((low + high) / 2);
    }

    private static double[] Steps(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];
}
