namespace Regularization;

/// <summary>Work on stretches of 0 … count − 1, on as many threads as are allowed; every stretch is computed alike whoever does it.</summary>
internal static class Blocks
{
    /// <summary>Runs the work on every stretch.</summary>
    /// <param name="count">How many items.</param>
    /// <param name="size">How many a stretch.</param>
    /// <param name="threads">How many threads at most.</param>
    /// <param name="cancellation">Asked before every stretch.</param>
    /// <param name="work">Takes the first item and the one after the last.</param>
    public static void Run(int count, int size, int threads, CancellationToken cancellation, Action<int, int> work)
    {
        var blocks = (count + size - 1) / size;
        void One(int block)
        {
            cancellation.ThrowIfCancellationRequested();
            work(block * size, Math.Min(count, (block + 1) * size));
        }

        if (threads == 1 || blocks == 1)
        {
            for (var block = 0; block < blocks; block++)
                One(block);
            return;
        }

        try
        {
            Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, One);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            cancellation.ThrowIfCancellationRequested();
            throw;
        }
    }
}
