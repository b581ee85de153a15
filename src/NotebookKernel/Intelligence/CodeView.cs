using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel;

/// <summary>Code that is being written, as the compiler sees it after the cells so far.</summary>
internal sealed record CodeView(SyntaxNode Root, SemanticModel Model)
{
    public static CodeView Create(CSharpCompilation empty, string code)
    {
        var source = CellSource.Parse(code, "", CellParts.CodeOf(code, CellParts.Split(code)));
        var compilation = empty.ReplaceSyntaxTree(empty.SyntaxTrees[0], source.Tree);
        return new(source.Tree.GetRoot(), compilation.GetSemanticModel(source.Tree, ignoreAccessibility: false));
    }

    /// <summary>The last token that begins before a position; no token at the start.</summary>
    public static SyntaxToken TokenBefore(SyntaxNode root, int position)
    {
        if (position == 0)
            return default;
        var token = root.FindToken(Math.Min(position, root.FullSpan.End) - 1);
        while (token.RawKind != 0 && (token.SpanStart >= position || token.Span.Length == 0))
            token = token.GetPreviousToken();
        return token;
    }
}
