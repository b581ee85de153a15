using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>A message from the kernel.</summary>
internal sealed record Received(string Type, string Parent, JsonObject Content)
{
    public string Text => (string)Content["text"]!;

    public string? Plain => (string?)Content["data"]!["text/plain"];
}

/// <summary>What came of a request: the reply, and everything published for it between busy and idle.</summary>
internal sealed record Answer(JsonObject Reply, IReadOnlyList<Received> Published)
{
    public string? Status => (string?)Reply["status"];

    public string Stream(string name) => string.Concat(Published.Where(m => m.Type == "stream" && (string?)m.Content["name"] == name).Select(m => m.Text));

    public Received Single(string type) => Assert.Single(Published, m => m.Type == type);
}

/// <summary>A client that speaks the protocol by hand, so that a test can say anything. Nothing waits for longer than a minute.</summary>
internal sealed class FakeClient : IDisposable
{
    private readonly MessageCodec _codec;
    private readonly Dictionary<string, FakeSocket> _sockets;
    private readonly List<Received> _published = [];
    private int _count;

    public FakeClient(ConnectionInfo connection, string identity = "client")
    {
        _codec = new(connection.Key, connection.SignatureScheme);
        Iopub = new("SUB", connection.Iopub);
        Iopub.Send([1]);
        _sockets = new()
        {
            ["shell"] = new("DEALER", connection.Shell, identity),
            ["control"] = new("DEALER", connection.Control, identity),
            ["stdin"] = new("DEALER", connection.Stdin, identity),
        };
        // The subscription takes effect when it arrives: ask until something is published, as real clients do.
        for (var i = 0; i < 600 && _published.Count == 0; i++)
        {
            Reply("control", Send("control", "kernel_info_request"));
            if (Iopub.TryReceive(TimeSpan.FromMilliseconds(100)) is { } frames)
                _published.Add(Read(frames));
        }
        Assert.NotEmpty(_published);
    }

    public FakeSocket Iopub { get; }

    public FakeSocket Socket(string channel) => _sockets[channel];

    public void Dispose()
    {
        Iopub.Dispose();
        foreach (var socket in _sockets.Values)
            socket.Dispose();
    }

    /// <summary>Sends a request and gives its id.</summary>
    public string Send(string channel, string type, JsonObject? content = null)
    {
        var frames = _codec.Encode([], type, content ?? [], null);
        _sockets[channel].Send(frames);
        _count++;
        return (string)JsonNode.Parse(frames[2])!["msg_id"]!;
    }

    public string SendCode(string code, Action<JsonObject>? change = null)
    {
        var content = new JsonObject { ["code"] = code };
        change?.Invoke(content);
        return Send("shell", "execute_request", content);
    }

    public Answer Execute(string code, Action<JsonObject>? change = null) => Await("shell", SendCode(code, change));

    public Answer Ask(string channel, string type, JsonObject? content = null) => Await(channel, Send(channel, type, content));

    public Answer Await(string channel, string id) => new(Reply(channel, id).Content, UntilIdle(id));

    /// <summary>The next message of a channel that answers a request.</summary>
    public Received Reply(string channel, string id)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < FakeSocket.Limit;)
        {
            var message = Read(_sockets[channel].Receive());
            if (message.Parent == id)
                return message;
        }
        throw new TimeoutException("Other messages came, and no reply.");
    }

    public Received Next(string channel) => Read(_sockets[channel].Receive());

    /// <summary>What was published for a request, from busy to idle.</summary>
    public IReadOnlyList<Received> UntilIdle(string id) => Until(id, m => m.Type == "status" && (string?)m.Content["execution_state"] == "idle");

    /// <summary>What was published for a request, up to and including the message looked for.</summary>
    public IReadOnlyList<Received> Until(string id, Func<Received, bool> found)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < FakeSocket.Limit;)
        {
            var mine = _published.Where(m => m.Parent == id).ToList();
            if (mine.FindIndex(m => found(m)) is >= 0 and var at)
                return mine[..(at + 1)];
            _published.Add(Read(Iopub.Receive()));
        }
        throw new TimeoutException("Other messages came, and not the one looked for.");
    }

    private Received Read(List<byte[]> frames)
    {
        var message = _codec.Decode(frames);
        var parent = (JsonObject)JsonNode.Parse(frames[^3])!;
        return new(message.Type, (string?)parent["msg_id"] ?? "", message.Content);
    }
}
