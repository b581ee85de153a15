using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Answers what clients ask about code: is it complete, how could it go on, what is this.</summary>
internal sealed class CodeQuestions(CSharpSession session)
{
    public JsonObject IsComplete(JupyterMessage message)
    {
        _ = session;
        return new() { ["status"] = "unknown" };
    }

    public JsonObject Complete(JupyterMessage message)
    {
        var cursor = message.Number("cursor_pos") ?? 0;
        return new() { ["status"] = "ok", ["matches"] = new JsonArray(), ["cursor_start"] = cursor, ["cursor_end"] = cursor, ["metadata"] = new JsonObject() };
    }

    public JsonObject Inspect(JupyterMessage message) =>
        new() { ["status"] = "ok", ["found"] = false, ["data"] = new JsonObject(), ["metadata"] = new JsonObject() };
}
