using System.Diagnostics;

namespace Regularization;

/// <summary>When to stop, and whom to tell: asked once a node, by the search for one size.</summary>
internal sealed class SubsetLimits(SubsetOptions options, Stopwatch clock, CancellationToken work)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private TimeSpan reported = clock.Elapsed;

    public double RelativeGap => options.RelativeGap;

    /// <summary>Canceled when the user cancels, and when the time is over: long computations inside a node look at it.</summary>
    public CancellationToken Work { get; } = work;

    /// <summary>How many nodes were visited.</summary>
    public long Nodes { get; private set; }

    /// <summary>Why the search has to stop, once it has to.</summary>
    public SubsetStop? Stop { get; private set; }

    /// <summary>Counts a node, and says whether it may not be visited.</summary>
    public bool Refuse()
    {
        options.Cancellation.ThrowIfCancellationRequested();
        Stop ??= Nodes >= options.NodeLimit ? SubsetStop.NodeLimit
            : Work.IsCancellationRequested || clock.Elapsed >= options.TimeLimit ? SubsetStop.TimeLimit
            : null;
        Nodes += Stop is null ? 1 : 0;
        return Stop is not null;
    }

    /// <summary>Stops because there is not room enough to go on.</summary>
    public void GiveUp() => Stop ??= SubsetStop.TooLarge;

    /// <summary>Whether it is time to report.</summary>
    public bool IsReportDue => options.Progress is not null && clock.Elapsed - reported >= Between;

    public void Report(SubsetProgress progress)
    {
        reported = clock.Elapsed;
        options.Progress?.Report(progress);
    }
}
