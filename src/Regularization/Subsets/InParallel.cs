using System.Runtime.ExceptionServices;

namespace Regularization;

/// <summary>Runs independent pieces of work on several threads; results do not depend on how many.</summary>
internal static class InParallel
{
    /// <summary>Calls <paramref name="work"/> for 0, 1, …, count − 1, on at most so many threads (all cores if none are named), and throws what a failing one threw.</summary>
    public static void For(int count, int? threads, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount }, work);
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }
}
