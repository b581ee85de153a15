using Regularization.Course;

namespace CourseTests.Exercises;

/// <summary>Exercises to test the framework with.</summary>
internal static class Samples
{
    public static readonly WorkedSolution Solution = new("double F(double v, double t) => v < 0 & t > 1 ? 0 : v;", "because v < t");

    public static FunctionExercise<double, double, double> SoftThreshold { get; } = new("test.soft-threshold", "Soft thresholding")
    {
        Kind = ExerciseKind.Implement,
        Prompt = "Write the prox of t|w|.",
        Reference = (v, t) => v - Math.Clamp(v, -t, t),
        Checks = [new("sends small values to exactly zero", (0.4, 1), (-0.4, 1), (0, 1), (1, 1)), new("pulls large values in by t", (3, 1), (-3, 1), (2, 0))],
        Misconceptions =
        [
            new((v, t) => Math.Abs(v) > t ? v : 0, "this is hard thresholding: large values keep their size"),
            new((v, t) => Math.Max(v - t, 0), "this forgets the negative side"),
        ],
        Hints = ["first <hint>", "second", "third"],
        Solution = Solution,
    };

    public static FunctionExercise<double[], double[]> Doubled { get; } = new("test.doubled", "Doubling")
    {
        Kind = ExerciseKind.Implement,
        Prompt = "Double it.",
        Reference = w => [.. w.Select(v => 2 * v)],
        Checks = [new("doubles every entry", [1, 2], [-0.5])],
        Hints = ["a", "b", "c"],
        Solution = Solution,
    };

    public static NumberExercise Half { get; } = new("test.half", "One half")
    {
        Kind = ExerciseKind.Predict,
        Prompt = "How much?",
        Expected = 0.5,
        Tolerance = 0.005,
        ToleranceReason = "two decimals show it",
        Because = "d²/(d²+λ) with d² = λ",
        Misconceptions = [(0.25, "that is its square")],
        Hints = ["a", "b", "c"],
        Solution = Solution,
    };

    public static ChoiceExercise Why { get; } = new("test.why", "Why")
    {
        Kind = ExerciseKind.Explain,
        Prompt = "Why?",
        Options = [new("a", "chance", "chance has no corner"), new("b", "corner", "the corner sticks out", Right: true)],
        Hints = ["a", "b", "c"],
        Solution = Solution,
    };

    public static JudgedExercise<double[]> NoNorm { get; } = new("test.no-norm", "No norm")
    {
        Kind = ExerciseKind.Derive,
        Prompt = "Find a w.",
        Because = "the count does not scale",
        Demands = [new("‖2w‖₀ differs from 2‖w‖₀", w => w[0] == 0 ? $"w is {Numbers.Text(w)}, where both are 0" : null)],
        Hints = ["a", "b", "c"],
        Solution = Solution,
    };
}
