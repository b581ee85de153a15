using System.CommandLine;
using Regularization.Course;

namespace CourseCli;

/// <summary><c>course check</c>: everything that can be known to be wrong with a notebook, without writing a file.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var notebooks = CommandParts.Notebooks();
        var timeout = CommandParts.Timeout();
        var command = new Command("check", "Checks form, ids, links, formulas, numbers, stubs and solutions; writes nothing.") { notebooks, timeout };
        command.SetAction((call, cancellation) =>
        {
            var course = CourseFolder.Find();
            return RunAsync(course, course.Select(call.GetValue(notebooks)!), TimeSpan.FromSeconds(call.GetValue(timeout)), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(CourseFolder course, IReadOnlyList<string> paths, TimeSpan cellTimeout, CancellationToken cancellation)
    {
        // Worked solutions are nobody's answers.
        Environment.SetEnvironmentVariable(Progress.Switch, "off");
        var findings = new Findings(Console.Out);
        var sound = paths.Where(path => findings.Add("form and ids", path, FormCheck.Findings(course, path))).ToList();
        foreach (var path in sound)
            findings.Add("links and formulas", path, TextCheck.Findings(path));
        foreach (var page in course.Documents())
            findings.Add("links", page, TextCheck.DocumentFindings(page));

        var progress = new LineProgress(TextWriter.Null);
        foreach (var run in await new CourseRunner(cellTimeout, progress).RunAsync(sound, cancellation))
            findings.Add("numbers and unsolved exercises", run.File, ExerciseCheck.Unsolved(run));
        var solved = new CourseRunner(cellTimeout, progress) { Source = ExerciseCell.WithSolution };
        foreach (var run in await solved.RunAsync(sound, cancellation))
            findings.Add("worked solutions", run.File, ExerciseCheck.Solved(run));

        return findings.Summarize() ? ExitCode.Ok : ExitCode.Failed;
    }
}
