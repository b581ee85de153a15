namespace Regularization.Course;

/// <summary>The running number of the figures written as HTML since a notebook started.</summary>
internal static class FigureNumbers
{
    private static int _last;

    public static int Next() => Interlocked.Increment(ref _last);

    public static void Reset() => Interlocked.Exchange(ref _last, 0);
}
