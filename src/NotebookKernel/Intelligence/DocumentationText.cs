using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NotebookKernel;

/// <summary>Turns a documentation comment into text, or into Markdown.</summary>
internal sealed partial class DocumentationText(bool markdown)
{
    /// <summary>Summary, parameters and value; with more detail also exceptions, remarks and examples.</summary>
    public string Of(XElement root, int detail)
    {
        var sections = new List<string> { Block(root.Element("summary")) };
        sections.Add(List("Type parameters", root.Elements("typeparam"), "name"));
        sections.Add(List("Parameters", root.Elements("param"), "name"));
        sections.Add(Titled("Returns", root.Element("returns")));
        sections.Add(Titled("Value", root.Element("value")));
        if (detail > 0)
        {
            sections.Add(List("Exceptions", root.Elements("exception"), "cref"));
            sections.Add(Titled("Remarks", root.Element("remarks")));
            sections.Add(Titled("Example", root.Element("example")));
        }
        return string.Join("\n\n", sections.Where(s => s.Length > 0));
    }

    private string Title(string text) => markdown ? $"**{text}**" : text;

    private string Titled(string title, XElement? element) =>
        Block(element) is { Length: > 0 } text ? $"{Title(title)}{(markdown ? "\n\n" : "\n")}{(markdown ? text : Indented(text))}" : "";

    private string List(string title, IEnumerable<XElement> elements, string name)
    {
        var lines = elements.Select(e => (Name: ShortName((string?)e.Attribute(name) ?? ""), Text: Block(e).Replace("\n\n", " ", StringComparison.Ordinal)))
            .Where(e => e.Text.Length > 0)
            .Select(e => markdown ? $"* {Code(e.Name)}: {e.Text}" : $"    {e.Name}: {e.Text}").ToList();
        return lines.Count == 0 ? "" : $"{Title(title)}{(markdown ? "\n\n" : "\n")}{string.Join('\n', lines)}";
    }

    private string Block(XElement? element)
    {
        if (element is null)
            return "";
        var text = new StringBuilder();
        Write(element.Nodes(), text);
        var paragraphs = Blank().Split(text.ToString()).Select(p => p.Contains('\0') ? p.Replace("\0", "", StringComparison.Ordinal) : Spaces().Replace(p, " ").Trim());
        return string.Join("\n\n", paragraphs.Where(p => p.Length > 0)).Replace('\u2028', '\n');
    }

    private void Write(IEnumerable<XNode> nodes, StringBuilder text)
    {
        foreach (var node in nodes)
        {
            if (node is XText plain)
                text.Append(SingleBreaks().Replace(plain.Value, " "));
            else if (node is XElement element)
                Write(element, text);
        }
    }

    private void Write(XElement element, StringBuilder text)
    {
        switch (element.Name.LocalName)
        {
            case "c":
            case "paramref" or "typeparamref":
                text.Append(Code((string?)element.Attribute("name") ?? element.Value));
                break;
            case "see" or "seealso":
                text.Append(element.IsEmpty ? Code(Reference(element)) : element.Value);
                break;
            case "code":
                text.Append("\n\n\0").Append(CodeBlock(element.Value.Trim('\n', '\r'))).Append("\n\n");
                break;
            case "item":
                text.Append('\u2028').Append(markdown ? "* " : "– ");
                Write(element.Nodes(), text);
                break;
            case "para" or "list" or "br" or "p":
                text.Append("\n\n");
                Write(element.Nodes(), text);
                text.Append("\n\n");
                break;
            case "term" when element.ElementsAfterSelf("description").Any():
                Write(element.Nodes(), text);
                text.Append(": ");
                break;
            default:
                Write(element.Nodes(), text);
                break;
        }
    }

    private string Code(string text) => markdown && text.Length > 0 ? $"`{text}`" : text;

    // A line of a code block is kept: its breaks are no paragraphs.
    private string CodeBlock(string code)
    {
        code = code.ReplaceLineEndings("\u2028");
        return markdown ? $"```csharp\u2028{code}\u2028```" : "    " + code.Replace("\u2028", "\u2028    ", StringComparison.Ordinal);
    }

    private static string Reference(XElement element) =>
        (string?)element.Attribute("langword") ?? (string?)element.Attribute("href") ?? ShortName((string?)element.Attribute("cref") ?? "");

    // M:System.Math.Sin(System.Double) is Math.Sin, T:System.Double is Double.
    private static string ShortName(string name)
    {
        if (name is not [var kind, ':', .. var full])
            return name;
        var parts = full.Split('(')[0].Replace("#ctor", "new", StringComparison.Ordinal).Split('.');
        var kept = kind is 'T' or 'N' or '!' ? parts[^1..] : parts[^Math.Min(2, parts.Length)..];
        return Arity().Replace(string.Join('.', kept), "");
    }

    private static string Indented(string text) => "    " + text.Replace("\n", "\n    ", StringComparison.Ordinal);

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Blank();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex SingleBreaks();

    [GeneratedRegex("`+[0-9]+")]
    private static partial Regex Arity();
}
