using System.Globalization;
using System.Runtime.InteropServices;

namespace NotebookKernel;

/// <summary>What the operating system knows about a thread; only Linux is asked, and elsewhere the answer is that nothing is known.</summary>
internal static partial class SystemThread
{
    // Of the fields in proc(5), counted from the state; a tick is a hundredth of a second on every Linux that .NET runs on.
    private const int UserTime = 11, SystemTime = 12;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>The calling thread's number, 0 where it is not known.</summary>
    public static int Current => OperatingSystem.IsLinux() ? GetThread() : 0;

    /// <summary>Whether the system has the thread wait.</summary>
    public static bool IsWaiting(int thread) => Fields(thread) is [['S' or 'D'], ..];

    /// <summary>How long the thread has computed so far; zero where it is not known.</summary>
    public static TimeSpan CpuTime(int thread) =>
        Fields(thread) is { Length: > SystemTime } fields
            ? (long.Parse(fields[UserTime], CultureInfo.InvariantCulture) + long.Parse(fields[SystemTime], CultureInfo.InvariantCulture)) * Tick
            : TimeSpan.Zero;

    // The fields from the third on. The second, in parentheses, is a name that may contain anything.
    private static string[] Fields(int thread)
    {
        if (thread == 0)
            return [];
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/self/task/{thread}/stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThread();
}
