using System.CommandLine;
using Regularization.Course;

namespace CourseCli;

/// <summary><c>course progress</c>: which exercises are solved; <c>reset</c> forgets one or all.</summary>
internal static class ProgressCommand
{
    public static Command Create()
    {
        var exercise = new Argument<string?>("exercise") { Arity = ArgumentArity.ZeroOrOne, Description = "The id of the exercise, such as l1.soft-threshold; all when not given." };
        var reset = new Command("reset", "Forgets one exercise, or all of them.") { exercise };
        reset.SetAction(call => Reset(call.GetValue(exercise)));
        var command = new Command("progress", "Shows which exercises are solved.") { reset };
        command.SetAction(_ => Show(ProgressReport.Of(File())));
        return command;
    }

    private static ProgressFile File() => new(Path.Combine(CourseFolder.Find().Notebooks, ProgressFile.Name));

    private static int Reset(string? exercise)
    {
        if (exercise is not null && Syllabus.FindExercise(exercise) is null)
            throw new UsageException($"'{exercise}' is no exercise; expected one of {string.Join(", ", Syllabus.Exercises.Select(e => e.Id))}.");
        try
        {
            return Show(Progress.Reset(File(), exercise));
        }
        catch (ProgressException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    private static int Show(ProgressReport report)
    {
        Console.WriteLine(report);
        return report.Problem is null ? ExitCode.Ok : ExitCode.Failed;
    }
}
