namespace Regularization.Course;

/// <summary>The lesson on counting weights.</summary>
public static partial class L0Counting
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("l0-counting", "01-l0-counting.ipynb", "L0 counting", 85)
    {
        Summary = "Use as few features as possible: what the count can do, what it costs, and where trying everything ends.",
        Prerequisites = ["Least squares", "Vectors and matrices", "A little C#"],
        Outcomes =
        [
            "Say what ‖w‖₀ counts, and which norm axiom it breaks",
            "Derive hard thresholding, the exact solution for orthonormal features",
            "Find the best subset of every size on real data, and the sizes that no penalty can choose",
            "Say precisely what NP-hard means here, and what it does not mean",
            "Search for 5 features among 1000, and report honestly what was found",
        ],
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises =>
        [BreakHomogeneity, CountSupports, HardThreshold, BuySecondFeature, SizesForSale, WhyNotFour, ThresholdingStep, ReadBound, ReadingFive];
}
