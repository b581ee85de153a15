namespace NotebookKernel;

/// <summary>How to run a notebook.</summary>
public sealed record RunOptions
{
    /// <summary>How long one cell may take.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether the cells after a failed one are executed too.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>What to execute in place of a cell's source (worked solutions for stubs); the document keeps its own source.</summary>
    public Func<CodeCell, string>? Source { get; init; }

    /// <summary>Told before each cell, and once at the end with <c>Done == Total</c>.</summary>
    public Action<RunProgress>? Progress { get; init; }
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Code cells executed.</param>
/// <param name="Total">Code cells in the notebook.</param>
/// <param name="Next">The cell about to be executed, <see langword="null"/> at the end.</param>
public sealed record RunProgress(int Done, int Total, CodeCell? Next);

/// <summary>A cell with its result.</summary>
/// <param name="Cell">The cell as it was in the document.</param>
/// <param name="Result">What its execution gave.</param>
public sealed record CellRun(CodeCell Cell, CellResult Result);

/// <summary>What a run gave.</summary>
/// <param name="Executed">The notebook with outputs and execution counts; cells that were not reached have none.</param>
/// <param name="Cells">The executed cells in order.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record NotebookRun(Notebook Executed, IReadOnlyList<CellRun> Cells, TimeSpan Elapsed)
{
    /// <summary>Whether every code cell ran to its end.</summary>
    public bool Ok => FirstFailure is null;

    /// <summary>The first cell that failed, with its error.</summary>
    public CellRun? FirstFailure => Cells.FirstOrDefault(c => !c.Result.Ok);
}

/// <summary>Runs the code cells of a notebook, top to bottom, in one session.</summary>
public static class NotebookRunner
{
    /// <summary>Runs a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">The notebook's folder: where <c>#r</c>, <c>#load</c> and the files that cells read start.</param>
    /// <param name="options">Time-out, progress and so on.</param>
    /// <param name="cancellationToken">Interrupts the current cell and ends the run.</param>
    public static Task<NotebookRun> RunAsync(
        Notebook notebook, string folder, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
