using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;

namespace NotebookKernel;

/// <summary>What happens to the kernel itself: a line each on the process's own error stream, where Jupyter servers keep it.</summary>
/// <remarks>The same line comes again after two, four, eight … times, so that nobody fills a log with messages that are dropped.</remarks>
internal static class KernelLog
{
    private const int MostLines = 1_000;
    private static readonly ConcurrentDictionary<string, int> Counts = [];

    private static readonly Lazy<TextWriter> Error = new(() =>
        TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true }));

    public static void Write(string line)
    {
        if (Counts.Count > MostLines)
            return;
        var count = Counts.AddOrUpdate(line, 1, (_, before) => before + 1);
        if (!BitOperations.IsPow2(count))
            return;
        try
        {
            Error.Value.WriteLine("[course-kernel] " + line + (count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({count} times)")));
        }
        catch (IOException)
        {
            // Nobody reads it.
        }
    }
}
