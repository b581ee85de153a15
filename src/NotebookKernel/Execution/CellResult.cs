using System.Collections.Immutable;

namespace NotebookKernel;

/// <summary>What the execution of one cell gave.</summary>
/// <param name="ExecutionCount">The number of the execution in its session, from 1.</param>
/// <param name="Outputs">Everything put out, in order; an <see cref="ErrorOutput"/> comes last.</param>
/// <param name="Error">Why the cell ended early, or <see langword="null"/>.</param>
/// <param name="Elapsed">How long it took, compilation included.</param>
public sealed record CellResult(int ExecutionCount, ImmutableArray<CellOutput> Outputs, CellError? Error, TimeSpan Elapsed)
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Ok => Error is null;
}
