using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>Thousands of things that no client should say: afterwards the kernel answers as before.</summary>
/// <remarks>The seed is fixed, so a failure repeats.</remarks>
public sealed class FuzzTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    private static readonly string[] Types =
    [
        "execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "kernel_info_request", "comm_open",
        "comm_info_request", "comm_msg", "interrupt_request", "debug_request", "input_reply", "no_such_request", "", "status",
    ];

    private static readonly string[] Names =
        ["code", "cursor_pos", "detail_level", "silent", "store_history", "user_expressions", "allow_stdin", "hist_access_type", "pattern", "n", "start", "stop", "session", "comm_id"];

    private readonly Random _random = new(20261126);
    private readonly FakeClient _client = kernel.Client;

    [Fact]
    public void Connections_that_talk_nonsense_are_left()
    {
        int[] ports = [kernel.Connection.Shell, kernel.Connection.Control, kernel.Connection.Stdin, kernel.Connection.Iopub, kernel.Connection.Heartbeat];
        for (var i = 0; i < 1_000; i++)
        {
            using var client = new TcpClient();
            client.Connect("127.0.0.1", ports[i % ports.Length]);
            var noise = new byte[_random.Next(200)];
            _random.NextBytes(noise);
            try
            {
                // Some say hello properly first, some end in the middle of it.
                if (i % 3 > 0)
                    client.GetStream().Write(ZmtpFrames.Greeting());
                if (i % 3 > 1)
                    client.GetStream().Write(ZmtpFrames.Ready("DEALER"));
                client.GetStream().Write(noise);
            }
            catch (IOException)
            {
                // Left already.
            }
        }
        StillAnswers();
    }

    [Fact]
    public void Frames_that_are_no_message_are_dropped()
    {
        for (var i = 0; i < 2_000; i++)
            _client.Socket(Channel(i)).Send([.. Enumerable.Range(0, _random.Next(1, 9)).Select(_ => Noise())]);
        StillAnswers();
    }

    [Fact]
    public void Messages_of_somebody_without_the_key_are_dropped()
    {
        var stranger = new MessageCodec("another key", "hmac-sha256");
        for (var i = 0; i < 1_000; i++)
            _client.Socket(Channel(i)).Send(stranger.Encode([], "execute_request", new JsonObject { ["code"] = "var stranger = 1;" }, null));
        StillAnswers();
        Assert.Equal("error", _client.Execute("stranger").Status);
    }

    [Fact]
    public void Signed_messages_with_any_content_are_answered_or_dropped()
    {
        var codec = new MessageCodec(KernelFixture.Key, "hmac-sha256");
        for (var i = 0; i < 2_000; i++)
        {
            var content = new JsonObject();
            foreach (var name in Names.Where(_ => _random.Next(3) == 0))
                content[name] = Value(depth: 0);
            // Code that is executed is harmless: a name that nobody knows.
            var type = Types[_random.Next(Types.Length)];
            if (type == "execute_request")
                content["code"] = "nobody" + _random.Next(5);
            content["silent"] = true;
            _client.Socket(Channel(i)).Send(codec.Encode([], type, content, Noise()));
        }
        StillAnswers();
    }

    [Fact]
    public void Fifty_megabytes_come_and_go()
    {
        var text = new string('x', 50_000_000);
        var answer = _client.Ask("shell", "is_complete_request", new JsonObject { ["code"] = "1", ["more"] = text });
        Assert.Equal("complete", answer.Status);
        var shown = _client.Execute("display(HTML(new string('x', 50_000_000))); 1").Single("display_data").Content["data"]!;
        Assert.Equal(50_000_000, ((string)shown["text/html"]!).Length);
        var cut = _client.Execute("display(HTML(new string('x', 70_000_000))); 1").Single("display_data").Content["data"]!;
        Assert.Null(cut["text/html"]);
        Assert.Contains("(text/html of 70,000,000 characters is too long to be shown)", (string)cut["text/plain"]!, StringComparison.Ordinal);
    }

    private static string Channel(int i) => (i % 3) switch { 0 => "shell", 1 => "control", _ => "stdin" };

    private void StillAnswers()
    {
        foreach (var channel in new[] { "control", "shell" })
            Assert.Equal("ok", _client.Ask(channel, "kernel_info_request").Status);
        Assert.Equal("2", _client.Execute("1 + 1").Single("execute_result").Plain);
    }

    private byte[] Noise()
    {
        var noise = new byte[_random.Next(40)];
        _random.NextBytes(noise);
        return _random.Next(6) switch
        {
            0 => "<IDS|MSG>"u8.ToArray(),
            1 => "{}"u8.ToArray(),
            2 => Encoding.UTF8.GetBytes("{\"a\":" + new string('[', _random.Next(200))),
            3 => "{\"msg_type\":\"execute_request\",\"msg_type\":1}"u8.ToArray(),
            _ => noise,
        };
    }

    private JsonNode? Value(int depth) => _random.Next(depth > 3 ? 6 : 8) switch
    {
        0 => null,
        1 => JsonValue.Create(_random.Next(-5, 5)),
        2 => JsonValue.Create(double.MaxValue),
        3 => JsonValue.Create(_random.Next(2) == 0),
        4 => JsonValue.Create(new string('\ud800', _random.Next(3)) + "\0\u0004é\U0001F600" + "Math."),
        5 => JsonValue.Create(long.MaxValue),
        6 => new JsonArray(Value(depth + 1), Value(depth + 1)),
        _ => new JsonObject { ["x"] = Value(depth + 1), [""] = Value(depth + 1) },
    };
}
