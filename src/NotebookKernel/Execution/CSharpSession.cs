namespace NotebookKernel;

/// <summary>One notebook's C#: cells see what earlier cells declared.</summary>
/// <param name="folder">The notebook's folder, from which <c>#r</c> and <c>#load</c> paths start.</param>
public sealed class CSharpSession(string folder) : IDisposable
{
    /// <summary>The notebook's folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>How many cells were executed so far.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>Executes one cell.</summary>
    /// <param name="code">The C# code.</param>
    /// <param name="label">What errors call the cell; <c>cell n</c> with the execution count when not given.</param>
    /// <param name="timeout">How long it may take; no limit when not given.</param>
    /// <param name="sink">Who hears of outputs while the cell runs.</param>
    /// <param name="cancellationToken">Interrupts the cell; the session survives.</param>
    /// <returns>What came out. Failures of the cell are in the result, not thrown.</returns>
    public Task<CellResult> ExecuteAsync(
        string code,
        string? label = null,
        TimeSpan? timeout = null,
        IOutputSink? sink = null,
        CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
