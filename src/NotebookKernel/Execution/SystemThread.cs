using System.Globalization;
using System.Runtime.InteropServices;

namespace NotebookKernel;

/// <summary>What the operating system knows about a thread; only Linux is asked, and elsewhere the answer is that nothing is known.</summary>
internal static partial class SystemThread
{
    /// <summary>The calling thread's number, 0 where it is not known.</summary>
    public static int Current => OperatingSystem.IsLinux() ? GetThread() : 0;

    /// <summary>Whether the system has the thread wait.</summary>
    public static bool IsWaiting(int thread)
    {
        if (thread == 0)
            return false;
        try
        {
            // The name of the thread stands in parentheses and may contain anything; the state follows it.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/self/task/{thread}/stat"));
            return stat[stat.LastIndexOf(')') + 2] is 'S' or 'D';
        }
        catch (IOException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThread();
}
