using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;

namespace CourseCli;

/// <summary><c>course run</c>: executes the notebooks, checks every quoted number, and writes the course.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var notebooks = CommandParts.Notebooks();
        var output = new Option<string?>("--out") { Description = "The folder to write to (artifacts/course).", HelpName = "folder" };
        var open = new Option<bool>("--open") { Description = "Opens the course in the browser afterwards." };
        var timeout = CommandParts.Timeout();
        var command = new Command("run", "Executes the notebooks and writes the course: pages, executed notebooks, course.json.") { notebooks, output, open, timeout };
        command.SetAction((call, cancellation) =>
        {
            var course = CourseFolder.Find();
            return RunAsync(
                course.Select(call.GetValue(notebooks)!),
                Path.GetFullPath(call.GetValue(output) ?? course.DefaultOutput),
                TimeSpan.FromSeconds(call.GetValue(timeout)),
                call.GetValue(open),
                cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> paths, string folder, TimeSpan cellTimeout, bool open, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var runs = await ProgressView.ShowAsync(paths, progress => new CourseRunner(cellTimeout, progress).RunAsync(paths, cancellation));
        CourseWriter.Write(runs, folder);

        RunTable.Print(AnsiConsole.Console, runs);
        var index = Path.Combine(folder, "index.html");
        AnsiConsole.Console.WriteLine(FormattableString.Invariant(
            $"{runs.Sum(run => run.Claims.Count)} claims checked in {clock.Elapsed.TotalSeconds:0.0} s. The course: {index}"));
        if (open)
            Process.Start(new ProcessStartInfo(index) { UseShellExecute = true })?.Dispose();
        return runs.All(run => run.Error is null) ? ExitCode.Ok : ExitCode.Failed;
    }
}
