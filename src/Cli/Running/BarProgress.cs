using Spectre.Console;

namespace CourseCli;

/// <summary>Progress on a terminal: a bar for every notebook.</summary>
internal sealed class BarProgress(ProgressContext context, IEnumerable<string> files) : IRunProgress
{
    private readonly Dictionary<string, ProgressTask> _bars = files.ToDictionary(file => file, file => context.AddTask(Markup.Escape(file), autoStart: false));

    public void Report(string file, int done, int total)
    {
        var bar = _bars[file];
        if (!bar.IsStarted)
            bar.StartTask();
        bar.MaxValue = Math.Max(1, total);
        bar.Value = done;
    }

    public void Ended(LessonRun run)
    {
        var bar = _bars[run.File];
        if (run.Error is not null)
            bar.Description = $"[red]{Markup.Escape(run.File)}[/]";
        bar.StopTask();
    }
}
