namespace NotebookKernel.Tests.Jupyter;

/// <summary>Much output, and values without end.</summary>
public sealed class FloodTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    private readonly FakeClient _client = kernel.Client;

    [Fact]
    public void A_million_lines_are_cut_and_come_in_few_messages()
    {
        var answer = _client.Execute("for (var i = 0; i < 1_000_000; i++) Console.WriteLine(i);\n1");
        var text = answer.Stream("stdout");
        Assert.StartsWith("0\n1\n2\n", text, StringComparison.Ordinal);
        Assert.EndsWith("… cut after 1,000,000 characters\n", text, StringComparison.Ordinal);
        // 64 kB a piece, and now and then one because time has passed.
        Assert.InRange(answer.Published.Count(m => m.Type == "stream"), 1, 1_000);
        Assert.Equal("1", answer.Single("execute_result").Plain);
    }

    [Fact]
    public void Text_that_waits_is_sent_before_the_cell_ends()
    {
        var id = _client.SendCode("Console.Write(\"first\"); Console.ReadLine();", c => c["allow_stdin"] = true);
        Assert.Equal("first", _client.Until(id, m => m.Type == "stream")[^1].Text);
        Assert.Equal("input_request", _client.Next("stdin").Type);
        _client.Send("stdin", "input_reply", new() { ["value"] = "\u0004" });
        Assert.Equal("ok", _client.Await("shell", id).Status);
    }

    [Theory]
    [InlineData("class Loop { public Loop Next => this; public string Name = \"x\"; }\nnew Loop()")]
    [InlineData("class Deep { public Deep Next => new Deep(); }\nnew Deep()")]
    [InlineData("var self = new List<object>(); self.Add(self); self.Add(self);\nself")]
    [InlineData("class Bad { public int P => P + 1; public override string ToString() => ToString(); }\nnew Bad()")]
    [InlineData("IEnumerable<int> Ones() { while (true) yield return 1; }\nOnes()")]
    public void Values_without_end_are_shown_in_part(string code)
    {
        var answer = _client.Execute(code);
        Assert.Equal("ok", answer.Status);
        Assert.InRange(answer.Single("execute_result").Plain!.Length, 1, 200_000);
    }
}
