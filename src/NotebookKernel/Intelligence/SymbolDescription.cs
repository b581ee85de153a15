using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NotebookKernel;

/// <summary>Says what a symbol is: signature, documentation, and on request all that belongs to it.</summary>
/// <param name="lineOf">A line of a cell that was executed, by label and number.</param>
internal sealed class SymbolDescription(Func<string, int, string?> lineOf)
{
    private const int MostMembers = 60;

    public Inspection Of(FoundSymbol found, Compilation compilation, int detail)
    {
        var symbol = found.Symbol is IAliasSymbol alias ? alias.Target : found.Symbol;
        var others = found.Overloads.Where(o => !Same(o, symbol)).DistinctBy(SymbolFormat.Signature).ToList();
        var signature = SymbolFormat.Signature(symbol);
        if (SymbolFormat.Kind(symbol) is { } kind)
            signature = $"({kind}) {signature}";
        var count = others.Count switch
        {
            0 => "",
            1 => "\n(and 1 overload)",
            _ => string.Create(CultureInfo.InvariantCulture, $"\n(and {others.Count} overloads)"),
        };
        var documentation = Documentation.Of(symbol, compilation);
        IReadOnlyList<(string Title, string Code)> more = detail == 0 ? [] : [.. More(symbol, others)];
        if (detail > 0)
            count = "";
        return new(
            Joined([signature + count, documentation?.Render(detail, markdown: false), .. more.Select(m => $"{m.Title}\n{Indented(m.Code)}")]),
            Joined([$"{Fenced(signature)}{count}", documentation?.Render(detail, markdown: true), .. more.Select(m => $"**{m.Title}**\n\n{Fenced(m.Code)}")]));
    }

    private static string Joined(IEnumerable<string?> sections) => string.Join("\n\n", sections.Where(s => !string.IsNullOrEmpty(s)));

    private static string Fenced(string code) => $"```csharp\n{code}\n```";

    private IEnumerable<(string Title, string Code)> More(ISymbol symbol, IReadOnlyList<ISymbol> others)
    {
        if (others.Count > 0)
            yield return ("Overloads", Lines(others.Select(SymbolFormat.Signature)));
        if (symbol is INamedTypeSymbol { SpecialType: SpecialType.None or SpecialType.System_String or SpecialType.System_Object } type && Members(type) is { Length: > 0 } members)
            yield return ("Members", members);
        if (Source(symbol) is { } source)
            yield return ("Source", source);
        else if (symbol.ContainingAssembly is { } assembly && symbol.ContainingNamespace is { IsGlobalNamespace: false } space)
            yield return ("Where", $"namespace {space.ToDisplayString()}, assembly {assembly.Name}");
    }

    private static string Members(INamedTypeSymbol type) => Lines(type.GetMembers()
        .Where(m => m.DeclaredAccessibility == Accessibility.Public && !new Proposal(m.Name, "", m).IsHidden
            || m is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaredAccessibility: Accessibility.Public })
        .Where(m => !m.IsImplicitlyDeclared)
        .Select(SymbolFormat.Signature));

    private static string Lines(IEnumerable<string> all)
    {
        var lines = all.Take(MostMembers + 1).ToList();
        if (lines.Count > MostMembers)
            lines[MostMembers] = "…";
        return string.Join('\n', lines);
    }

    /// <summary>The lines of a cell that declare it, as the learner wrote them.</summary>
    private string? Source(ISymbol symbol)
    {
        if (symbol is not (IMethodSymbol or INamedTypeSymbol or IFieldSymbol or IPropertySymbol) || symbol.DeclaringSyntaxReferences is not [var declaration, ..])
            return null;
        var place = declaration.SyntaxTree.GetLineSpan(declaration.Span);
        if (place.Path.Length == 0)
            return null;
        var lines = Enumerable.Range(place.StartLinePosition.Line + 1, place.EndLinePosition.Line - place.StartLinePosition.Line + 1)
            .Select(line => lineOf(place.Path, line));
        return string.Join('\n', lines.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    private static bool Same(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a.OriginalDefinition, b.OriginalDefinition);

    private static string Indented(string code) => "    " + code.ReplaceLineEndings("\n    ");
}
