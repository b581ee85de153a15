using System.Diagnostics;

namespace NotebookKernel;

/// <summary>Runs the code cells of a notebook, top to bottom, in one session.</summary>
public static class NotebookRunner
{
    /// <summary>Runs a notebook.</summary>
    /// <remarks>The process's working directory becomes the notebook's folder, since that is where cells expect their files.
    /// It is one for the whole process: notebooks of one folder may run side by side, those of two folders may not.</remarks>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">The notebook's folder: where <c>#r</c>, <c>#load</c> and the files that cells read start.</param>
    /// <param name="options">Time-out, progress and so on.</param>
    /// <param name="cancellationToken">Interrupts the current cell and ends the run.</param>
    public static async Task<NotebookRun> RunAsync(
        Notebook notebook, string folder, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var watch = Stopwatch.StartNew();
        using var session = new CSharpSession(folder);
        Environment.CurrentDirectory = session.Folder;

        var cleared = notebook.WithoutOutputs();
        var total = cleared.CodeCells.Count();
        var runs = new List<CellRun>(total);
        foreach (var cell in cleared.CodeCells)
        {
            if (cancellationToken.IsCancellationRequested || (runs is [.., { Result.Ok: false }] && !options.ContinueOnError))
                break;
            options.Progress?.Invoke(new(runs.Count, total, cell));
            var code = options.Source?.Invoke(cell) ?? cell.Source;
            runs.Add(new(cell, await session.ExecuteAsync(
                code, timeout: options.CellTimeout, sink: options.Sink, cancellationToken: cancellationToken).ConfigureAwait(false)));
        }
        options.Progress?.Invoke(new(runs.Count, total, null));
        return new(WithOutputs(cleared, runs), runs, watch.Elapsed);
    }

    private static Notebook WithOutputs(Notebook notebook, List<CellRun> runs)
    {
        var results = runs.ToDictionary(r => r.Cell.Id, r => r.Result);
        return notebook with
        {
            Cells = [.. notebook.Cells.Select(cell => cell is CodeCell code && results.TryGetValue(cell.Id, out var result)
                ? code with { ExecutionCount = result.ExecutionCount, Outputs = result.Outputs }
                : cell)],
        };
    }
}
