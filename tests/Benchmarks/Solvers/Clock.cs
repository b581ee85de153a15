using System.Diagnostics;

namespace Benchmarks;

/// <summary>The least time of several runs, and the first one.</summary>
internal static class Clock
{
    public static (double First, double Least, T Result) Time<T>(Func<T> work, double atLeastSeconds = 2)
    {
        var (began, first, least, runs) = (Stopwatch.GetTimestamp(), 0.0, double.PositiveInfinity, 0);
        T result;
        do
        {
            var start = Stopwatch.GetTimestamp();
            result = work();
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            first = runs == 0 ? seconds : first;
            least = Math.Min(least, seconds);
            runs++;
        }
        while (runs < 3 || Stopwatch.GetElapsedTime(began).TotalSeconds < atLeastSeconds);
        return (first, least, result);
    }
}
