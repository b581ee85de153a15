using System.Text;
using System.Xml.Linq;

namespace NotebookKernel;

/// <summary>What the commands mean. A command that is not here is an error: better a formula refused than one shown wrong.</summary>
internal sealed partial class LatexParser
{
    private XElement Command(LatexToken command)
    {
        var name = command.Text;
        if (LatexSymbols.Identifiers.TryGetValue(name, out var letter))
            return MathMl.Identifier(letter);
        if (LatexSymbols.Upright.TryGetValue(name, out var upright))
            return MathMl.Upright(upright);
        if (LatexSymbols.Operators.TryGetValue(name, out var sign))
            return MathMl.Operator(sign);
        if (LatexSymbols.Large.TryGetValue(name, out var large))
            return MathMl.Large(large);
        if (LatexSymbols.Delimiters.TryGetValue(name, out var bracket))
            return MathMl.Delimiter(bracket, stretchy: false, Form(name));
        if (LatexSymbols.Functions.Contains(name))
            return MathMl.Function(name);
        if (LatexSymbols.LimitFunctions.TryGetValue(name, out var limit))
            return MathMl.LimitFunction(limit);
        if (LatexSymbols.Spaces.TryGetValue(name, out var space))
            return MathMl.Space(space);
        if (LatexSymbols.Over.TryGetValue(name, out var over))
            return Over(name, over);
        if (LatexSymbols.Under.TryGetValue(name, out var under))
            return name == "underbrace" ? MathMl.Brace(MathMl.Under(Argument(), under)) : MathMl.Lined(Argument(), "underline");
        if (MathAlphabet.Has(name))
            return MathAlphabet.Write(name, Argument());
        return Construct(command);
    }

    private XElement Over(string name, string mark) => name switch
    {
        "overbrace" => MathMl.Brace(new XElement("mover", Argument(), new XElement("mo", new XAttribute("stretchy", "true"), mark))),
        "overline" => MathMl.Lined(Argument(), "overline"),
        "widehat" or "widetilde" => MathMl.Over(Argument(), mark, stretchy: true),
        _ => MathMl.Over(Argument(), mark, stretchy: false),
    };

    private XElement Construct(LatexToken command)
    {
        switch (command.Text)
        {
            case "frac": return new XElement("mfrac", Argument(), Argument());
            case "dfrac": return Style(true, new XElement("mfrac", Argument(), Argument()));
            case "tfrac": return Style(false, new XElement("mfrac", Argument(), Argument()));
            case "binom": return Binomial();
            case "sqrt": return Root();
            case "text" or "textrm" or "mbox": return MathMl.Text(PlainText(lexer.RawArgument()));
            case "textbf": return new XElement("mtext", new XAttribute("class", "bold"), PlainText(lexer.RawArgument()));
            case "textit" or "emph": return new XElement("mtext", new XAttribute("class", "italic"), PlainText(lexer.RawArgument()));
            case "substack": return Substack();
            case "tag": return MathMl.Row([MathMl.Space("2em"), MathMl.Text($"({PlainText(lexer.RawArgument())})")]);
            case "nonumber" or "notag": return MathMl.Row([]);
            case "operatorname": return MathMl.Function(PlainText(lexer.RawArgument()));
            case "operatorname*": return MathMl.LimitFunction(PlainText(lexer.RawArgument()));
            case "overset" or "stackrel": { var above = Argument(); return new XElement("mover", Argument(), above); }
            case "underset": { var below = Argument(); return new XElement("munder", Argument(), below); }
            case "xrightarrow": return new XElement("mover", new XElement("mo", new XAttribute("stretchy", "true"), "→"), Argument());
            case "boxed": return new XElement("mrow", new XAttribute("class", "boxed"), Argument());
            case "phantom": return new XElement("mphantom", Argument());
            case "not": return Negated();
            case "left": return Fenced(command);
            case "begin": return Environment(command);
            case "displaystyle": return Style(true, Row(EndsGroup));
            case "textstyle": return Style(false, Row(EndsGroup));
            case "big" or "bigl" or "bigr" or "bigm": return Sized("1.2em");
            case "Big" or "Bigl" or "Bigr" or "Bigm": return Sized("1.8em");
            case "bigg" or "biggl" or "biggr": return Sized("2.4em");
            case "Bigg" or "Biggl" or "Biggr": return Sized("3em");
            default: throw lexer.Unknown(command);
        }
    }

