using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotebookKernel;

/// <summary>A line such as <c>#r "x.dll"</c>.</summary>
internal sealed record Directive(string Kind, string Value, int Line);

/// <summary>The code of a cell, taken apart: what it references, and the C# that is left.</summary>
/// <remarks><c>#r</c>, <c>#i</c> and <c>#load</c> lines are blanked rather than cut, so that every line keeps its number.</remarks>
internal sealed partial record CellSource(string Label, string Code, IReadOnlyList<Directive> Directives, SyntaxTree Tree)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>No code at all.</summary>
    public static readonly SyntaxTree EmptyTree = ParseTree("", "");

    /// <summary>A line of the code, from 1.</summary>
    public string? LineAt(int line) => Code.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd();

    /// <summary>Takes C# apart.</summary>
    /// <param name="code">The whole cell.</param>
    /// <param name="label">What errors call the cell.</param>
    /// <param name="csharp">The cell with all blanked that is not the C# to run; the whole cell when not given.</param>
    public static CellSource Parse(string code, string label, string? csharp = null)
    {
        code = PythonText.WithLineFeeds(code);
        csharp ??= code;
        var tree = ParseTree(csharp, label);
        var directives = new List<Directive>();
        var left = new StringBuilder(csharp);

        // Only real directives count: the same characters inside a string or a comment are text.
        foreach (var trivia in tree.GetRoot().DescendantTrivia().Where(t => t.IsDirective))
        {
            var span = trivia.GetStructure()!.Span;
            var match = Reference().Match(csharp[span.Start..span.End]);
            if (!match.Success)
                continue;
            directives.Add(new(match.Groups[1].Value, match.Groups[2].Value, tree.GetLineSpan(span).StartLinePosition.Line + 1));
            for (var i = span.Start; i < span.End; i++)
            {
                if (left[i] != '\n')
                    left[i] = ' ';
            }
        }
        return new(label, code, directives, directives.Count == 0 ? tree : ParseTree(left.ToString(), label));
    }

    /// <summary>A cell that is not even looked at.</summary>
    public static CellSource Unparsed(string code, string label) => new(label, code, [], EmptyTree);

    /// <summary>The tree to run, with checkpoints in its loops; <see langword="null"/> when there are none to put.</summary>
    public SyntaxTree? WithCheckpoints() => Checkpoints.Insert(Tree) is { } code ? ParseTree(code, Label) : null;

    /// <summary>The last expression of the cell, written without a semicolon: its value is the cell's result.</summary>
    public static ExpressionSyntax? LastExpression(SyntaxTree tree) =>
        tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }
        && last.SemicolonToken.IsMissing ? last.Expression : null;

    /// <summary>Whether code stands on any line but the first.</summary>
    public static bool HasLines(SyntaxTree tree) => tree.GetText().Lines.Skip(1).Any(line => line.Span.Length > 0 && !string.IsNullOrWhiteSpace(line.ToString()));

    /// <summary>Whether later cells can see anything of this one: variables, functions, types, usings.</summary>
    public static bool Declares(SyntaxTree tree)
    {
        var root = tree.GetCompilationUnitRoot();
        // A pattern or an out variable in a statement is a variable of the session too.
        return root.Usings.Count > 0 || root.Externs.Count > 0 || root.AttributeLists.Count > 0
            || root.ContainsDirectives
            || root.Members.Any(m => m is not GlobalStatementSyntax || m.DescendantNodes().Any(n => n is VariableDesignationSyntax));
    }

    /// <summary>C# as the cells have it: statements may stand outside of any method.</summary>
    public static SyntaxTree ParseTree(string code, string label) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), Options, path: label);

    [GeneratedRegex("""^#\s*(r|i|load)\s*"([^"\n]*)"[ \t]*(?://.*)?\s*$""")]
    private static partial Regex Reference();
}
