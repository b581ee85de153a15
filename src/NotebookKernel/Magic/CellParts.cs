using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotebookKernel;

/// <summary>Takes a cell apart at its magic commands.</summary>
/// <remarks>The same characters inside a string or a comment of the code are code, and inside a text only a command that begins
/// code or another text ends it: a <c>#!/bin/sh</c> in Markdown stays Markdown.</remarks>
internal sealed partial class CellParts
{
    private readonly string _code;
    private readonly ImmutableArray<CellPart>.Builder _parts = ImmutableArray.CreateBuilder<CellPart>();
    private MagicKind _kind = MagicKind.Code;
    private string _name = "";
    private string _argument = "";
    private int _line = 1;
    private int _start;

    private CellParts(string code) => _code = code;

    /// <summary>The parts of a cell in order. There is at least one, and C# without text is left out where another part is.</summary>
    public static ImmutableArray<CellPart> Split(string code)
    {
        if (!code.Contains("#!", StringComparison.Ordinal))
            return [new(MagicKind.Code, "", "", 1, new TextSpan(0, code.Length))];
        return new CellParts(code).Split();
    }

    /// <summary>The cell with everything blanked that is not C#, so that every position stays what it was.</summary>
    public static string CodeOf(string code, IEnumerable<CellPart> parts)
    {
        var kept = parts.Where(p => p.Kind == MagicKind.Code).Select(p => p.Span).ToList();
        if (kept is [{ Start: 0 } all] && all.End == code.Length)
            return code;
        var left = code.ToCharArray();
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] is not ('\n' or '\r') && !kept.Exists(span => span.Contains(i)))
                left[i] = ' ';
        }
        return new(left);
    }

    private ImmutableArray<CellPart> Split()
    {
        var number = 0;
        for (int start = 0, next; start < _code.Length; start = next)
        {
            number++;
            var end = _code.IndexOf('\n', start);
            next = end < 0 ? _code.Length : end + 1;
            var match = Magic().Match(_code[start..next].TrimEnd());
            if (match.Success && Begins(match.Groups[1].Value, start))
                Begin(match.Groups[1].Value, match.Groups[2].Value.Trim(), number, start, next);
        }
        End(_code.Length);
        return _parts.Count > 0 ? _parts.ToImmutable() : [new(MagicKind.Code, _name, "", 1, new TextSpan(_code.Length, 0))];
    }

    private bool Begins(string name, int start) => _kind == MagicKind.Code
        ? IsDirective(start)
        : MagicCommand.Find(name) is { Kind: not MagicKind.Line };

    // What the scanner takes for a directive is neither in a string, nor in a comment, nor in code that #if leaves out.
    private bool IsDirective(int start)
    {
        var end = _code.IndexOf('\n', start);
        var code = _code[_start..(end < 0 ? _code.Length : end)];
        var at = start - _start + _code.AsSpan(start).IndexOf('#');
        var trivia = CellSource.ParseTree(code, "").GetRoot().FindTrivia(at);
        return trivia.GetStructure() is DirectiveTriviaSyntax { IsActive: true };
    }

    private void Begin(string name, string argument, int number, int start, int next)
    {
        End(start);
        var kind = MagicCommand.Find(name)?.Kind ?? MagicKind.Line;
        if (kind == MagicKind.Line)
        {
            _parts.Add(new(kind, name, argument, number, TextSpan.FromBounds(start, next)));
            (_kind, _name, _argument) = (MagicKind.Code, "", "");
        }
        else
        {
            (_kind, _name, _argument) = (kind, name, argument);
        }
        (_start, _line) = (next, number);
    }

    private void End(int end)
    {
        var span = TextSpan.FromBounds(Math.Min(_start, end), end);
        if (_kind != MagicKind.Code || !string.IsNullOrWhiteSpace(_code[span.Start..span.End]))
            _parts.Add(new(_kind, _name, _argument, _line, span));
    }

    [GeneratedRegex("""^\s*#!([A-Za-z][\w#\-]*)(?:\s+(.*))?$""")]
    private static partial Regex Magic();
}
