using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Executes the cells that clients send.</summary>
internal sealed class CellRunner(CSharpSession session, OutputChannel channel, InputChannel input, StreamClock clock, History history)
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;

    /// <summary>The count of the last cell that counts.</summary>
    public int Count => session.ExecutionCount;

    /// <summary>Stops the running cell, if there is one.</summary>
    public void Interrupt()
    {
        lock (_gate)
            _running?.Cancel();
    }

    /// <summary>Executes a cell and gives the content of its reply.</summary>
    public JsonObject Execute(JupyterMessage message, ExecuteRequest request)
    {
        var sink = new OutputSink(channel, message.Header, clock);
        if (!request.Silent)
        {
            var count = session.ExecutionCount + (request.StoreHistory ? 1 : 0);
            channel.Send("execute_input", new JsonObject { ["code"] = request.Code, ["execution_count"] = count }, message.Header);
        }
        using var stop = new CancellationTokenSource();
        lock (_gate)
            _running = stop;
        try
        {
            var result = session.Execute(new(request.Code)
            {
                Sink = request.Silent ? null : sink,
                Input = input.Of(message, request.AllowStdin, sink.Flush),
                Counted = request.StoreHistory,
                Label = request.StoreHistory ? null : "hidden cell",
            }, stop.Token);
            sink.Flush();
            if (request.StoreHistory)
                history.Add(result.ExecutionCount, request.Code, result.Outputs.OfType<ResultOutput>().LastOrDefault()?.Data.Text(MimeOrder.Plain));
            return Reply(result, request, stop.Token);
        }
        finally
        {
            lock (_gate)
                _running = null;
        }
    }

    private JsonObject Reply(CellResult result, ExecuteRequest request, CancellationToken cancellationToken)
    {
        var reply = result.Error is { } error ? Replies.Error(error.ToOutput()) : new JsonObject();
        reply["status"] = result.Ok ? "ok" : "error";
        reply["execution_count"] = result.ExecutionCount;
        reply["payload"] = new JsonArray();
        reply["user_expressions"] = result.Ok
            ? new JsonObject(request.UserExpressions.Select(e => KeyValuePair.Create(e.Name, (JsonNode?)Evaluate(e, cancellationToken))))
            : new JsonObject();
        return reply;
    }

    private JsonObject Evaluate((string Name, string Code) expression, CancellationToken cancellationToken)
    {
        var result = session.Execute(new(expression.Code) { Label = "expression " + expression.Name, Counted = false }, cancellationToken);
        if (result.Error is { } error)
        {
            var failed = Replies.Error(error.ToOutput());
            failed["status"] = "error";
            return failed;
        }
        var value = result.Outputs.OfType<ResultOutput>().LastOrDefault();
        return new() { ["status"] = "ok", ["data"] = value is null ? new JsonObject() : OutputSink.Data(value.Data), ["metadata"] = new JsonObject() };
    }
}
