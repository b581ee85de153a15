namespace Regularization.Tests;

/// <summary>Progress, and stopping from outside. Every wait has an end.</summary>
public class SubsetInterruptionTests
{
    private const int Timeout = 60_000;

    // Weak signals in columns that are alike: hours of work without ridge.
    private static (Matrix X, Vector Y) Endless() => SubsetProblems.Make(150, 120, 5, 0.9, 0);

    [Fact(Timeout = Timeout)]
    public async Task Canceling_stops_the_search()
    {
        var (x, y) = Endless();
        using var source = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var options = new SubsetOptions { Size = 20, Cancellation = source.Token, Progress = new Told(_ => started.TrySetResult()) };
        var work = Task.Run(() => BestSubset.Fit(x, y, options), TestContext.Current.CancellationToken);
        await Task.WhenAny(started.Task, work);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_canceled_token_lets_nothing_begin()
    {
        var (x, y) = Endless();
        var options = new SubsetOptions { Cancellation = new CancellationToken(canceled: true) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => BestSubset.Fit(x, y, options), TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => SwapSearch.Fit(x, y, options), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = Timeout)]
    public async Task Progress_brackets_the_answer_and_never_gets_worse()
    {
        var (x, y) = Endless();
        using var source = new CancellationTokenSource();
        var told = new List<SubsetProgress>();
        void Tell(SubsetProgress progress)
        {
            told.Add(progress);
            if (told.Count == 5)
                source.Cancel();
        }

        var options = new SubsetOptions { Size = 12, Progress = new Told(Tell), Cancellation = source.Token };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => BestSubset.Fit(x, y, options), TestContext.Current.CancellationToken));
        Assert.Equal(5, told.Count);
        // The optimum lies between any bound and any objective, and the heuristic's objective is one.
        var heuristic = SwapSearch.Fit(x, y, new SubsetOptions { Size = 12 })[12].Objective;
        Assert.All(told, progress => Assert.Equal(12, progress.Size));
        Assert.All(told, progress => Assert.InRange(progress.RelativeGap, 1e-9, 1));
        Assert.All(told, progress => Assert.InRange(progress.Objective, progress.Bound, heuristic * (1 + 1e-9)));
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(
            pair.First.Nodes < pair.Second.Nodes && pair.First.Bound <= pair.Second.Bound && pair.First.Objective >= pair.Second.Objective));
    }

    private sealed class Told(Action<SubsetProgress> tell) : IProgress<SubsetProgress>
    {
        public void Report(SubsetProgress value) => tell(value);
    }
}
