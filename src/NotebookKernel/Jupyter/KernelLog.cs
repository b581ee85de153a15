namespace NotebookKernel;

/// <summary>What happens to the kernel itself: one line each on the process's own error stream, where Jupyter servers keep it.</summary>
internal static class KernelLog
{
    private static readonly Lazy<TextWriter> Error = new(() =>
        TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true }));

    public static void Write(string line)
    {
        try
        {
            Error.Value.WriteLine("[course-kernel] " + line);
        }
        catch (IOException)
        {
            // Nobody reads it.
        }
    }
}
