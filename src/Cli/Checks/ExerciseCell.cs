using NotebookKernel;
using Regularization.Course;

namespace CourseCli;

/// <summary>A cell in which a learner writes an answer: a stub, and on the last line the question for a verdict.</summary>
internal static class ExerciseCell
{
    /// <summary>The id of the exercise a cell belongs to, from its metadata <c>course.exercise</c>, or <see langword="null"/>.</summary>
    public static string? ExerciseOf(CodeCell cell) => (string?)cell.Metadata["course"]?["exercise"];

    /// <summary>What to execute to try the worked solutions: in exercise cells the solution and the cell's last line, elsewhere the cell.</summary>
    public static string WithSolution(CodeCell cell) =>
        ExerciseOf(cell) is { } id && Syllabus.FindExercise(id) is { } exercise
            ? exercise.Solution.Code.TrimEnd() + "\n" + LastLine(cell)
            : cell.Source;

    private static string LastLine(CodeCell cell) => cell.Source.TrimEnd().Split('\n')[^1];
}
