using System.Xml.Linq;

namespace NotebookKernel;

/// <summary>Reads a formula and builds its MathML: rows, scripts, groups. What commands mean is in the other parts of this class.</summary>
internal sealed partial class LatexParser(LatexLexer lexer)
{
    /// <summary>The whole formula.</summary>
    public XElement Formula()
    {
        var row = Row(token => token.Kind == LatexKind.End);
        var end = lexer.Next();
        return end.Kind == LatexKind.End ? row : throw lexer.Error(end, "expected the end,");
    }

    /// <summary>Atoms with their scripts up to, and not including, a token that ends the row.</summary>
    private XElement Row(Func<LatexToken, bool> ends)
    {
        var items = new List<XElement>();
        while (lexer.Peek() is var token && !ends(token))
        {
            if (token.Kind is LatexKind.End or LatexKind.Close or LatexKind.Column or LatexKind.Row)
                throw lexer.Error(token, "did not expect this here:");
            items.Add(WithScripts(Atom()));
            if (IsFunction(items[^1]) && !OpensBracket(lexer.Peek()) && !ends(lexer.Peek()))
                items.Add(MathMl.Space("0.1667em"));
        }
        MathSpacing.TightenSigns(items);
        return MathMl.Row(items);
    }

    private XElement WithScripts(XElement item)
    {
        XElement? below = null, above = null;
        var superscripts = 0;
        while (lexer.Peek() is { Kind: LatexKind.Subscript or LatexKind.Superscript or LatexKind.Prime } or { Kind: LatexKind.Command, Text: "limits" or "nolimits" })
        {
            var script = lexer.Next();
            if (script.Kind == LatexKind.Command)
                MathMl.SetLimits(item, script.Text == "limits");
            else if (script.Kind == LatexKind.Subscript)
                below = below is null ? MathSpacing.Alone(Argument()) : throw lexer.Error(script, "a second subscript:");
            else if (script.Kind == LatexKind.Prime)
                above = MathMl.Row([.. above is null ? [] : new[] { above }, MathSpacing.Alone(MathMl.Operator("′"))]);
            else if (superscripts++ > 0)
                throw lexer.Error(script, "a second superscript:");
            else
                above = above is null ? MathSpacing.Alone(Argument()) : MathMl.Row([above, MathSpacing.Alone(Argument())]);
        }
        if (below is null && above is null)
            return item;
        return MathMl.Scripts(item, below, above);
    }

    /// <summary>One thing that a script or a command applies to: a group in braces or a single token.</summary>
    private XElement Argument()
    {
        var token = lexer.Peek();
        return token.Kind is LatexKind.End or LatexKind.Close or LatexKind.Column or LatexKind.Row or LatexKind.Subscript or LatexKind.Superscript
            ? throw lexer.Error(token, "expected an argument,")
            : token.Kind == LatexKind.Number ? MathMl.Number(lexer.NextDigit()) : Atom();
    }

    private XElement Atom()
    {
        var token = lexer.Next();
        return token.Kind switch
        {
            LatexKind.Letter => MathMl.Identifier(token.Text),
            LatexKind.Number => MathMl.Number(token.Text),
            LatexKind.Symbol => Symbol(token),
            LatexKind.Open => Group(token),
            LatexKind.Command => Command(token),
            LatexKind.Prime => MathMl.Operator("′"),
            _ => throw lexer.Error(token, "did not expect this here:"),
        };
    }

    private XElement Group(LatexToken open)
    {
        var row = Row(token => token.Kind is LatexKind.Close or LatexKind.End);
        return lexer.Next().Kind == LatexKind.Close ? row : throw lexer.Error(open, "this { is never closed,");
    }

    private XElement Symbol(LatexToken symbol) => symbol.Text switch
    {
        "-" or "−" => MathMl.Operator("−"),
        "*" => MathMl.Operator("∗"),
        "(" or "[" => MathMl.Delimiter(symbol.Text, stretchy: false, "prefix"),
        ")" or "]" => MathMl.Delimiter(symbol.Text, stretchy: false, "postfix"),
        "|" or "!" => MathMl.Delimiter(symbol.Text, stretchy: false),
        "/" => MathSpacing.Alone(MathMl.Operator("/")),
        "…" => MathMl.Identifier("…"),
        "." => MathMl.Text("."),
        "+" or "=" or "<" or ">" or ":" or "," or ";" => MathMl.Operator(symbol.Text),
        _ => throw lexer.Error(symbol, "a character that means nothing in a formula:"),
    };

    private static bool IsFunction(XElement item) =>
        (item.Attribute(MathMl.FunctionMark) ?? item.Elements().FirstOrDefault()?.Attribute(MathMl.FunctionMark)) is not null;

    private static bool OpensBracket(LatexToken token) =>
        token.Kind is LatexKind.End or LatexKind.Close or LatexKind.Column or LatexKind.Row
        || token is { Kind: LatexKind.Symbol, Text: "(" or "[" or "," or ")" or "=" }
        || (token.Kind == LatexKind.Command && (token.Text == "left" || token.Text.StartsWith("big", StringComparison.OrdinalIgnoreCase) || LatexSymbols.Spaces.ContainsKey(token.Text)));
}
