using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel;

/// <summary>Tells code that is finished from code that goes on, and both from code that is wrong.</summary>
internal static class CompletenessCheck
{
    private const int Step = 4;

    public static Completeness Of(string code)
    {
        var parts = CellParts.Split(code);
        if (parts[^1].Kind == MagicKind.Text || !parts.Any(p => p.Kind == MagicKind.Code))
            return parts.Any(p => !p.IsSupported) ? Completeness.Invalid : Completeness.Complete;

        var source = CellSource.Parse(CellParts.CodeOf(code, parts), "");
        var errors = source.Tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Exists(IsOpenText))
            return Completeness.Incomplete("");
        if (errors.Exists(e => e.Id == "CS1010")) // a string that should have ended on its line
            return Completeness.Invalid;
        if (!SyntaxFactory.IsCompleteSubmission(source.Tree))
            return Completeness.Incomplete(Indent(source.Tree));
        return errors.Count > 0 || parts.Any(p => !p.IsSupported) ? Completeness.Invalid : Completeness.Complete;
    }

    // What has not ended and is no code: its next line begins where the learner says, not where we do.
    private static bool IsOpenText(Diagnostic error) =>
        error.Id is "CS8997" or "CS1039" or "CS1035" or "CS1027" or "CS1038"; // raw string, verbatim string, comment, #if, #region

    /// <summary>As far in as the line that opened the innermost bracket still open, and one step more.</summary>
    private static string Indent(SyntaxTree tree)
    {
        var open = new Stack<SyntaxToken>();
        SyntaxToken last = default;
        foreach (var token in tree.GetRoot().DescendantTokens().Where(t => !t.IsMissing && t.Span.Length > 0))
        {
            if (token.IsKind(SyntaxKind.OpenBraceToken) || token.IsKind(SyntaxKind.OpenParenToken) || token.IsKind(SyntaxKind.OpenBracketToken))
                open.Push(token);
            else if (token.IsKind(SyntaxKind.CloseBraceToken) || token.IsKind(SyntaxKind.CloseParenToken) || token.IsKind(SyntaxKind.CloseBracketToken))
                open.TryPop(out _);
            last = token;
        }
        var line = open.TryPeek(out var innermost) ? IndentOf(innermost) : IndentOf(last);
        var goesOn = innermost == last || (!last.IsKind(SyntaxKind.SemicolonToken) && !last.IsKind(SyntaxKind.CloseBraceToken));
        return new(' ', line + (open.Count > 0 || goesOn ? Step : 0));
    }

    private static int IndentOf(SyntaxToken token)
    {
        if (token.SyntaxTree?.GetText() is not { } text)
            return 0;
        var line = text.Lines.GetLineFromPosition(token.SpanStart).ToString();
        return line.Length - line.TrimStart().Length;
    }
}
