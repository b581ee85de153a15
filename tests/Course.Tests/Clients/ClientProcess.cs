using System.Diagnostics;

namespace Course.Tests.Clients;

/// <summary>A program that uses the kernel, with an end in time: after it, the program and all it started are killed.</summary>
internal static class ClientProcess
{
    public static async Task<(int Code, string Output)> RunAsync(ClientKernel kernel, TimeSpan limit, string? input, params string[] arguments)
    {
        using var process = Start(kernel, arguments);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var ended = true;
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(limit, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            ended = false;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        // A process that left the tree may still hold the pipe; what it says is not waited for.
        var said = Task.WhenAll(output, errors);
        await Task.WhenAny(said, Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None));
        var text = said.IsCompletedSuccessfully ? string.Concat(said.Result) : "(its output is still held by another process)";
        Assert.True(ended, $"{string.Join(' ', arguments)} had not ended after {limit.TotalSeconds:0} s:\n{text}");
        return (process.ExitCode, text);
    }

    public static Process Start(ClientKernel kernel, params string[] arguments)
    {
        var start = new ProcessStartInfo(kernel.Python, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = kernel.Folder,
        };
        foreach (var (name, value) in kernel.Variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>A script that lies beside the tests.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);
}
