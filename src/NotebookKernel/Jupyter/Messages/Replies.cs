using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>The contents of messages that the kernel sends.</summary>
internal static class Replies
{
    private const int LongestErrorValue = 1_000;

    public static JsonObject Ok() => new() { ["status"] = "ok" };

    public static JsonObject Status(string state) => new() { ["execution_state"] = state };

    public static JsonObject Aborted(int count) => new() { ["status"] = "aborted", ["execution_count"] = count };

    public static JsonObject Error(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Value.Length > LongestErrorValue ? error.Value[..LongestErrorValue] + "…" : error.Value,
        ["traceback"] = new JsonArray([.. TracebackColors.Color(error).Select(l => (JsonNode)l)]),
    };

    /// <summary>A request that could not be answered.</summary>
    public static JsonObject Failed(string name, string message) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray(message),
    };

    public static JsonObject KernelInfo() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageCodec.ProtocolVersion,
        ["implementation"] = "course-kernel",
        ["implementation_version"] = typeof(Replies).Assembly.GetName().Version!.ToString(3),
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"C# 14 on .NET {Environment.Version}. A cell ends in an expression to show its value.",
        ["help_links"] = new JsonArray(new JsonObject
        {
            ["text"] = "C# language reference",
            ["url"] = "https://learn.microsoft.com/dotnet/csharp/language-reference/",
        }),
        ["supported_features"] = new JsonArray(),
    };
}
