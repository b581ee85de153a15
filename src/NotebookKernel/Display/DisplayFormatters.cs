using System.Collections;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookKernel;

/// <summary>How values of common types show; registered once for the process.</summary>
/// <remarks>
/// The same value gives the same text on every machine: invariant culture, LF, no ids and no style sheets.
/// A formatter that a library registers for a type of its own goes before these, which are for general types.
/// </remarks>
public static class DisplayFormatters
{
    private const int LongestText = 100_000;

    private static readonly Lazy<bool> Registered = new(() =>
    {
        foreach (var type in Scalar.Types)
            RegisterScalar(type);
        Register(typeof(Enum), MimeOrder.Plain, Scalar.Full);
        Formatter.SetPreferredMimeTypesFor(typeof(Enum), MimeOrder.Plain);

        Register(typeof(IEnumerable), MimeOrder.Plain, v => Table.Of((IEnumerable)v)?.ToString() ?? List((IEnumerable)v));
        Register(typeof(IEnumerable), MimeOrder.Html, v =>
            Table.Of((IEnumerable)v)?.ToHtml() ?? $"<pre>{WebUtility.HtmlEncode(List((IEnumerable)v))}</pre>");
        Register(typeof(JsonNode), MimeOrder.Plain, v => ((JsonNode)v).ToJsonString());
        Formatter.SetPreferredMimeTypesFor(typeof(JsonNode), MimeOrder.Plain);
        return true;
    });

    /// <summary>Registers them, if that has not happened yet.</summary>
    public static void Register() => _ = Registered.Value;

    /// <summary>A value in its preferred MIME types, with <c>text/plain</c> always among them.</summary>
    /// <remarks>A formatter that throws loses its MIME type, and the plain text says so; nothing else is lost.</remarks>
    /// <param name="value">The value.</param>
    /// <param name="mimeType">The one type wanted, or <see langword="null"/> for the preferred ones.</param>
    public static MimeBundle Bundle(object? value, string? mimeType = null)
    {
        Register();
        if (value is null)
            return new([Entry(MimeOrder.Plain, "null")]);

        var entries = new List<KeyValuePair<string, JsonNode>>();
        var failures = "";
        IEnumerable<string> wanted = mimeType is not null ? [mimeType] : Formatter.GetPreferredMimeTypesFor(value.GetType());
        foreach (var type in wanted.Append(MimeOrder.Plain).Distinct())
        {
            try
            {
                var text = PythonText.WithLineFeeds(Show(value, type));
                entries.Add(MimeBundle.IsJson(type) ? new(type, JsonNode.Parse(text)!) : Entry(type, text));
            }
            catch (Exception e) when (e is not (ThreadInterruptedException or OperationCanceledException))
            {
                failures += $"\n({value.GetType().Name} could not be shown as {type}: {e.GetType().Name}: {e.Message})";
            }
        }
        return WithPlainText(entries, failures);
    }

    private static MimeBundle WithPlainText(List<KeyValuePair<string, JsonNode>> entries, string failures)
    {
        var plain = entries.Find(e => e.Key == MimeOrder.Plain).Value?.GetValue<string>() ?? "";
        entries.RemoveAll(e => e.Key == MimeOrder.Plain);
        if (plain.Length > LongestText)
            plain = string.Create(CultureInfo.InvariantCulture, $"{plain.AsSpan(0, LongestText)}\n… cut after {LongestText:N0} characters");
        return new([.. entries.OrderBy(e => MimeOrder.Rank(e.Key)), Entry(MimeOrder.Plain, (plain + failures).TrimStart('\n'))]);
    }

    private static KeyValuePair<string, JsonNode> Entry(string type, string text) => new(type, JsonValue.Create(text));

    private static void RegisterScalar(Type type)
    {
        Register(type, MimeOrder.Plain, Scalar.Full);
        Register(type, MimeOrder.Html, v => WebUtility.HtmlEncode(Scalar.Full(v)));
        Formatter.SetPreferredMimeTypesFor(type, MimeOrder.Plain);

        // Vectors are one line of text; matrices have rows and columns.
        var list = typeof(IEnumerable<>).MakeGenericType(type);
        if (type != typeof(char))
        {
            Register(list, MimeOrder.Plain, v => List((IEnumerable)v));
            Formatter.SetPreferredMimeTypesFor(list, MimeOrder.Plain);
        }
        var matrix = type.MakeArrayType(2);
        Register(matrix, MimeOrder.Plain, v => Table.OfMatrix((Array)v).ToString());
        Register(matrix, MimeOrder.Html, v => Table.OfMatrix((Array)v).ToHtml());
        Formatter.SetPreferredMimeTypesFor(matrix, MimeOrder.Html, MimeOrder.Plain);
    }

    private static void Register(Type type, string mimeType, Func<object, string> format) =>
        Formatter.Register(type, (value, writer) => writer.Write(format(value)), mimeType);

    // A formatter registered for object would go before the display library's own for its special types, so objects that
    // have no formatter but the general one are recognized here.
    private static string Show(object value, string mimeType)
    {
        if (value is Content content)
            return content.Text;
        // Text is Markdown, LaTeX and so on as it is; as HTML or JSON it has to be encoded.
        if (value is string text && mimeType is not MimeOrder.Html && !MimeBundle.IsJson(mimeType))
            return text;
        var type = value.GetType();
        if (mimeType is MimeOrder.Plain or MimeOrder.Html
            && Formatter.GetPreferredFormatterFor(type, mimeType).Type == typeof(object)
            && Members.AreShownFor(type))
        {
            return mimeType == MimeOrder.Plain ? OneLine.Of(value) : OwnHtml(value) ?? Table.OfObject(value).ToHtml();
        }
        return value.ToDisplayString(mimeType);
    }

    private static string? OwnHtml(object value) =>
        value.GetType().GetMethod("ToHtml", []) is { IsStatic: false } method && method.ReturnType == typeof(string)
            ? (string?)method.Invoke(value, null)
            : null;

    private static string List(IEnumerable list) => OneLine.List(list);
}
