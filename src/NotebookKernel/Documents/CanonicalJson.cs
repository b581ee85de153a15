using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>JSON the way nbformat writes it: keys sorted, one space a level, every character but controls as it is.</summary>
/// <remarks>That is Python's <c>json.dumps(sort_keys=True, indent=1, ensure_ascii=False)</c>; a notebook saved by Jupyter and
/// one saved by us then differ only where their content does.</remarks>
internal static class CanonicalJson
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject o:
                WriteItems(text, '{', '}', o.OrderBy(p => p.Key, CodePointOrder.Instance), depth, p =>
                {
                    WriteString(text, p.Key);
                    text.Append(": ");
                    Write(text, p.Value, depth + 1);
                });
                break;
            case JsonArray a:
                WriteItems(text, '[', ']', a, depth, item => Write(text, item, depth + 1));
                break;
            case null:
                text.Append("null");
                break;
            default:
                WriteValue(text, node);
                break;
        }
    }

    private static void WriteItems<T>(StringBuilder text, char open, char close, IEnumerable<T> items, int depth, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "\n" : ",\n").Append(' ', depth + 1);
            write(item);
            first = false;
        }
        if (!first)
            text.Append('\n').Append(' ', depth);
        text.Append(close);
    }

    private static void WriteValue(StringBuilder text, JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.String:
                WriteString(text, node.GetValue<string>());
                break;
            case JsonValueKind.Number:
                text.Append(PythonText.Number(node.ToJsonString()));
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }

    // Python sorts by code point; UTF-16 order differs from it where surrogates meet U+E000 to U+FFFF.
    private sealed class CodePointOrder : IComparer<string>
    {
        public static readonly CodePointOrder Instance = new();

        public int Compare(string? x, string? y) => Runes(x!).AsSpan().SequenceCompareTo(Runes(y!));

        private static Rune[] Runes(string text) => [.. text.EnumerateRunes()];
    }
}
