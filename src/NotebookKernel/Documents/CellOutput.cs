using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Something that a code cell put out.</summary>
public abstract record CellOutput;

/// <summary>Text written to a console stream.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text as written, line ends included.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>A value shown by <c>display</c>.</summary>
/// <param name="Data">The value in one or several MIME types.</param>
/// <param name="Metadata">Metadata of the output.</param>
public sealed record DisplayOutput(MimeBundle Data, JsonObject Metadata) : CellOutput;

/// <summary>The value of a cell's last expression.</summary>
/// <param name="Data">The value in one or several MIME types.</param>
/// <param name="Metadata">Metadata of the output.</param>
/// <param name="ExecutionCount">The number of the execution.</param>
public sealed record ResultOutput(MimeBundle Data, JsonObject Metadata, int? ExecutionCount) : CellOutput;

/// <summary>An error that ended the cell.</summary>
/// <param name="Name">The exception's short type name, or <c>CompilationError</c>.</param>
/// <param name="Value">The message, one line where possible.</param>
/// <param name="Traceback">The lines to show: the message and the user's own frames.</param>
public sealed record ErrorOutput(string Name, string Value, ImmutableArray<string> Traceback) : CellOutput;

/// <summary>One value in several MIME types, richest first. JSON types hold parsed JSON, all others a string.</summary>
public sealed class MimeBundle(IEnumerable<KeyValuePair<string, JsonNode>> entries)
{
    private readonly KeyValuePair<string, JsonNode>[] _entries = [.. entries];

    /// <summary>The MIME types with their content, in order of preference.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonNode>> Entries => _entries;

    /// <summary>The content for a MIME type, or <see langword="null"/>.</summary>
    public JsonNode? this[string mimeType] => Array.Find(_entries, e => e.Key == mimeType).Value;

    /// <summary>The content of a text type as a string, or <see langword="null"/> where the bundle has none.</summary>
    public string? Text(string mimeType) => this[mimeType]?.GetValue<string>();

    /// <summary>Whether a MIME type's content is JSON rather than text: <c>application/json</c> and <c>application/…+json</c>.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json"
        || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));
}
