using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel;

/// <summary>Something that could be written, before it is known whether it fits what was begun.</summary>
internal sealed record Proposal(string Text, string Kind, ISymbol? Symbol)
{
    public static Proposal Of(ISymbol symbol) => new(symbol.Name, KindOf(symbol), symbol);

    /// <summary>Whether it is hidden from proposals: special names, names only a compiler can write, and what its author hides.</summary>
    public bool IsHidden => Symbol is { } symbol
        && (!symbol.CanBeReferencedByName
            || symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "EditorBrowsableAttribute" && a.ConstructorArguments is [{ Value: 1 }])
            || symbol is IMethodSymbol { MethodKind: MethodKind.Destructor or MethodKind.UserDefinedOperator or MethodKind.Conversion });

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enumMember",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        IFieldSymbol => "field",
        IEventSymbol => "event",
        INamespaceSymbol => "module",
        ITypeParameterSymbol => "typeParameter",
        ITypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        ITypeSymbol => "class",
        _ => "variable",
    };
}

/// <summary>Chooses the proposals that fit what was begun.</summary>
internal static class Proposals
{
    /// <summary>Those that begin with the prefix, the same letters in the same case first; a name once, however many overloads it has.</summary>
    public static ImmutableArray<CompletionItem> Ordered(IEnumerable<Proposal> proposals, string prefix)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var fitting = new List<CompletionItem>();
        foreach (var proposal in proposals)
        {
            if (proposal.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && !seen.Contains(proposal.Text) && !proposal.IsHidden)
            {
                seen.Add(proposal.Text);
                fitting.Add(new(Written(proposal), proposal.Kind));
            }
        }
        return [.. fitting.OrderBy(i => !i.Text.StartsWith(prefix, StringComparison.Ordinal)).ThenBy(i => i.Text, StringComparer.OrdinalIgnoreCase)];
    }

    private static string Written(Proposal proposal) =>
        proposal.Symbol is not null && SyntaxFacts.GetKeywordKind(proposal.Text) != SyntaxKind.None ? "@" + proposal.Text : proposal.Text;
}
