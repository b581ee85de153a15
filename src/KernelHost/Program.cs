using NotebookKernel;

namespace KernelHost;

/// <summary><c>course-kernel connection_file</c>: what Jupyter and VS Code start.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var file] || file.StartsWith('-'))
        {
            Console.Error.WriteLine("Usage: course-kernel <connection file>\nJupyter and VS Code start this program; `course kernel install` tells them where it is.");
            return 2;
        }
        try
        {
            using var kernel = new JupyterKernel(ConnectionInfo.Read(file), new CSharpSession(Environment.CurrentDirectory));
            kernel.Start();
            using var guards = ProcessGuards.Install(kernel);
            kernel.Wait();
            guards.Exit();
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            Console.Error.WriteLine($"The kernel could not start: {e.Message}");
            return 1;
        }
    }
}
