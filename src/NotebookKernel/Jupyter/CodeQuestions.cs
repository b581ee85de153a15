using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Answers what clients ask about code: is it complete, how could it go on, what is this.</summary>
internal sealed class CodeQuestions(CodeIntelligence intelligence)
{
    public JsonObject IsComplete(JupyterMessage message)
    {
        var (status, indent) = intelligence.IsComplete(message.Text("code"));
        var reply = new JsonObject { ["status"] = status };
        if (status == "incomplete")
            reply["indent"] = indent;
        return reply;
    }

    public JsonObject Complete(JupyterMessage message)
    {
        var code = message.Text("code");
        var result = intelligence.Complete(code, Cursor(message, code));
        int start = CodePoints.FromUtf16(code, result.Start), end = CodePoints.FromUtf16(code, result.End);
        // VS Code and JupyterLab draw an icon for each type.
        var types = result.Items.Select(i => (JsonNode)new JsonObject { ["text"] = i.Text, ["type"] = i.Kind, ["start"] = start, ["end"] = end });
        return new()
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. result.Items.Select(i => (JsonNode)i.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. types]) },
        };
    }

    public JsonObject Inspect(JupyterMessage message)
    {
        var code = message.Text("code");
        var found = intelligence.Inspect(code, Cursor(message, code), message.Number("detail_level") ?? 0);
        return new()
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null ? new JsonObject() : new JsonObject { [MimeOrder.Plain] = found.Plain, ["text/markdown"] = found.Markdown },
            ["metadata"] = new JsonObject(),
        };
    }

    // Without a position, the end: where a console's cursor is.
    private static int Cursor(JupyterMessage message, string code) =>
        message.Number("cursor_pos") is { } position ? CodePoints.ToUtf16(code, position) : code.Length;
}
