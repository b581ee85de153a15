using Microsoft.CodeAnalysis;

namespace NotebookKernel;

/// <summary>How symbols are written: as in code, with what is needed to use them.</summary>
internal static class SymbolFormat
{
    private static readonly SymbolDisplayFormat Full = Format(
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes, SymbolDisplayMemberOptions.IncludeContainingType);

    // A cell's own functions and types belong to a class that only the compiler knows.
    private static readonly SymbolDisplayFormat OfCell = Format(SymbolDisplayTypeQualificationStyle.NameOnly, SymbolDisplayMemberOptions.None);

    private static readonly SymbolDisplayFormat Type = Format(
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces, SymbolDisplayMemberOptions.None);

    private static SymbolDisplayFormat Format(SymbolDisplayTypeQualificationStyle types, SymbolDisplayMemberOptions container) => new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        types,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue | container,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.Default,
        SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue | SymbolDisplayLocalOptions.IncludeRef,
        SymbolDisplayKindOptions.IncludeNamespaceKeyword | SymbolDisplayKindOptions.IncludeTypeKeyword,
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    /// <summary>The symbol as it is declared.</summary>
    public static string Signature(ISymbol symbol) => symbol switch
    {
        { ContainingType.IsScriptClass: true } => symbol.ToDisplayString(OfCell),
        INamespaceSymbol or INamedTypeSymbol { DelegateInvokeMethod: null } => symbol.ToDisplayString(Type),
        _ => symbol.ToDisplayString(Full),
    };

    /// <summary>What kind of thing it is, where the signature does not show it.</summary>
    public static string? Kind(ISymbol symbol) => symbol switch
    {
        ILocalSymbol { IsConst: true } => "constant",
        ILocalSymbol or IRangeVariableSymbol or IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        IParameterSymbol => "parameter",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => null,
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol => "field",
        IEventSymbol => "event",
        IMethodSymbol { IsExtensionMethod: true } => "extension method",
        ITypeParameterSymbol => "type parameter",
        _ => null,
    };
}
