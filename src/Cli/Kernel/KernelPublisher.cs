using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CourseCli;

/// <summary>Builds the kernel into a folder, by <c>dotnet publish</c>.</summary>
/// <param name="course">The clone with the kernel's source.</param>
/// <param name="say">Hears what is going on.</param>
internal sealed class KernelPublisher(CourseFolder course, Action<string> say)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>The build asked for, or the fastest that this machine can make.</summary>
    /// <returns>The build that was made.</returns>
    /// <exception cref="IOException">None could be made; the message ends with what the last one said.</exception>
    public async Task<KernelBuild> PublishAsync(string folder, KernelBuild? wanted, CancellationToken cancellation)
    {
        var error = "";
        foreach (var build in wanted is { } only ? [only] : Enum.GetValues<KernelBuild>())
        {
            var clock = Stopwatch.StartNew();
            say($"Building the kernel ({Words(build)}) …");
            var (code, output) = await RunAsync(Arguments(course, folder, build), cancellation);
            if (code == 0)
            {
                say(FormattableString.Invariant($"Built in {clock.Elapsed.TotalSeconds:0} s."));
                return build;
            }
            error = FirstError(output);
            say($"That did not work here: {error}");
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        throw new IOException($"The kernel could not be built: {error}");
    }

    /// <summary>What <c>dotnet</c> is called with. The builds live apart from the clone's own, whose restored packages are other ones.</summary>
    internal static string[] Arguments(CourseFolder course, string folder, KernelBuild build) =>
    [
        "publish", Path.Combine(course.Root, "src", "KernelHost"), "--configuration", "Release", "--output", folder,
        "--artifacts-path", Path.Combine(course.Root, "artifacts", "kernel", build.ToString().ToLowerInvariant()),
        "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", build == KernelBuild.Jit ? "false" : "true",
        "-p:KernelPublish=true", $"-p:PublishReadyToRun={build != KernelBuild.Jit}", $"-p:PublishReadyToRunComposite={build == KernelBuild.Composite}",
        // A build server that lives on would keep our end of its output open, and we would wait for it.
        "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v", "quiet", "--nologo",
    ];

    private static string Words(KernelBuild build) => build switch
    {
        KernelBuild.Composite => "machine code for everything at once; some minutes, once",
        KernelBuild.ReadyToRun => "machine code for each library",
        _ => "without machine code: it starts more slowly",
    };

    private static string FirstError(string output) =>
        output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))?.Trim() ?? "dotnet publish failed without a message.";

    private async Task<(int Code, string Output)> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = course.Root,
        };
        using var process = Process.Start(start) ?? throw new IOException("dotnet could not be started.");
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (1, FormattableString.Invariant($"error: not ready after {Limit.TotalMinutes:0} minutes."));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
