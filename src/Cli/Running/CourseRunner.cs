using NotebookKernel;

namespace CourseCli;

/// <summary>Executes notebooks, as many at a time as there are cores.</summary>
/// <remarks>The working directory belongs to the process and is the notebook's folder: folders take turns, notebooks of one folder run together.</remarks>
internal sealed class CourseRunner(TimeSpan cellTimeout, IRunProgress progress)
{
    /// <summary>What a cell executes in place of its source, to try a worked solution where the learner's stub stands.</summary>
    public Func<CodeCell, string>? Source { get; init; }

    public async Task<IReadOnlyList<LessonRun>> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var runs = new Dictionary<string, LessonRun>();
        foreach (var folder in paths.GroupBy(path => Path.GetDirectoryName(path)!))
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
            await Parallel.ForEachAsync(folder, parallel, async (path, token) =>
            {
                var run = await RunAsync(path, token);
                lock (runs)
                    runs[path] = run;
                progress.Ended(run);
            });
        }
        return [.. paths.Select(path => runs[path])];
    }

    private async Task<LessonRun> RunAsync(string path, CancellationToken cancellation)
    {
        var file = Path.GetFileName(path);
        var options = new RunOptions
        {
            CellTimeout = cellTimeout,
            Source = Source,
            Progress = step => progress.Report(file, step.Done, step.Total),
        };
        var result = await NotebookRunner.RunAsync(NotebookFile.Read(path), Path.GetDirectoryName(path)!, options, cancellation);
        var run = new LessonRun(file, result.Executed, result.Elapsed.TotalSeconds, Describe(result.FirstFailure));
        return run.Error is null ? run with { Error = UnclaimedNumbers.In(run).FirstOrDefault() } : run;
    }

    /// <summary>Cell, line, the error, and the source line it happened in.</summary>
    private static string? Describe(CellRun? failure) =>
        failure?.Result.Error is { } error
            ? $"{error} (cell id {failure.Cell.Id}{(error.SourceLine is { } line ? $": {line.Trim()}" : "")})"
            : null;
}
