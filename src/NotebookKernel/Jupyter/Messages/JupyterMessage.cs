using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>A message as it came.</summary>
/// <param name="Identities">Whom an answer goes to.</param>
/// <param name="Header">The bytes of the header: answers carry them as they are.</param>
/// <param name="Type">The kind of message.</param>
/// <param name="Id">The id of the message.</param>
/// <param name="Content">What it says.</param>
internal sealed record JupyterMessage(IReadOnlyList<byte[]> Identities, byte[] Header, string Type, string Id, JsonObject Content)
{
    /// <summary>A text of the content; empty when it is not there.</summary>
    public string Text(string name) => Content[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>A yes or no of the content.</summary>
    public bool Flag(string name, bool otherwise) => Content[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;

    /// <summary>A whole number of the content.</summary>
    public int? Number(string name) => Content[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
