using System.Text.Json.Nodes;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>Everything that clients ask besides executing cells.</summary>
public sealed class RequestTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    private readonly FakeClient _client = kernel.Client;

    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    public void The_kernel_introduces_itself_on_both_channels(string channel)
    {
        var answer = _client.Ask(channel, "kernel_info_request");
        Assert.Equal(["busy", "idle"], answer.Published.Select(m => (string?)m.Content["execution_state"]));
        Assert.Equal(("ok", "5.4"), (answer.Status, (string?)answer.Reply["protocol_version"]));
        var language = answer.Reply["language_info"]!;
        Assert.Equal(("C#", ".cs", "text/x-csharp", "csharp"),
            ((string?)language["name"], (string?)language["file_extension"], (string?)language["mimetype"], (string?)language["pygments_lexer"]));
        Assert.NotEmpty((string)answer.Reply["banner"]!);
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("if (true) {", "incomplete")]
    [InlineData("var x = );", "invalid")]
    [InlineData("var raw = \"\"\"\na", "incomplete")]
    public void It_says_whether_code_is_complete(string code, string status) =>
        Assert.Equal(status, _client.Ask("shell", "is_complete_request", new JsonObject { ["code"] = code }).Status);

    [Fact]
    public void Completion_counts_code_points()
    {
        // The smile is one code point and two UTF-16 units.
        const string Code = "var s = \"\U0001F600\"; s.ToUpperI";
        var length = Code.Length - 1;
        var reply = _client.Ask("shell", "complete_request", new JsonObject { ["code"] = Code + " + 1", ["cursor_pos"] = length }).Reply;
        Assert.Equal(["ToUpperInvariant"], reply["matches"]!.AsArray().Select(m => (string?)m));
        Assert.Equal((length - "ToUpperI".Length, length), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
    }

    [Fact]
    public void Completion_sees_what_cells_have_declared()
    {
        _client.Execute("var velocity = 3.0;");
        var reply = _client.Ask("shell", "complete_request", new JsonObject { ["code"] = "velo", ["cursor_pos"] = 4 }).Reply;
        Assert.Equal("velocity", (string?)reply["matches"]![0]);
    }

    [Fact]
    public void Inspection_gives_signature_and_documentation()
    {
        var reply = _client.Ask("shell", "inspect_request", new JsonObject { ["code"] = "Math.Max(1, 2)", ["cursor_pos"] = 7, ["detail_level"] = 0 }).Reply;
        Assert.True((bool)reply["found"]!);
        Assert.Contains("Max(", (string)reply["data"]!["text/plain"]!, StringComparison.Ordinal);
        Assert.False((bool)_client.Ask("shell", "inspect_request", new JsonObject { ["code"] = "nowhere", ["cursor_pos"] = 3 }).Reply["found"]!);
    }

    [Fact]
    public void History_is_found_by_range_tail_and_pattern()
    {
        var start = (int)_client.Execute("100 + 1").Reply["execution_count"]!;
        _client.Execute("100 + 2");
        _client.Execute("100 + 1");
        Assert.Equal(["100 + 2"], Codes(new() { ["hist_access_type"] = "range", ["start"] = start + 1, ["stop"] = start + 2 }));
        Assert.Equal(["100 + 2", "100 + 1"], Codes(new() { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal(["100 + 1", "100 + 2", "100 + 1"], Codes(new() { ["hist_access_type"] = "search", ["pattern"] = "100 *" }));
        Assert.Equal(["100 + 2", "100 + 1"], Codes(new() { ["hist_access_type"] = "search", ["pattern"] = "100 *", ["unique"] = true }));
        var entry = _client.Ask("shell", "history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 1, ["output"] = true }).Reply["history"]![0]!;
        Assert.Equal(("100 + 1", "101"), ((string?)entry[2]![0], (string?)entry[2]![1]));
    }

    [Fact]
    public void Widgets_are_told_at_once_that_nobody_is_there()
    {
        Assert.Empty(_client.Ask("shell", "comm_info_request").Reply["comms"]!.AsObject());
        var id = _client.Send("shell", "comm_open", new JsonObject { ["comm_id"] = "c1", ["target_name"] = "nobody", ["data"] = new JsonObject() });
        Assert.Equal("c1", (string?)Assert.Single(_client.UntilIdle(id), m => m.Type == "comm_close").Content["comm_id"]);
        _client.UntilIdle(_client.Send("shell", "comm_msg", new JsonObject { ["comm_id"] = "c1" }));
    }

    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    public void Unknown_requests_are_refused_by_name(string channel) =>
        Assert.Equal("This kernel does not know surprise_request.", (string?)_client.Ask(channel, "surprise_request").Reply["evalue"]);

    [Fact]
    public void The_heart_beats()
    {
        using var heartbeat = new FakeSocket("REQ", kernel.Connection.Heartbeat);
        heartbeat.Send([], [1, 2, 3]);
        Assert.Equal([[], [1, 2, 3]], heartbeat.Receive());
    }

    [Fact]
    public void Two_clients_get_each_their_own_replies()
    {
        using var other = new FakeClient(kernel.Connection, "other");
        var (mine, theirs) = (_client.SendCode("\"mine\""), other.SendCode("\"theirs\""));
        Assert.Equal("theirs", other.Await("shell", theirs).Single("execute_result").Plain);
        Assert.Equal("mine", _client.Await("shell", mine).Single("execute_result").Plain);
        // Outputs are for everybody.
        Assert.Contains(other.UntilIdle(mine), m => m.Type == "execute_result");
    }

    private IEnumerable<string?> Codes(JsonObject request) =>
        _client.Ask("shell", "history_request", request).Reply["history"]!.AsArray().Select(e => (string?)e![2]);
}
