namespace NotebookKernel;

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
    /// <summary>Whether every code cell was executed and ran to its end.</summary>
    public bool Ok => FirstFailure is null && Cells.Count == Executed.CodeCells.Count();

    /// <summary>The first cell that failed, with its error.</summary>
    public CellRun? FirstFailure => Cells.FirstOrDefault(c => !c.Result.Ok);
}
