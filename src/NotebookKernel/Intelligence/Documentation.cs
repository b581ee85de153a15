using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NotebookKernel;

/// <summary>The documentation comment of a symbol, wherever it is written: in a cell, beside a library, or with the framework.</summary>
/// <param name="Root">The comment, its parts as children.</param>
internal sealed record Documentation(XElement Root)
{
    private const int MostSteps = 5;

    /// <summary>The documentation of a symbol, or <see langword="null"/> when it has none.</summary>
    public static Documentation? Of(ISymbol symbol, Compilation compilation)
    {
        var next = Documented(symbol);
        for (var step = 0; next is not null && step < MostSteps; step++)
        {
            if (Read(next, compilation) is { } root && !root.Elements("inheritdoc").Any())
                return new(root);
            next = Inherited(next);
        }
        return null;
    }

    /// <summary>The documentation as text.</summary>
    /// <param name="detail">0 for the summary, parameters and value; 1 for all.</param>
    /// <param name="markdown">Whether as Markdown.</param>
    public string Render(int detail, bool markdown) => new DocumentationText(markdown).Of(Root, detail);

    // The comment on a record describes its constructor's parameters too.
    private static ISymbol Documented(ISymbol symbol) => symbol.OriginalDefinition switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } constructor => constructor.ContainingType,
        IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => property,
        var other => other,
    };

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } property } => property.OriginalDefinition,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        INamedTypeSymbol { BaseType: { SpecialType: not SpecialType.System_Object } type } => type.OriginalDefinition,
        INamedTypeSymbol => null,
        { ContainingType: { } type } => type.AllInterfaces.SelectMany(i => i.GetMembers(symbol.Name))
            .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m), symbol))?.OriginalDefinition,
        _ => null,
    };

    private static XElement? Read(ISymbol symbol, Compilation compilation)
    {
        if (symbol.GetDocumentationCommentId() is not { } id)
            return null;
        var xml = symbol.Locations.Any(l => l.IsInSource) ? symbol.GetDocumentationCommentXml() : DocumentationFiles.Find(id, FileOf(symbol, compilation));
        try
        {
            return string.IsNullOrWhiteSpace(xml) ? null : XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? FileOf(ISymbol symbol, Compilation compilation) =>
        symbol.ContainingAssembly is { } assembly && compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path } ? path : null;
}