    private static bool EndsGroup(LatexToken token) =>
        token.Kind is LatexKind.Close or LatexKind.End or LatexKind.Column or LatexKind.Row || token.Is(LatexKind.Command, "right") || token.Is(LatexKind.Command, "end");

    private static XElement Style(bool displayed, XElement content) => new("mstyle", new XAttribute("displaystyle", displayed ? "true" : "false"), content);

    private XElement Binomial() =>
        new("mrow", MathMl.Delimiter("(", stretchy: true, "prefix"), new XElement("mfrac", new XAttribute("linethickness", "0"), Argument(), Argument()), MathMl.Delimiter(")", stretchy: true, "postfix"));

    private XElement Root()
    {
        if (!lexer.Peek().Is(LatexKind.Symbol, "["))
            return new XElement("msqrt", Argument());
        var open = lexer.Next();
        var degree = Row(token => token.Is(LatexKind.Symbol, "]") || token.Kind == LatexKind.End);
        if (lexer.Next().Kind == LatexKind.End)
            throw lexer.Error(open, "this degree is never closed,");
        return new XElement("mroot", Argument(), degree);
    }

    private XElement Negated()
    {
        var negated = Argument();
        if (negated.HasElements)
            throw lexer.Error(lexer.Peek(), "\\not takes one sign,");
        return new XElement(negated.Name, negated.Attributes(), negated.Value + "\u0338");
    }

    private XElement Sized(string size) => MathMl.Delimiter(DelimiterText(lexer.Next()), stretchy: true, size: size);

    /// <summary><c>\left( … \middle| … \right)</c>, growing with what is between.</summary>
    private XElement Fenced(LatexToken left)
    {
        var items = new List<XElement>();
        AddFence(items, "prefix");
        while (true)
        {
            items.Add(Row(token => token.Kind == LatexKind.End || token is { Kind: LatexKind.Command, Text: "right" or "middle" }));
            var next = lexer.Next();
            if (next.Kind == LatexKind.End)
                throw lexer.Error(left, "this \\left has no \\right,");
            AddFence(items, next.Text == "right" ? "postfix" : "infix");
            if (next.Text == "right")
                return new XElement("mrow", items);
        }
    }

    private void AddFence(List<XElement> items, string form)
    {
        if (DelimiterText(lexer.Next()) is var text and not ".")
            items.Add(MathMl.Delimiter(text, stretchy: true, form));
    }

    private string DelimiterText(LatexToken token) => token switch
    {
        { Kind: LatexKind.Symbol, Text: "(" or ")" or "[" or "]" or "|" or "." or "/" } => token.Text,
        { Kind: LatexKind.Command } when LatexSymbols.Delimiters.TryGetValue(token.Text, out var text) => text,
        _ => throw lexer.Error(token, "expected a delimiter,"),
    };

    private static string? Form(string delimiter) => delimiter[0] switch
    {
        'l' or '{' => "prefix",
        'r' or '}' => "postfix",
        _ => null,
    };

    /// <summary>Words in a formula: escaped characters become themselves, and any other command is refused.</summary>
    private string PlainText(string raw)
    {
        var end = lexer.Position - 1;
        var text = new StringBuilder();
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] is '$' or '{' or '}')
                throw new LatexException(lexer.Formula, end - raw.Length + at, $"unexpected {raw[at]} in words");
            if (raw[at] != '\\')
                text.Append(raw[at] == '~' ? '\u00a0' : raw[at]);
            else if (at + 1 < raw.Length && @",%_ #&$".Contains(raw[at + 1], StringComparison.Ordinal))
                text.Append(raw[++at] == ',' ? '\u2009' : raw[at]);
            else
                throw new LatexException(lexer.Formula, end - raw.Length + at, $"unknown command {Word(raw, at)} in words");
        }
        return text.ToString();
    }

    private static string Word(string raw, int at)
    {
        var end = at + 1;
        while (end < raw.Length && char.IsAsciiLetter(raw[end]))
            end++;
        return raw[at..Math.Max(end, Math.Min(at + 2, raw.Length))];
    }
}
