using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>A JSON object being read: each getter returns the field, or throws an error that says where and what is wrong.</summary>
/// <param name="Node">The object.</param>
/// <param name="Where">What errors call it.</param>
internal sealed record JsonFields(JsonObject Node, string Where)
{
    public bool Has(string key) => Node.ContainsKey(key);

    public NotebookFormatException Wrong(string what) => new($"{Where}: {what}.");

    public void AllowOnly(params string[] keys)
    {
        if (Node.Select(p => p.Key).FirstOrDefault(k => !keys.Contains(k)) is { } unknown)
            throw Wrong($"unknown field \"{unknown}\"");
    }

    public int Integer(string key) => OptionalInteger(key) ?? throw Expected(key, "a whole number");

    public int? OptionalInteger(string key) => Node[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out int number) => number,
        _ => throw Expected(key, "a whole number"),
    };

    public string String(string key) => OptionalString(key) ?? throw Expected(key, "a string");

    public string? OptionalString(string key) => Node[key] switch
    {
        null => null,
        var value when IsString(value) => value.GetValue<string>(),
        _ => throw Expected(key, "a string"),
    };

    public JsonObject Object(string key) =>
        Node[key] is JsonObject value ? (JsonObject)value.DeepClone() : throw Expected(key, "an object");

    public JsonArray Array(string key) => Node[key] as JsonArray ?? throw Expected(key, "a list");

    /// <summary>A text that may be split into a list of lines.</summary>
    public string Text(string key) => Joined(Node[key]) ?? throw Expected(key, "a string or a list of strings");

    public static string? Joined(JsonNode? node) => node switch
    {
        JsonArray lines when lines.All(IsString) => string.Concat(lines.Select(l => l!.GetValue<string>())),
        _ when IsString(node) => node!.GetValue<string>(),
        _ => null,
    };

    private static bool IsString(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private NotebookFormatException Expected(string key, string kind) =>
        Wrong(Has(key) ? $"\"{key}\" is not {kind}" : $"\"{key}\" is missing; expected {kind}");
}
