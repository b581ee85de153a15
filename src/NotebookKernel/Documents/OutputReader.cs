using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>JSON to <see cref="CellOutput"/>.</summary>
internal static class OutputReader
{
    public static CellOutput Read(JsonNode? node, string where)
    {
        var fields = new JsonFields(node as JsonObject ?? throw new NotebookFormatException($"{where}: not a JSON object."), where);
        return fields.String("output_type") switch
        {
            "stream" => new StreamOutput(fields.String("name"), fields.Text("text")),
            "display_data" => new DisplayOutput(Bundle(fields), fields.Object("metadata")),
            "execute_result" => new ResultOutput(Bundle(fields), fields.Object("metadata"), fields.OptionalInteger("execution_count")),
            "error" => new ErrorOutput(fields.String("ename"), fields.String("evalue"), Traceback(fields)),
            var type => throw fields.Wrong($"the output type is \"{type}\"; expected stream, display_data, execute_result or error"),
        };
    }

    private static ImmutableArray<string> Traceback(JsonFields fields) =>
        [.. fields.Array("traceback").Select(l => JsonFields.Joined(l) ?? throw fields.Wrong("\"traceback\" is not a list of strings"))];

    // The file sorts its keys, so the order of preference is made anew.
    private static MimeBundle Bundle(JsonFields fields)
    {
        var data = fields.Object("data");
        var entries = data.Select(p => KeyValuePair.Create(p.Key, Content(p.Key, p.Value, fields)));
        return new MimeBundle(entries.OrderBy(e => MimeOrder.Rank(e.Key)).ThenBy(e => e.Key, StringComparer.Ordinal));
    }

    private static JsonNode Content(string mimeType, JsonNode? value, JsonFields fields)
    {
        if (MimeBundle.IsJson(mimeType))
            return value?.DeepClone() ?? throw fields.Wrong($"the {mimeType} content is null");
        return JsonFields.Joined(value) is { } text
            ? JsonValue.Create(text)
            : throw fields.Wrong($"the {mimeType} content is neither a string nor a list of strings");
    }
}
