using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>The program <c>course-kernel</c>: what ends it, and what does not.</summary>
public class HostTests
{
    [Fact]
    public void A_client_ends_it()
    {
        using var host = new HostProcess();
        var answer = host.Client.Ask("control", "shutdown_request", new JsonObject { ["restart"] = false });
        Assert.Equal("ok", answer.Status);
        Assert.Equal(0, host.ExitCode());
    }

    [Fact]
    public void A_signal_ends_it_also_while_a_cell_spins()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are not a thing of Windows");
        using var host = new HostProcess();
        host.Client.Until(host.Client.SendCode("Console.Write(1); while (true) { }"), m => m.Type == "stream");
        host.Signal("TERM");
        Assert.Equal(0, host.ExitCode());
    }

    [Fact]
    public void Exit_in_a_cell_says_so_and_ends_it()
    {
        using var host = new HostProcess();
        var answer = host.Client.UntilIdle(host.Client.SendCode("Environment.Exit(3);"));
        Assert.Contains(answer, m => m.Type == "stream" && m.Text == "The kernel ends: a cell called Environment.Exit(3).\n");
        Assert.Equal(3, host.ExitCode());
    }

    [Fact]
    public void Exceptions_on_other_threads_are_shown_and_survived()
    {
        using var host = new HostProcess();
        var id = host.Client.SendCode("var t = new System.Threading.Thread(() => throw new Exception(\"lost\")); t.Start(); t.Join(); System.Threading.Thread.Sleep(200);");
        var text = string.Concat(host.Client.UntilIdle(id).Where(m => m.Type == "stream").Select(m => m.Text));
        Assert.Contains("Exception: lost (on a thread that a cell started; nothing handled it)", text, StringComparison.Ordinal);
        Assert.Equal("ok", host.Client.Execute("System.Threading.ThreadPool.UnsafeQueueUserWorkItem(_ => throw new Exception(\"pool\"), null);").Status);
        Assert.Equal("2", host.Client.Execute("1 + 1").Single("execute_result").Plain);
    }

    [Fact]
    public void Running_out_of_memory_is_an_exception()
    {
        // The limit that the program sets is a share of the machine; a small one shows the same soon. The number is hexadecimal: 512 MB.
        using var host = new HostProcess(("DOTNET_GCHeapHardLimit", "20000000"));
        Assert.Equal("ok", host.Client.Execute("var kept = 1;").Status);
        var answer = host.Client.Execute("var all = new List<byte[]>(); while (true) all.Add(new byte[10_000_000]);");
        Assert.Equal("OutOfMemoryException", (string?)answer.Reply["ename"]);
        Assert.Equal("ok", host.Client.Execute("all.Clear();").Status);
        Assert.Equal("1", host.Client.Execute("kept").Single("execute_result").Plain);
    }

    [Fact]
    public void Without_a_connection_file_it_says_what_it_is()
    {
        using var process = HostProcess.Run();
        Assert.True(process.WaitForExit(FakeSocket.Limit));
        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith("Usage: course-kernel <connection file>", process.StandardError.ReadToEnd(), StringComparison.Ordinal);
    }

    /// <summary>The program, with a client; killed at the end, whatever happened.</summary>
    private sealed class HostProcess : IDisposable
    {
        private readonly Process _process;
        private readonly string _file = Path.GetTempFileName();

        public HostProcess(params (string Name, string Value)[] variables)
        {
            var ports = FreePorts(5);
            var connection = new ConnectionInfo("tcp", "127.0.0.1", "k", "hmac-sha256", ports[0], ports[1], ports[2], ports[3], ports[4]);
            File.WriteAllText(_file, new JsonObject
            {
                ["transport"] = "tcp",
                ["ip"] = connection.Ip,
                ["key"] = connection.Key,
                ["signature_scheme"] = connection.SignatureScheme,
                ["shell_port"] = ports[0],
                ["control_port"] = ports[1],
                ["stdin_port"] = ports[2],
                ["iopub_port"] = ports[3],
                ["hb_port"] = ports[4],
            }.ToJsonString());
            _process = Run([_file], variables);
            Client = Connect(connection);
        }

        public FakeClient Client { get; }

        public static Process Run(string[]? arguments = null, params (string Name, string Value)[] variables)
        {
            // artifacts/bin/NotebookKernel.Tests/debug/ stands beside artifacts/bin/KernelHost/debug/.
            var build = new DirectoryInfo(AppContext.BaseDirectory);
            var program = Path.Combine(build.Parent!.Parent!.FullName, "KernelHost", build.Name, "course-kernel.dll");
            var start = new ProcessStartInfo("dotnet", [program, .. arguments ?? []]) { RedirectStandardError = true, RedirectStandardInput = true };
            foreach (var (name, value) in variables)
                start.Environment[name] = value;
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }

        public void Signal(string name)
        {
            using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString()]);
            Assert.True(kill.WaitForExit(FakeSocket.Limit));
        }

        public int ExitCode()
        {
            Assert.True(_process.WaitForExit(FakeSocket.Limit), "The kernel is still there.");
            return _process.ExitCode;
        }

        public void Dispose()
        {
            Client.Dispose();
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            _process.Dispose();
            File.Delete(_file);
        }

        // The sockets are open a little after the process has started.
        private FakeClient Connect(ConnectionInfo connection)
        {
            for (var watch = Stopwatch.StartNew(); ; Thread.Yield())
            {
                try
                {
                    using var probe = new System.Net.Sockets.TcpClient("127.0.0.1", connection.Shell);
                    return new FakeClient(connection);
                }
                catch (System.Net.Sockets.SocketException) when (watch.Elapsed < FakeSocket.Limit && !_process.HasExited)
                {
                    Thread.Sleep(20);
                }
                catch
                {
                    _process.Kill(entireProcessTree: true);
                    throw;
                }
            }
        }

        private static int[] FreePorts(int count)
        {
            var listeners = Enumerable.Range(0, count).Select(_ => new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0)).ToList();
            listeners.ForEach(l => l.Start());
            var ports = listeners.Select(l => ((System.Net.IPEndPoint)l.LocalEndpoint).Port).ToArray();
            listeners.ForEach(l => l.Stop());
            return ports;
        }
    }
}
