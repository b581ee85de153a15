using System.Diagnostics;
using System.Text.Json.Nodes;
using CourseCli;

namespace Course.Tests.Clients;

/// <summary>A folder of kernels with ours, and a Python that has Jupyter.</summary>
/// <remarks>
/// The kernel is the one that <c>COURSE_KERNEL_PREFIX</c> names, where CI has installed the compiled one; without it, the kernel that was built
/// together with the tests.
/// </remarks>
public sealed class ClientKernel : IDisposable
{
    private const string Missing = "needs Python with jupyter_client, jupyter_kernel_test, nbconvert, notebook, jupyter_console and jupyterhub";
    private readonly string? _python = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(HasJupyter);

    public ClientKernel() => Prefix = Environment.GetEnvironmentVariable("COURSE_KERNEL_PREFIX") is { Length: > 0 } prefix ? prefix : Built();

    /// <summary>A folder of this test class, deleted at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("clients-").FullName;

    /// <summary>The folder with <c>share/jupyter/kernels</c>.</summary>
    public string Prefix { get; }

    /// <summary>The program. Where CI has none a test fails; elsewhere it is skipped, and says why.</summary>
    public string Python
    {
        get
        {
            if (_python is null)
            {
                Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", Missing);
                Assert.Fail(Missing);
            }
            return _python;
        }
    }

    /// <summary>Our kernel first, and nothing of the user's own Jupyter.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["JUPYTER_PATH"] = Path.Combine(Prefix, "share", "jupyter"),
        ["JUPYTER_CONFIG_DIR"] = Path.Combine(Folder, "config"),
        ["JUPYTER_DATA_DIR"] = Path.Combine(Folder, "data"),
        ["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime"),
        ["COURSE_FOLDER"] = Environment.GetEnvironmentVariable("COURSE_HUB_COURSE") is { Length: > 0 } installed ? installed : Path.Combine(Folder, "course"),
        ["HUB_CONFIG"] = Path.Combine(CourseFolder.Find().Root, "hub", "jupyterhub_config.py"),
        // Debian's proxy finds its modules there, also where node is not Debian's.
        ["NODE_PATH"] = "/usr/share/nodejs",
        ["NO_COLOR"] = "1",
    };

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Built()
    {
        var host = Path.Combine(CourseFolder.Find().Root, "artifacts", "bin", "KernelHost", "debug", "course-kernel.dll");
        var spec = KernelSpec.Create(Machine.Current.Platform, null);
        spec["argv"] = new JsonArray("dotnet", host, "{connection_file}");
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "share", "jupyter", "kernels", KernelSpec.Name)).FullName;
        File.WriteAllText(Path.Combine(folder, "kernel.json"), spec.ToJsonString());
        return Folder;
    }

    private static bool HasJupyter(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import jupyter_client, jupyter_kernel_test, nbconvert, notebook, jupyter_console, jupyterhub"])
            {
                RedirectStandardError = true,
            });
            return process!.WaitForExit(TimeSpan.FromSeconds(60)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
