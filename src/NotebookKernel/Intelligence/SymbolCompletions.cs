using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel;

/// <summary>What C# allows at the cursor: finds the place, and looks up what is visible there.</summary>
internal static class SymbolCompletions
{
    // Stands where the learner has not begun a name yet, so that the parser sees one.
    private const string Placeholder = "_0";

    public static CompletionResult Complete(CSharpCompilation empty, string code, int cursor)
    {
        var start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
            start--;
        var prefix = code[start..cursor];
        if ((prefix.Length > 0 && !SyntaxFacts.IsIdentifierStartCharacter(prefix[0])) || IsBlanked(code, cursor))
            return CompletionResult.None(cursor);

        var view = CodeView.Create(empty, prefix.Length > 0 ? code : code.Insert(cursor, Placeholder));
        var name = view.Root.FindToken(start);
        if (IsText(view.Root, name, start))
            return CompletionResult.None(cursor);
        if (start > 0 && code[start - 1] == '@')
            start--;
        var before = CodeView.TokenBefore(view.Root, start);
        return new(Proposals.Ordered(At(view, name, before), prefix), start, cursor);
    }

    private static IEnumerable<Proposal> At(CodeView view, SyntaxToken name, SyntaxToken before) => before.Kind() switch
    {
        SyntaxKind.DotToken or SyntaxKind.MinusGreaterThanToken => MemberLookup.After(view.Model, before),
        SyntaxKind.ColonColonToken => view.Model.LookupNamespacesAndTypes(name.SpanStart, view.Model.Compilation.GlobalNamespace).Select(Proposal.Of),
        SyntaxKind.DotDotToken => General(view.Model, name),
        SyntaxKind.NumericLiteralToken when before.Span.End == name.SpanStart => [],
        _ when IsNewName(name) => [],
        _ => General(view.Model, name),
    };

    private static IEnumerable<Proposal> General(SemanticModel model, SyntaxToken name)
    {
        var (node, at) = (name.Parent, name.SpanStart);
        if (InitializerLookup.Members(model, name) is { } members)
            return members;
        if (node?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } @using)
        {
            return model.LookupNamespacesAndTypes(at).Where(s => s is INamespaceSymbol || @using.StaticKeyword.RawKind != 0 || @using.Alias is not null)
                .Select(Proposal.Of).Concat(Keywords.AfterUsing);
        }
        if (node?.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { } creation && creation.Type.Span.Contains(at))
            return model.LookupNamespacesAndTypes(at).Where(s => s is not ITypeSymbol { IsStatic: true }).Select(Proposal.Of).Concat(Keywords.Types);
        return ArgumentLookup.Names(model, name)
            .Concat(model.LookupSymbols(at).Select(Proposal.Of))
            .Concat(Keywords.All);
    }

    // A name that is being declared is the learner's to choose.
    private static bool IsNewName(SyntaxToken name) => name.Parent switch
    {
        VariableDeclaratorSyntax v => v.Identifier == name,
        ParameterSyntax p => p.Identifier == name && p.Type is not null,
        BaseTypeDeclarationSyntax t => t.Identifier == name,
        MethodDeclarationSyntax m => m.Identifier == name,
        LocalFunctionStatementSyntax f => f.Identifier == name,
        PropertyDeclarationSyntax p => p.Identifier == name,
        SingleVariableDesignationSyntax d => d.Identifier == name,
        ForEachStatementSyntax f => f.Identifier == name,
        TypeParameterSyntax or NamespaceDeclarationSyntax => true,
        _ => false,
    };

    // Markdown and the like.
    private static bool IsBlanked(string code, int cursor) =>
        CellParts.Split(code).LastOrDefault(p => p.Span.Start <= cursor && p.Span.Length > 0) is { Kind: not (MagicKind.Code or MagicKind.Line) };

    private static bool IsText(SyntaxNode root, SyntaxToken token, int position)
    {
        var trivia = root.FindTrivia(Math.Max(position - 1, 0));
        if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.DisabledTextTrivia || SyntaxFacts.IsDocumentationCommentTrivia(trivia.Kind()))
            return true;
        if (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && (position < trivia.Span.End || !trivia.ToString().EndsWith("*/", StringComparison.Ordinal)))
            return true;
        if (trivia.IsDirective || root.FindTrivia(position).Kind() is SyntaxKind.DisabledTextTrivia)
            return true;
        return token.SpanStart < position && position < token.Span.End
            && (token.IsKind(SyntaxKind.InterpolatedStringTextToken) || token.IsKind(SyntaxKind.CharacterLiteralToken) || IsString(token.Kind()))
            || token.IsKind(SyntaxKind.InterpolatedStringTextToken);
    }

    private static bool IsString(SyntaxKind kind) => kind is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;
}
