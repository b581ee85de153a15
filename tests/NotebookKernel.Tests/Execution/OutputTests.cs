namespace NotebookKernel.Tests;

public sealed class OutputTests : IDisposable
{
    private readonly CSharpSession _session = new(Path.GetTempPath());

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Writes_merge_and_keep_their_order_among_displays()
    {
        var outputs = await Run("""
            Console.Write("a"); Console.WriteLine("b"); Console.Write('c'); Console.WriteLine(); Console.Write(new[] { 'd' }, 0, 1);
            Console.Error.Write("e");
            Console.Write("f");
            display(1);
            2.Display();
            Console.Write("g\r\nh");
            3
            """);
        Assert.Equal(["stdout:ab\nc\nd", "stderr:e", "stdout:f", "display:1", "display:2", "stdout:g\nh", "result:3"], outputs);
    }

    [Fact]
    public async Task Output_of_tasks_belongs_to_the_cell() =>
        Assert.Equal(["stdout:pool\n"], await Run("await Task.Run(() => Console.WriteLine(\"pool\"));"));

    [Fact]
    public async Task What_work_left_running_writes_comes_with_the_next_cell()
    {
        await Run("var gate = new TaskCompletionSource(); var late = Task.Run(async () => { await gate.Task; Console.Write(\"late\"); });");
        Assert.Equal(["stdout:late"], await Run("gate.SetResult(); await late;"));
    }

    [Fact]
    public async Task Sessions_side_by_side_do_not_mix()
    {
        async Task<IEnumerable<string>> Speak(string name)
        {
            using var session = new CSharpSession(Path.GetTempPath());
            var result = await session.ExecuteAsync(
                $"for (int i = 0; i < 200; i++) {{ Console.Write(\"{name}\"); await Task.Yield(); }}", cancellationToken: TestContext.Current.CancellationToken);
            return result.Outputs.Select(Text);
        }

        var spoken = await Task.WhenAll("abcd".Select(c => Speak(c.ToString())));
        Assert.Equal("abcd".Select(c => "stdout:" + new string(c, 200)), spoken.Select(Assert.Single));
    }

    [Fact]
    public async Task A_cell_that_prints_without_end_is_cut()
    {
        var text = Assert.Single(await Run($"for (int i = 0; i < 30; i++) Console.Write(new string('x', {CellOutputs.TextLimit / 20}));"));
        Assert.EndsWith("x\n… cut after 1,000,000 characters\n", text, StringComparison.Ordinal);
        Assert.Equal(CellOutputs.TextLimit, text.Count(c => c == 'x'));
    }

    [Fact]
    public async Task A_shown_value_can_be_updated()
    {
        var sink = new Recorder();
        var result = await _session.ExecuteAsync(
            "var shown = display(\"old\"); display(\"other\"); shown.Update(\"new\"); shown", sink: sink, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["display:new", "display:other"], result.Outputs.Select(Text));
        Assert.Equal(["display-1 display:old", "display-2 display:other", "update display-1 display:new"], sink.Heard);
    }

    [Fact]
    public async Task A_sink_hears_outputs_as_they_come()
    {
        var sink = new Recorder();
        await _session.ExecuteAsync("Console.Write(1); display(2); 3", sink: sink, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([" stdout:1", "display-1 display:2", " result:3"], sink.Heard);
    }

    [Fact]
    public async Task Html_and_chosen_mime_types()
    {
        var result = await _session.ExecuteAsync("display(HTML(\"<b>x</b>\")); display(\"a<b\", \"text/html\");", cancellationToken: TestContext.Current.CancellationToken);
        var bundles = result.Outputs.Cast<DisplayOutput>().Select(o => o.Data.Text("text/html"));
        Assert.Equal(["<b>x</b>", "a&lt;b"], bundles);
    }

    [Fact]
    public async Task A_cell_has_no_keyboard() => Assert.Equal(["result:True"], await Run("Console.ReadLine() == null"));

    private async Task<List<string>> Run(string code)
    {
        var result = await _session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
        return [.. result.Outputs.Select(Text)];
    }

    private static string Text(CellOutput output) => output switch
    {
        StreamOutput s => $"{s.Name}:{s.Text}",
        DisplayOutput d => "display:" + d.Data.Text("text/plain"),
        ResultOutput r => "result:" + r.Data.Text("text/plain"),
        _ => output.ToString()!,
    };

    private sealed class Recorder : IOutputSink
    {
        public List<string> Heard { get; } = [];

        public void Write(CellOutput output, string? displayId) => Heard.Add($"{displayId} {Text(output)}");

        public void Update(CellOutput output, string displayId) => Heard.Add($"update {displayId} {Text(output)}");
    }
}
