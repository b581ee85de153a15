using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel;

/// <summary>The parameters whose names may be written before an argument: <c>f(step: 0.1)</c>.</summary>
internal static class ArgumentLookup
{
    public static IEnumerable<Proposal> Names(SemanticModel model, SyntaxToken name)
    {
        if (name.Parent is not IdentifierNameSyntax { Parent: ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax list } })
            return [];
        var given = list.Arguments.Where(a => a.NameColon is not null).Select(a => a.NameColon!.Name.Identifier.ValueText).ToHashSet();
        return Methods(model, list.Parent).SelectMany(m => m.Parameters).Select(p => p.Name).Where(p => !given.Contains(p)).Distinct()
            .Select(parameter => new Proposal(parameter + ":", "variable", null));
    }

    /// <summary>The methods or constructors that a call could mean.</summary>
    public static IEnumerable<IMethodSymbol> Methods(SemanticModel model, SyntaxNode? call) => call switch
    {
        InvocationExpressionSyntax invocation => model.GetMemberGroup(invocation.Expression).OfType<IMethodSymbol>() is var group && group.Any()
            ? group
            : model.GetTypeInfo(invocation.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [],
        BaseObjectCreationExpressionSyntax creation => (model.GetTypeInfo(creation).Type as INamedTypeSymbol)?.InstanceConstructors ?? [],
        _ => [],
    };
}
