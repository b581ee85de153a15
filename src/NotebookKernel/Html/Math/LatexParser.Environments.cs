using System.Xml.Linq;

namespace NotebookKernel;

/// <summary>Matrices, cases and aligned lines.</summary>
internal sealed partial class LatexParser
{
    private XElement Environment(LatexToken begin)
    {
        var name = lexer.RawArgument();
        var columns = name == "array" ? lexer.RawArgument() : "";
        return name switch
        {
            "array" => Aligned(Table(name, "matrix"), columns),
            "matrix" or "smallmatrix" => Table(name, "matrix"),
            "pmatrix" => Between("(", Table(name, "matrix"), ")"),
            "bmatrix" => Between("[", Table(name, "matrix"), "]"),
            "vmatrix" => Between("|", Table(name, "matrix"), "|"),
            "Vmatrix" => Between("‖", Table(name, "matrix"), "‖"),
            "cases" => Between("{", Table(name, "cases"), null),
            "aligned" or "align" or "align*" or "split" => Table(name, "aligned", displayStyle: true),
            "gathered" or "gather" or "gather*" => Table(name, "gathered", displayStyle: true),
            _ => throw new LatexException(lexer.Formula, begin.Position, $"unknown environment {name}"),
        };
    }

    private static XElement Between(string open, XElement table, string? close) =>
        new("mrow", MathMl.Delimiter(open, stretchy: true, "prefix"), table, close is null ? null : MathMl.Delimiter(close, stretchy: true, "postfix"));

    private XElement Table(string name, string alignment, bool displayStyle = false)
    {
        var rows = new List<List<XElement>> { new() };
        while (true)
        {
            rows[^1].Add(Cell(alignment == "aligned" && rows[^1].Count % 2 == 1));
            var next = lexer.Next();
            if (next.Kind == LatexKind.Row)
            {
                lexer.SkipLineDistance();
                rows.Add([]);
            }
            else if (next.Kind == LatexKind.End)
                throw lexer.Error(next, $"expected \\end{{{name}}},");
            else if (next.Kind == LatexKind.Close)
                throw lexer.Error(next, "did not expect this here:");
            else if (next.Kind == LatexKind.Command)
                break;
        }
        if (lexer.RawArgument() is var end && end != name)
            throw lexer.Error(lexer.Peek(), $"\\begin{{{name}}} ends with \\end{{{end}}},");
        // A \\ after the last line makes no line of its own.
        if (rows[^1] is [{ HasElements: false, Value: "" }])
            rows.RemoveAt(rows.Count - 1);
        return MathMl.Table(rows, alignment, displayStyle);
    }

    private XElement Cell(bool continues)
    {
        var cell = Row(token => token.Kind is LatexKind.Column or LatexKind.Row or LatexKind.Close or LatexKind.End || token.Is(LatexKind.Command, "end"));
        // Right of an alignment's mark an operator stands between two things, though it comes first in its cell.
        if (continues && (cell.Name == "mrow" ? cell.Elements().FirstOrDefault() : cell) is { } first && first.Name == "mo")
        {
            first.SetAttributeValue("form", "infix");
            first.SetAttributeValue("lspace", null);
            first.SetAttributeValue("rspace", null);
        }
        return cell;
    }

    /// <summary>Aligns columns as the letters l, c and r say. MathML Core has no attribute for it.</summary>
    private static XElement Aligned(XElement table, string columns)
    {
        var sides = columns.Where(char.IsAsciiLetter).ToArray();
        foreach (var row in table.Elements())
            foreach (var (cell, side) in row.Elements().Zip(sides))
                cell.SetAttributeValue("style", "text-align:" + (side == 'l' ? "left" : side == 'r' ? "right" : "center"));
        return table;
    }

    /// <summary>Lines of conditions under a sum.</summary>
    private XElement Substack()
    {
        var open = lexer.Next();
        if (open.Kind != LatexKind.Open)
            throw lexer.Error(open, "expected {");
        var rows = new List<List<XElement>>();
        LatexToken next;
        do
        {
            rows.Add([Cell(continues: false)]);
            next = lexer.Next();
        }
        while (next.Kind == LatexKind.Row);
        return next.Kind == LatexKind.Close ? MathMl.Table(rows, "substack", displayStyle: false) : throw lexer.Error(open, "this { is never closed,");
    }
}
