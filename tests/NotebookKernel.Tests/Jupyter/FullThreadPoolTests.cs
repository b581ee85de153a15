namespace NotebookKernel.Tests.Jupyter;

/// <summary>A cell that takes every thread of the pool. It runs while no other test does, because kernels under test share the pool of this process.</summary>
[CollectionDefinition(nameof(FullThreadPoolTests), DisableParallelization = true)]
[Collection(nameof(FullThreadPoolTests))]
public sealed class FullThreadPoolTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    private readonly FakeClient _client = kernel.Client;

    [Fact(Timeout = 120_000)]
    public Task Interrupts_and_cells_come_through_when_the_thread_pool_is_full() => Task.Run(() =>
    {
        var id = _client.SendCode(
            "var gate = new System.Threading.ManualResetEvent(false); for (var i = 0; i < 200; i++) Task.Run(() => gate.WaitOne());\nConsole.Write(\"go\"); Task.Delay(-1).Wait();");
        _client.Until(id, m => m.Type == "stream");
        _client.Ask("control", "interrupt_request");
        Assert.Equal("Interrupted", (string?)_client.Await("shell", id).Reply["ename"]);
        // A cell of several lines: its debug information needs a thread of the pool.
        Assert.Equal("3", _client.Execute("var here = 1;\nhere + 2").Single("execute_result").Plain);
        _client.Execute("gate.Set();");
    }, TestContext.Current.CancellationToken);
}
