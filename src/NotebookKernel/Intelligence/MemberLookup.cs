using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel;

/// <summary>What may follow a dot.</summary>
internal static class MemberLookup
{
    public static IEnumerable<Proposal> After(SemanticModel model, SyntaxToken dot)
    {
        var left = dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax => dot.Parent.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(c => c.WhenNotNull.Span.Contains(dot.Span))?.Expression,
            _ => null,
        };
        if (left is null || left is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression })
            return [];
        var (symbol, type) = Bind(model, left);
        var at = left.SpanStart;
        return symbol switch
        {
            INamespaceSymbol space => model.LookupNamespacesAndTypes(at, space).Select(Proposal.Of),
            ITypeSymbol named and not ITypeParameterSymbol => Statics(model, at, named),
            IMethodSymbol when left is IdentifierNameSyntax or MemberAccessExpressionSyntax => [],
            // A property named like its type may be meant as either.
            _ when type is not null && symbol?.Name == type.Name => Instance(model, at, type, dot).Concat(Statics(model, at, type)),
            _ when type is not null => Instance(model, at, type, dot),
            _ => [],
        };
    }

    private static IEnumerable<Proposal> Statics(SemanticModel model, int at, ITypeSymbol type) =>
        model.LookupStaticMembers(at, type).Select(Proposal.Of);

    private static IEnumerable<Proposal> Instance(SemanticModel model, int at, ITypeSymbol type, SyntaxToken dot)
    {
        if (type is IPointerTypeSymbol pointer && dot.IsKind(SyntaxKind.MinusGreaterThanToken))
            type = pointer.PointedAtType;
        if (dot.Parent is MemberBindingExpressionSyntax && type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            type = ((INamedTypeSymbol)type).TypeArguments[0];
        return model.LookupSymbols(at, type, includeReducedExtensionMethods: true)
            .Where(s => !s.IsStatic && s is not ITypeSymbol)
            .Select(Proposal.Of);
    }

    // "x." above another line is parsed as the first half of a type's name: asked as an expression, it is the variable again.
    private static (ISymbol? Symbol, ITypeSymbol? Type) Bind(SemanticModel model, ExpressionSyntax left)
    {
        var bound = (Symbol(model.GetSymbolInfo(left)), model.GetTypeInfo(left).Type);
        if (left.Parent is not QualifiedNameSyntax || left.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null)
            return Known(bound);
        var expression = SyntaxFactory.ParseExpression(left.ToString());
        var symbol = Symbol(model.GetSpeculativeSymbolInfo(left.SpanStart, expression, SpeculativeBindingOption.BindAsExpression));
        var type = model.GetSpeculativeTypeInfo(left.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type;
        return symbol is null && type is null or IErrorTypeSymbol ? Known(bound) : Known((symbol, type));
    }

    private static (ISymbol?, ITypeSymbol?) Known((ISymbol? Symbol, ITypeSymbol? Type) bound) =>
        (bound.Symbol is IAliasSymbol alias ? alias.Target : bound.Symbol, bound.Type is IErrorTypeSymbol or { SpecialType: SpecialType.System_Void } ? null : bound.Type);

    private static ISymbol? Symbol(SymbolInfo info) => info.Symbol ?? (info.CandidateSymbols is [var only] ? only : info.CandidateSymbols.FirstOrDefault());
}
