using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>A Jupyter kernel: a C# session behind the messaging protocol 5.4.</summary>
/// <remarks>
/// Requests on the shell channel are answered one after the other by one thread; those on the control channel at once, by the threads that
/// read them, so that an interrupt comes through whatever a cell is doing. No message ever waits for the thread pool, which a cell can fill.
/// </remarks>
public sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConnectionInfo _connection;
    private readonly MessageCodec _codec;
    private readonly RouterSocket _shell, _control, _stdin;
    private readonly PublisherSocket _iopub = new();
    private readonly HeartbeatSocket _heartbeat = new();
    private readonly OutputChannel _outputs;
    private readonly InputChannel _input;
    private readonly History _history = new();
    private readonly RequestQueue _queue = new();
    private readonly CellRunner _cells;
    private readonly CodeQuestions _questions;
    private readonly CSharpSession _session;
    private readonly ManualResetEventSlim _shutdown = new();
    private readonly Lock _ending = new();
    private byte[]? _executing;

    /// <summary>Makes a kernel; <see cref="Start"/> opens it.</summary>
    /// <param name="connection">Where to listen.</param>
    /// <param name="session">What executes the cells. The kernel disposes of it.</param>
    public JupyterKernel(ConnectionInfo connection, CSharpSession session)
    {
        (_connection, _session) = (connection, session);
        _codec = new(connection.Key, connection.SignatureScheme);
        _outputs = new(_iopub, _codec);
        _input = new(_codec);
        _cells = new(session, _outputs, _input, new StreamClock(), _history);
        _questions = new(session.Intelligence);
        _shell = new(frames => Receive(frames, message => OnShell(message)));
        _control = new(frames => Receive(frames, message => OnControl(message)));
        _stdin = new(frames => Receive(frames, _input.Receive));
        _input.Send = _stdin.Send;
    }

    /// <summary>Opens the sockets and begins to answer.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public void Start()
    {
        _heartbeat.Bind(_connection.EndPoint(_connection.Heartbeat));
        _iopub.Bind(_connection.EndPoint(_connection.Iopub));
        _stdin.Bind(_connection.EndPoint(_connection.Stdin));
        _control.Bind(_connection.EndPoint(_connection.Control));
        _shell.Bind(_connection.EndPoint(_connection.Shell));
        _outputs.Status("starting", null);
        new Thread(AnswerShell, 16 << 20) { IsBackground = true, Name = "jupyter shell" }.Start();
        new SelfWarmUp(_session, _codec, _questions).Start();
    }

    /// <summary>Where the kernel really listens: a port 0 stands for any free one.</summary>
    internal ConnectionInfo Connection => _connection with
    {
        Shell = Port(_shell),
        Control = Port(_control),
        Stdin = Port(_stdin),
        Iopub = Port(_iopub),
        Heartbeat = Port(_heartbeat),
    };

    /// <summary>Waits until a client or <see cref="Shutdown"/> ends the kernel, and has sent what there was to send.</summary>
    public void Wait()
    {
        _shutdown.Wait();
        Flush();
    }

    /// <summary>Ends the kernel.</summary>
    public void Shutdown()
    {
        _queue.Close();
        _shutdown.Set();
    }

    /// <summary>Makes the kernel the one of this process: output of unknown threads is shown with its last cell.</summary>
    public void OwnProcessOutput() => _session.OwnProcessOutput();

    /// <summary>Stops the running cell, if there is one.</summary>
    public void Interrupt() => _cells.Interrupt();

    /// <summary>Says to the clients why the process is about to end, in the name of the running cell.</summary>
    public void LastWords(string message)
    {
        var parent = Volatile.Read(ref _executing);
        _outputs.Send("stream", new JsonObject { ["name"] = "stderr", ["text"] = message + "\n" }, parent);
        if (parent is not null)
            _outputs.Status("idle", parent);
        Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Shutdown();
        foreach (var socket in Sockets())
            socket.Dispose();
        _session.Dispose();
    }

    private static int Port(ZmtpSocket socket) => ((System.Net.IPEndPoint)socket.Address!).Port;

    private IEnumerable<ZmtpSocket> Sockets() => [_shell, _control, _stdin, _iopub, _heartbeat];

    private void Flush()
    {
        lock (_ending)
        {
            foreach (var socket in Sockets())
                socket.Finish(Patience);
        }
    }

    private void Receive(List<byte[]> frames, Action<JupyterMessage> handle)
    {
        try
        {
            handle(_codec.Decode(frames));
        }
        catch (InvalidDataException e)
        {
            KernelLog.Write($"Dropped: {e.Message}.");
        }
    }

    private void OnShell(JupyterMessage message)
    {
        // These two may not wait behind the cell that they are about.
        if (message.Type is "interrupt_request" or "shutdown_request")
            OnControl(message, _shell);
        else
            _queue.Add(message);
    }

    private void OnControl(JupyterMessage message, RouterSocket? socket = null) =>
        Answer(socket ?? _control, message, () => message.Type switch
        {
            "kernel_info_request" => Replies.KernelInfo(),
            "interrupt_request" => Interrupted(),
            "shutdown_request" => new() { ["status"] = "ok", ["restart"] = message.Flag("restart", false) },
            _ => Unknown(message),
        });

    private JsonObject Interrupted()
    {
        _cells.Interrupt();
        return Replies.Ok();
    }

    private void AnswerShell()
    {
        while (_queue.Take() is { } message)
        {
            if (message.Type == "execute_request")
                Execute(message);
            else
                Answer(_shell, message, () => OnShellInTurn(message));
            _session.PrepareNext();
        }
    }

    private JsonObject? OnShellInTurn(JupyterMessage message) => message.Type switch
    {
        "kernel_info_request" => Replies.KernelInfo(),
        "complete_request" => _questions.Complete(message),
        "inspect_request" => _questions.Inspect(message),
        "is_complete_request" => _questions.IsComplete(message),
        "history_request" => _history.Reply(message),
        "comm_info_request" => new() { ["status"] = "ok", ["comms"] = new JsonObject() },
        "comm_open" => CloseComm(message),
        "comm_msg" or "comm_close" => null,
        _ => Unknown(message),
    };

    private void Answer(RouterSocket socket, JupyterMessage message, Func<JsonObject?> answer)
    {
        _outputs.Status("busy", message.Header);
        JsonObject? content;
        try
        {
            content = answer();
        }
        catch (Exception e)
        {
            KernelLog.Write($"{message.Type} failed: {e}");
            content = Replies.Failed(e.GetType().Name, e.Message);
        }
        if (content is not null)
            Reply(socket, message, content);
        if (message.Type == "shutdown_request")
            _outputs.Send("shutdown_reply", (JsonObject)content!.DeepClone(), message.Header);
        _outputs.Status("idle", message.Header);
        if (message.Type == "shutdown_request")
            Shutdown();
    }

    private void Execute(JupyterMessage message)
    {
        List<JupyterMessage> aborted = [];
        Volatile.Write(ref _executing, message.Header);
        _outputs.Status("busy", message.Header);
        JsonObject content;
        try
        {
            var request = ExecuteRequest.Of(message);
            content = _cells.Execute(message, request);
            // What came before the reply was sent without knowing of the error; what comes after it is meant.
            if (request.StopOnError && (string?)content["status"] == "error")
                aborted = _queue.TakeAll("execute_request");
        }
        catch (Exception e)
        {
            KernelLog.Write($"execute_request failed: {e}");
            content = Replies.Failed(e.GetType().Name, e.Message);
            content["execution_count"] = _cells.Count;
        }
        Reply(_shell, message, content);
        _outputs.Status("idle", message.Header);
        Volatile.Write(ref _executing, null);
        foreach (var dropped in aborted)
            Answer(_shell, dropped, () => Replies.Aborted(_cells.Count));
    }

    private void Reply(RouterSocket socket, JupyterMessage message, JsonObject content) =>
        socket.Send(_codec.Encode(message.Identities, ReplyType(message.Type), content, message.Header));

    private static string ReplyType(string request) =>
        request.EndsWith("_request", StringComparison.Ordinal) ? request[..^"request".Length] + "reply" : request + "_reply";

    // Nobody here has a counterpart for a client's widgets: it is told so at once.
    private JsonObject? CloseComm(JupyterMessage message)
    {
        _outputs.Send("comm_close", new JsonObject { ["comm_id"] = message.Text("comm_id"), ["data"] = new JsonObject() }, message.Header);
        return null;
    }

    private static JsonObject? Unknown(JupyterMessage message)
    {
        KernelLog.Write($"Not known: {message.Type}.");
        return message.Type.EndsWith("_request", StringComparison.Ordinal)
            ? Replies.Failed("NotSupported", $"This kernel does not know {message.Type}.") : null;
    }
}
