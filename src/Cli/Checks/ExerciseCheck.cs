using NotebookKernel;
using Regularization.Course;

namespace CourseCli;

/// <summary>Every exercise of a lesson stands in its notebook; unsolved it says so and nothing worse, solved it passes.</summary>
internal static class ExerciseCheck
{
    public static IEnumerable<string> Unsolved(LessonRun run) => Missing(run).Concat(Expect(run, "unsolved", "the stub"));

    public static IEnumerable<string> Solved(LessonRun run) => Expect(run, "passed", "the worked solution");

    /// <summary>Exercises that the library has and the notebook does not, or the other way round.</summary>
    private static IEnumerable<string> Missing(LessonRun run)
    {
        var inNotebook = Cells(run).ToHashSet();
        var inLibrary = Syllabus.Lessons.FirstOrDefault(lesson => lesson.File == run.File)?.Exercises.Select(exercise => exercise.Id).ToHashSet() ?? [];
        return inLibrary.Except(inNotebook).Select(id => $"exercise {id} has no cell in the notebook")
            .Concat(inNotebook.Except(inLibrary).Select(id => $"a cell belongs to exercise {id}, which the lesson does not have"));
    }

    private static IEnumerable<string> Expect(LessonRun run, string status, string what)
    {
        if (run.Error is not null)
            yield return $"with {what}: {run.Error}";
        foreach (var id in Cells(run))
        {
            var verdicts = run.Verdicts.Where(verdict => (string?)verdict["exercise"] == id).ToList();
            if (verdicts.Count == 0)
                yield return $"exercise {id}: no verdict on {what}";
            foreach (var verdict in verdicts.Where(verdict => (string?)verdict["status"] != status))
                yield return $"exercise {id}: {what} is '{(string?)verdict["status"]}', expected '{status}': {(string?)verdict["message"]}";
        }
    }

    private static IEnumerable<string> Cells(LessonRun run) => run.Executed.Cells.OfType<CodeCell>().Select(ExerciseCell.ExerciseOf).OfType<string>();
}
