using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel;

/// <summary>What may be set between the braces of <c>new P { … }</c> and <c>p with { … }</c>, and matched in <c>p is { … }</c>.</summary>
internal static class InitializerLookup
{
    /// <summary>The members, or <see langword="null"/> when the name does not stand where one is expected.</summary>
    public static IEnumerable<Proposal>? Members(SemanticModel model, SyntaxToken name)
    {
        var place = name.Parent is IdentifierNameSyntax { Parent: AssignmentExpressionSyntax assignment } && assignment.Left == name.Parent
            ? assignment : name.Parent;
        if (place?.Parent is InitializerExpressionSyntax braces && Type(model, braces) is { } type && !IsCollection(type))
            return Proposed(model, name, type, written: true);
        if (name.Parent is IdentifierNameSyntax { Parent: ConstantPatternSyntax { Parent: SubpatternSyntax { Parent.Parent: RecursivePatternSyntax pattern } sub } }
            && sub.ExpressionColon is null && sub.Parent is PropertyPatternClauseSyntax
            && model.GetTypeInfo(pattern).ConvertedType is { } matched)
        {
            return Proposed(model, name, matched, written: false);
        }
        return null;
    }

    private static ITypeSymbol? Type(SemanticModel model, InitializerExpressionSyntax braces) => braces.Parent switch
    {
        BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation).Type,
        WithExpressionSyntax with => model.GetTypeInfo(with.Expression).Type,
        _ => null,
    };

    private static bool IsCollection(ITypeSymbol type) =>
        type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static IEnumerable<Proposal> Proposed(SemanticModel model, SyntaxToken name, ITypeSymbol type, bool written) =>
        model.LookupSymbols(name.SpanStart, type)
            .Where(s => !s.IsStatic && s is IPropertySymbol { IsIndexer: false } property && (!written || property.SetMethod is not null)
                || s is IFieldSymbol { IsStatic: false, IsReadOnly: false })
            .Select(Proposal.Of);
}
