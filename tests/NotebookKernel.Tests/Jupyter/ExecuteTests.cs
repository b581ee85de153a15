using System.Text.Json.Nodes;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>What a client sees of a cell.</summary>
public sealed class ExecuteTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    private readonly FakeClient _client = kernel.Client;

    [Fact]
    public void A_cell_is_busy_input_outputs_idle_in_this_order()
    {
        var answer = _client.Execute("Console.Write(\"out\"); Console.Error.Write(\"err\"); display(\"shown\"); Console.Write(\"more\");\n6 * 7");
        Assert.Equal(
            ["status busy", "execute_input", "stream out", "stream err", "display_data", "stream more", "execute_result", "status idle"],
            answer.Published.Select(m => m.Type switch
            {
                "status" => "status " + m.Content["execution_state"],
                "stream" => "stream " + m.Text,
                _ => m.Type,
            }));
        Assert.Equal("42", answer.Single("execute_result").Plain);
        Assert.Equal("ok", answer.Status);
        Assert.Equal((int)answer.Reply["execution_count"]!, (int)answer.Single("execute_input").Content["execution_count"]!);
        Assert.Equal((int)answer.Reply["execution_count"]!, (int)answer.Single("execute_result").Content["execution_count"]!);
    }

    [Fact]
    public void A_silent_cell_shows_nothing_and_does_not_count()
    {
        var before = Count();
        var answer = _client.Execute("var silent = 3; Console.Write(1); silent", c => c["silent"] = true);
        Assert.Equal(["status", "status"], answer.Published.Select(m => m.Type));
        Assert.Equal("ok", answer.Status);
        Assert.Equal("3", _client.Execute("silent").Single("execute_result").Plain);
        Assert.Equal(before + 2, Count()); // the cell above, and the one that asks
    }

    [Fact]
    public void What_is_not_stored_is_shown_and_does_not_count()
    {
        var before = Count();
        Assert.Equal("5", _client.Execute("5", c => c["store_history"] = false).Single("execute_result").Plain);
        Assert.Equal(before + 1, Count());
    }

    [Fact]
    public void User_expressions_are_evaluated_afterwards()
    {
        var answer = _client.Execute("var u = 20;", c => c["user_expressions"] = new JsonObject { ["good"] = "u + 1", ["bad"] = "nowhere" });
        var (good, bad) = (answer.Reply["user_expressions"]!["good"]!, answer.Reply["user_expressions"]!["bad"]!);
        Assert.Equal(("ok", "21"), ((string?)good["status"], (string?)good["data"]!["text/plain"]));
        Assert.Equal(("error", "CompilationError"), ((string?)bad["status"], (string?)bad["ename"]));
    }

    [Fact]
    public void An_error_has_a_name_a_short_value_and_a_colored_traceback()
    {
        var answer = _client.Execute("void F()\n{\n    throw new InvalidOperationException(new string('x', 5000));\n}\nF();");
        var error = answer.Single("error").Content;
        Assert.Equal("error", answer.Status);
        Assert.Equal("InvalidOperationException", (string?)error["ename"]);
        Assert.InRange(((string)error["evalue"]!).Length, 1000, 1001);
        Assert.Contains("\u001b[31;1mInvalidOperationException\u001b[0m", (string?)error["traceback"]![0], StringComparison.Ordinal);
        Assert.Contains(error["traceback"]!.AsArray(), l => ((string)l!).Contains("line 3\u001b[0m, in F: throw new", StringComparison.Ordinal));
        Assert.Equal((string?)error["ename"], (string?)answer.Reply["ename"]);
    }

    [Fact]
    public void Cells_that_wait_are_dropped_after_an_error()
    {
        // Two more are there before the first ends: it ends when the client answers it.
        var first = _client.SendCode("Console.ReadLine(); throw new Exception();", c => c["allow_stdin"] = true);
        Assert.Equal("input_request", _client.Next("stdin").Type);
        var waiting = new[] { _client.SendCode("var dropped1 = 1;"), _client.SendCode("var dropped2 = 1;") };
        var question = _client.Send("shell", "kernel_info_request");
        SpinUntilQueued();
        _client.Send("stdin", "input_reply", new JsonObject { ["value"] = "" });
        Assert.Equal("error", _client.Await("shell", first).Status);
        foreach (var id in waiting)
            Assert.Equal("aborted", (string?)_client.Reply("shell", id).Content["status"]);
        Assert.Equal("ok", _client.Await("shell", question).Status);
        Assert.Equal("error", _client.Execute("dropped1", c => c["stop_on_error"] = false).Status);
        Assert.Equal("ok", _client.Execute("1").Status);
    }

    [Fact]
    public void Cells_that_wait_are_kept_when_the_client_wants_to_go_on()
    {
        var first = _client.SendCode("throw new Exception();", c => c["stop_on_error"] = false);
        var second = _client.SendCode("1");
        Assert.Equal("error", _client.Await("shell", first).Status);
        Assert.Equal("ok", _client.Await("shell", second).Status);
    }

    [Fact]
    public void A_shown_value_is_updated_by_its_id_from_a_later_cell()
    {
        var shown = _client.Execute("var shown = display(1);").Single("display_data");
        var update = _client.Execute("shown.Update(2);").Single("update_display_data");
        Assert.Equal("2", update.Plain);
        Assert.NotNull(shown.Content["transient"]!["display_id"]);
        Assert.Equal((string?)shown.Content["transient"]!["display_id"], (string?)update.Content["transient"]!["display_id"]);
    }

    [Fact]
    public void Output_is_cleared_now_or_with_the_next_one()
    {
        var answer = _client.Execute("Console.Write(1); ClearOutput(); Console.Write(2); ClearOutput(wait: true); Console.Write(3);");
        Assert.Equal(["1", "False", "2", "True", "3"], answer.Published.Where(m => m.Type is "stream" or "clear_output")
            .Select(m => m.Type == "stream" ? m.Text : ((bool)m.Content["wait"]!).ToString()));
    }

    [Fact]
    public void A_cell_reads_lines_that_the_client_is_asked_for()
    {
        var id = _client.SendCode("Console.Write(\"name? \"); var name = Console.ReadLine(); var c = (char)Console.Read(); var rest = Console.In.ReadLine();\n$\"{name}|{c}|{rest}\"",
            c => c["allow_stdin"] = true);
        foreach (var line in new[] { "Zoë", "xyz" })
        {
            var request = _client.Next("stdin");
            Assert.Equal(("input_request", id, ""), (request.Type, request.Parent, (string?)request.Content["prompt"]));
            _client.Send("stdin", "input_reply", new JsonObject { ["value"] = line });
        }
        var answer = _client.Await("shell", id);
        Assert.Equal("Zoë|x|yz", answer.Single("execute_result").Plain);
        Assert.Equal("name? ", answer.Stream("stdout"));
    }

    [Fact]
    public void A_client_that_cannot_ask_is_not_asked()
    {
        var answer = _client.Execute("Console.ReadLine()");
        Assert.Equal("The cell reads from the console, and this client does not let it ask.", (string?)answer.Single("error").Content["evalue"]);
    }

    [Fact]
    public void What_work_left_running_prints_comes_with_its_cell()
    {
        var id = _client.SendCode("var go = new System.Threading.SemaphoreSlim(0); var late = Task.Run(() => { go.Wait(); Console.Write(\"late\"); });");
        _client.Await("shell", id);
        _client.Execute("go.Release(); await late;");
        // The cell that waits for it has begun by then, so it is shown there or, had no cell begun, with the old one.
        Assert.Equal("ok", _client.Execute("go.Release(); 1").Status);
    }

    private int Count() => (int)_client.Execute("0").Reply["execution_count"]!;

    // Control requests are answered at once, so after a few of them what was sent before has been read, also on a busy machine.
    private void SpinUntilQueued()
    {
        for (var i = 0; i < 50; i++)
            _client.Ask("control", "kernel_info_request");
    }
}
