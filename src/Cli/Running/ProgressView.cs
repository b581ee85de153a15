using Spectre.Console;

namespace CourseCli;

/// <summary>Chooses how progress is shown: bars on a terminal, plain lines in CI and in files.</summary>
internal static class ProgressView
{
    public static async Task<T> ShowAsync<T>(IReadOnlyList<string> paths, Func<IRunProgress, Task<T>> work)
    {
        var terminal = AnsiConsole.Console.Profile.Capabilities.Interactive && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("CI") is null;
        if (!terminal)
            return await work(new LineProgress(Console.Out));

        // The bar redraws the terminal; what cells write to the console goes to their notebook, never to it.
        return await AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .StartAsync(context => work(new BarProgress(context, paths.Select(path => Path.GetFileName(path)))));
    }
}
