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

    /// <summary>Told before each cell, and once at the end with <see cref="RunProgress.Next"/> empty.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>Who hears of outputs while cells run.</summary>
    public IOutputSink? Sink { get; init; }
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Code cells executed.</param>
/// <param name="Total">Code cells in the notebook.</param>
/// <param name="Next">The cell about to be executed, <see langword="null"/> at the end.</param>
public sealed record RunProgress(int Done, int Total, CodeCell? Next);
