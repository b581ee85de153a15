using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>Every way of never ending, ten times in a row on one kernel.</summary>
public sealed class KernelInterruptTests(KernelFixture kernel, ITestOutputHelper output) : IClassFixture<KernelFixture>
{
    private readonly FakeClient _client = kernel.Client;

    [Theory(Timeout = 300_000)]
    [InlineData("while (true) { }")]
    [InlineData("for (;;) ;")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("Console.ReadLine();")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("var pipe = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.In); pipe.ReadByte();")]
    [InlineData("var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0); listener.Start(); listener.AcceptTcpClient();")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Where(i => i == 2).Count();")]
    public Task Interrupted_ten_times_in_a_row(string code) => Task.Run(() =>
    {
        _client.Execute("var kept = 41;");
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 10; i++)
        {
            var id = _client.SendCode("Console.Write(\"go\"); " + code, c => c["allow_stdin"] = true);
            _client.Until(id, m => m.Type == "stream");
            if (code.Contains("ReadLine", StringComparison.Ordinal))
                Assert.Equal("input_request", _client.Next("stdin").Type);
            var watch = Stopwatch.StartNew();
            Assert.Equal("ok", _client.Ask("control", "interrupt_request", new JsonObject()).Status);
            var answer = _client.Await("shell", id);
            if (watch.Elapsed > slowest)
                slowest = watch.Elapsed;
            Assert.Equal(("error", "Interrupted"), (answer.Status, (string?)answer.Reply["ename"]));
        }
        Assert.Equal("42", _client.Execute("kept + 1").Single("execute_result").Plain);
        // Reported, not asserted: a busy machine makes its own time.
        output.WriteLine($"{code}: at most {slowest.TotalMilliseconds:0} ms");
        Assert.True(slowest < TimeSpan.FromSeconds(20));
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = 120_000)]
    public Task Nothing_to_interrupt_is_no_error_and_hurts_no_later_cell() => Task.Run(() =>
    {
        Assert.Equal("ok", _client.Ask("control", "interrupt_request").Status);
        Assert.Equal("ok", _client.Execute("await Task.Delay(1); 1").Status);
    }, TestContext.Current.CancellationToken);
}
