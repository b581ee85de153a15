using System.Globalization;

namespace CourseCli;

/// <summary>Progress where nobody watches: one line when a notebook starts, one when it ends.</summary>
internal sealed class LineProgress(TextWriter writer) : IRunProgress
{
    private readonly Lock _lock = new();

    public void Report(string file, int done, int total)
    {
        if (done == 0)
            Write($"{file}: {total} cells …");
    }

    public void Ended(LessonRun run) =>
        Write(string.Create(CultureInfo.InvariantCulture, $"{run.File}: {(run.Error is null ? "ok" : "FAILED")} in {run.Seconds:0.0} s, {run.Claims.Count} claims checked"));

    private void Write(string line)
    {
        lock (_lock)
            writer.WriteLine(line);
    }
}
