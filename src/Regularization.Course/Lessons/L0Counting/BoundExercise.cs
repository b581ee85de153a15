namespace Regularization.Course;

public static partial class L0Counting
{
    /// <summary>What has a stopped search proven?</summary>
    public static NumberExercise ReadBound { get; } = new("l0.bound", "What a bound proves")
    {
        Kind = ExerciseKind.Derive,
        Prompt = "A search is stopped. The best five features found have the objective 800, and the bound is 700. By how many percent of 800 can the objective of the best five be lower than that of the five found, at most?",
        Expected = 12.5,
        Tolerance = 1e-6,
        ToleranceReason = "the answer has one decimal",
        Because = "no subset is below 700, so the best is between 700 and 800: at most 100 of 800 lower.",
        Misconceptions =
        [
            (0.125, "this is the fraction; the question is for percent"),
            (100, "this is the gap itself, not a share of 800"),
            (100.0 / 7, "this is a share of the bound; the question is for a share of the objective found"),
            (87.5, "this is how large the bound is in percent of the objective, not what is missing"),
            (0, "0 would be right if the bound had reached 800: the search was stopped before"),
        ],
        Hints =
        [
            "What does the bound say about every subset, also about the best one?",
            "The best objective lies between 700 and 800.",
            "(800 − 700)/800, in percent.",
        ],
        Solution = new("double myPercent = 12.5;", "The relative gap is (objective − bound)/objective = 100/800."),
    };
}
