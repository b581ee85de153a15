using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel;

/// <summary>A symbol that the code names, and the others that the same name could mean.</summary>
internal sealed record FoundSymbol(ISymbol Symbol, ImmutableArray<ISymbol> Overloads);

/// <summary>Finds what the cursor is on: a name it touches, or the call whose arguments it is in.</summary>
internal static class SymbolAtCursor
{
    public static FoundSymbol? Find(CodeView view, int cursor)
    {
        var (root, model) = view;
        if (root.FindTrivia(Math.Max(cursor - 1, 0)).Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            return null;
        foreach (var token in new[] { root.FindToken(Math.Min(cursor, root.FullSpan.End)), CodeView.TokenBefore(root, cursor) })
        {
            if (token.Span.Length > 0 && token.SpanStart <= cursor && cursor <= token.Span.End && Of(model, token) is { } found)
                return found;
        }
        return InCall(model, CodeView.TokenBefore(root, cursor), cursor);
    }

    private static FoundSymbol? Of(SemanticModel model, SyntaxToken token)
    {
        if (token.Parent is not { } node || !(token.IsKind(SyntaxKind.IdentifierToken) || node is PredefinedTypeSyntax or BaseExpressionSyntax or ThisExpressionSyntax))
            return null;
        if (model.GetDeclaredSymbol(node) is { } declared && node is not GlobalStatementSyntax and not CompilationUnitSyntax)
            return new(declared, []);
        // new P(…) speaks of the constructor.
        if (node.Parent is ObjectCreationExpressionSyntax { ArgumentList: not null } creation && creation.Type == node)
            return Called(model, creation) ?? Named(model, node);
        return Named(model, node);
    }

    private static FoundSymbol? Named(SemanticModel model, SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node);
        if (info.Symbol is not null and not INamespaceSymbol { IsGlobalNamespace: true })
            return new(info.Symbol, node is ExpressionSyntax ? model.GetMemberGroup(node) : []);
        var group = node is ExpressionSyntax ? model.GetMemberGroup(node) : [];
        return (group.IsEmpty ? info.CandidateSymbols : group) is [var first, ..] all ? new(first, all) : null;
    }

    private static FoundSymbol? InCall(SemanticModel model, SyntaxToken token, int cursor)
    {
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            if (node is ArgumentListSyntax list && list.OpenParenToken.Span.End <= cursor && (list.CloseParenToken.IsMissing || cursor <= list.CloseParenToken.SpanStart))
                return Called(model, list.Parent);
        }
        return null;
    }

    private static FoundSymbol? Called(SemanticModel model, SyntaxNode? call)
    {
        if (call is null)
            return null;
        var all = ArgumentLookup.Methods(model, call).ToImmutableArray<ISymbol>();
        return (model.GetSymbolInfo(call).Symbol ?? all.FirstOrDefault()) is { } chosen ? new(chosen, all) : null;
    }
}
