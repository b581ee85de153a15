using System.Xml.Linq;

namespace NotebookKernel;

/// <summary>Builds the elements of MathML Core.</summary>
internal static class MathMl
{
    /// <summary>Marks, while building, a function name, after which a thin space belongs; taken away at the end.</summary>
    public const string FunctionMark = "data-function";

    private const string LimitsMark = "data-limits";

    public static XElement Identifier(string text) => new("mi", text);

    public static XElement Upright(string text) => text.Length > 1 ? new("mi", text) : new("mi", new XAttribute("mathvariant", "normal"), text);

    public static XElement Function(string name) => new("mi", new XAttribute(FunctionMark, ""), name.Length == 1 ? new XAttribute("mathvariant", "normal") : null, name);

    /// <summary>A function with its condition below it where the formula is displayed, beside it in a line of text.</summary>
    public static XElement LimitFunction(string name) =>
        new("mo", new XAttribute("movablelimits", "true"), new XAttribute("form", "prefix"), new XAttribute("lspace", "0.1667em"), new XAttribute("rspace", "0.1667em"),
            new XAttribute(LimitsMark, ""), name);

    public static XElement Large(string text) => new("mo", text == "∫" ? null : new XAttribute(LimitsMark, ""), new XAttribute("largeop", "true"), text);

    public static XElement Number(string text) => new("mn", text);

    public static XElement Operator(string text) => new("mo", text);

    public static XElement Text(string text) => new("mtext", text.Replace(' ', '\u00a0'));

    public static XElement Space(string width) => new("mspace", new XAttribute("width", width));

    /// <summary>A bracket or bar. Outside <c>\left…\right</c> it keeps its size.</summary>
    public static XElement Delimiter(string text, bool stretchy, string? form = null, string? size = null) =>
        new("mo",
            new XAttribute("stretchy", stretchy ? "true" : "false"),
            new XAttribute("fence", "true"),
            form is null ? null : new XAttribute("form", form),
            size is null ? null : new[] { new XAttribute("minsize", size), new XAttribute("maxsize", size) },
            new XAttribute("lspace", "0"), new XAttribute("rspace", "0"),
            text);

    public static XElement Row(IReadOnlyList<XElement> items) => items.Count == 1 ? items[0] : new XElement("mrow", items);

    public static XElement Scripts(XElement item, XElement? below, XElement? above)
    {
        var limits = item.Attribute(LimitsMark) is not null || item.Attribute("data-brace") is not null;
        var (both, under, over) = limits ? ("munderover", "munder", "mover") : ("msubsup", "msub", "msup");
        return (below, above) switch
        {
            ({ } b, { } a) => new XElement(both, item, b, a),
            ({ } b, null) => new XElement(under, item, b),
            (null, { } a) => new XElement(over, item, a),
            _ => item,
        };
    }

    public static XElement Over(XElement item, string mark, bool stretchy) =>
        new("mover", new XAttribute("accent", "true"), item, new XElement("mo", new XAttribute("stretchy", stretchy ? "true" : "false"), mark));

    /// <summary>A line as a border: as long as its content, whatever the reader's font can stretch.</summary>
    public static XElement Lined(XElement item, string side) => new("mrow", new XAttribute("class", side), item);

    /// <summary>Puts the limits of an operator above and below it, or beside it.</summary>
    public static void SetLimits(XElement item, bool limits)
    {
        item.SetAttributeValue(LimitsMark, limits ? "" : null);
        if (item.Name == "mo")
            item.SetAttributeValue("movablelimits", limits ? "false" : null);
    }

    public static XElement Under(XElement item, string mark) => new("munder", item, new XElement("mo", new XAttribute("stretchy", "true"), mark));

    /// <summary>A brace, to which a script attaches as a label above or below.</summary>
    public static XElement Brace(XElement braced)
    {
        braced.SetAttributeValue("data-brace", "");
        return braced;
    }

    public static XElement Table(IEnumerable<IEnumerable<XElement>> rows, string alignment, bool displayStyle) =>
        new("mtable",
            displayStyle ? new XAttribute("displaystyle", "true") : null,
            new XAttribute("class", alignment),
            rows.Select(row => new XElement("mtr", row.Select(cell => new XElement("mtd", cell)))));

    /// <summary>Takes the marks away that only building needs.</summary>
    public static XElement WithoutMarks(XElement formula)
    {
        foreach (var element in formula.DescendantsAndSelf())
            element.Attributes().Where(attribute => attribute.Name.LocalName.StartsWith("data-", StringComparison.Ordinal)).Remove();
        return formula;
    }
}
