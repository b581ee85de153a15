using System.Globalization;
using System.Runtime.InteropServices;

namespace NotebookKernel;

/// <summary>Ends a kernel whose parent has died: Jupyter servers name themselves in <c>JPY_PARENT_PID</c>.</summary>
internal static partial class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static void Start(Action orphaned)
    {
        // On Windows the variable holds a handle, and servers end their kernels by a job object.
        if (OperatingSystem.IsWindows()
            || !int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var parent))
        {
            return;
        }
        var isDirect = GetParent() == parent;
        new Thread(() =>
        {
            while (isDirect ? GetParent() == parent : Exists(parent))
                Thread.Sleep(Interval);
            KernelLog.Write("The program that started this kernel is gone.");
            orphaned();
        }, 256 << 10)
        { IsBackground = true, Name = "parent watch" }.Start();
    }

    // A process that has ended but that nobody has waited for still exists by name only.
    private static bool Exists(int process)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat");
        try
        {
            return OperatingSystem.IsLinux()
                ? File.ReadAllText(file) is var stat && stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X')
                : Kill(process, 0) == 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
