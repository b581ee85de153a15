using System.Diagnostics;

namespace Regularization;

/// <summary>When to stop, and whom to tell: asked once a node, by one search.</summary>
internal sealed class SubsetLimits(SubsetOptions options, Stopwatch clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private TimeSpan reported = clock.Elapsed;

    public double RelativeGap => options.RelativeGap;

    public CancellationToken Cancellation => options.Cancellation;

    /// <summary>Why to stop now, if there is a reason.</summary>
    public SubsetStop? Ask(long nodes)
    {
        options.Cancellation.ThrowIfCancellationRequested();
        return nodes >= options.NodeLimit ? SubsetStop.NodeLimit : IsOver ? SubsetStop.TimeLimit : null;
    }

    /// <summary>Whether the time is over.</summary>
    public bool IsOver => options.TimeLimit is { } limit && clock.Elapsed >= limit;

    /// <summary>Whether it is time to report.</summary>
    public bool IsReportDue => options.Progress is not null && clock.Elapsed - reported >= Between;

    public void Report(SubsetProgress progress)
    {
        reported = clock.Elapsed;
        options.Progress?.Report(progress);
    }
}
