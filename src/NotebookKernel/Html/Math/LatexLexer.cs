using System.Text.RegularExpressions;

namespace NotebookKernel;

/// <summary>Cuts a formula into its pieces. Spaces mean nothing in LaTeX's math mode and are dropped, except in <c>\text{…}</c>.</summary>
internal sealed partial class LatexLexer(string formula)
{
    private int _at;

    public string Formula => formula;

    public int Position => _at;

    /// <summary>The distance in <c>\\[4pt]</c>, which the pages do not need.</summary>
    public void SkipLineDistance()
    {
        if (LineDistance().Match(formula, _at) is { Success: true } distance)
            _at += distance.Length;
    }

    [GeneratedRegex(@"\G\s*\[-?[\d.]+(pt|em|ex|mm|cm)\]")]
    private static partial Regex LineDistance();

    public LatexToken Peek()
    {
        var start = _at;
        var token = Next();
        _at = start;
        return token;
    }

    public LatexToken Next()
    {
        while (_at < formula.Length && (char.IsWhiteSpace(formula[_at]) || formula[_at] == '~'))
            _at++;
        if (_at == formula.Length)
            return new(LatexKind.End, "the end", _at);
        var start = _at;
        if (Number().Match(formula, start) is { Success: true } number)
            return Take(LatexKind.Number, number.Length, number.Value.Replace("{,}", ",", StringComparison.Ordinal));
        if (formula[start] == '\\')
            return Command(start);
        return formula[start] switch
        {
            '{' => Take(LatexKind.Open, 1),
            '}' => Take(LatexKind.Close, 1),
            '^' => Take(LatexKind.Superscript, 1),
            '_' => Take(LatexKind.Subscript, 1),
            '&' => Take(LatexKind.Column, 1),
            '\'' => Take(LatexKind.Prime, 1),
            var c when char.IsLetter(c) => Take(LatexKind.Letter, 1),
            _ => Take(LatexKind.Symbol, 1),
        };
    }

    /// <summary>One digit of the number that comes next: an argument without braces is one character, as in <c>\tfrac34</c>.</summary>
    public string NextDigit()
    {
        var number = Peek();
        _at = number.Position;
        return Take(LatexKind.Number, formula[_at] == '.' ? number.Text.Length : 1).Text;
    }

    /// <summary>The raw text up to the closing brace, of an argument that is words and not mathematics.</summary>
    public string RawArgument()
    {
        var open = Next();
        if (open.Kind != LatexKind.Open)
            throw Error(open, "expected {");
        var start = _at;
        var depth = 1;
        for (; _at < formula.Length; _at++)
        {
            depth += formula[_at] == '{' ? 1 : formula[_at] == '}' ? -1 : 0;
            if (depth == 0)
                return formula[start.._at++];
        }
        throw Error(open, "this { is never closed,");
    }

    public LatexException Error(LatexToken at, string problem) => new(formula, at.Position, $"{problem} found {(at.Kind == LatexKind.Command ? "\\" : "")}{at.Text}");

    public LatexException Unknown(LatexToken command) => new(formula, command.Position, $"unknown command \\{command.Text}");

    private LatexToken Command(int start)
    {
        var length = 1;
        while (start + length < formula.Length && char.IsAsciiLetter(formula[start + length]))
            length++;
        if (length == 1 && start + 1 < formula.Length)
            length = 2;
        var name = formula.Substring(start + 1, length - 1);
        if (name == "operatorname" && start + length < formula.Length && formula[start + length] == '*')
            (name, length) = ("operatorname*", length + 1);
        return name == "\\" ? Take(LatexKind.Row, length) : Take(LatexKind.Command, length, name);
    }

    private LatexToken Take(LatexKind kind, int length, string? text = null)
    {
        var token = new LatexToken(kind, text ?? formula.Substring(_at, length), _at);
        _at += length;
        return token;
    }

    /// <summary>Digits, with a decimal point and with <c>{,}</c> between thousands.</summary>
    [GeneratedRegex(@"\G(\d+(\{,\}\d{3})*(\.\d+)?|\.\d+)")]
    private static partial Regex Number();
}
