namespace Regularization.Course;

/// <summary>The lesson on choosing a strength and a penalty: cross-validation, degrees of freedom, criteria, comparison, stability.</summary>
public static partial class Choosing
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("choosing-and-comparing", "07-choosing-and-comparing.ipynb", "Choosing and comparing", 80)
    {
        Summary = "How to choose λ and how to choose a penalty: cross-validation and its sins, degrees of freedom, criteria, L0, L1, L2 and elastic net side by side on real data, and how stable a choice is.",
        Prerequisites = ["All lessons before, or the penalties as formulas", "Mean, variance, standard error"],
        Outcomes =
        [
            "Compute a cross-validation by hand, and find the leak in one that is wrong",
            "Apply the one-standard-error rule, and say what it does not promise",
            "Derive degrees of freedom from a covariance, and see what a search costs",
            "Use AIC, BIC and C_p, and say why they disagree",
            "Compare penalties on real data without reading noise as a result",
        ],
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises => [Guess, LeaveOneOut, OneStandardError, Freedom, Bic, TrueStatement];

    private static double[] Steps(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];
}
