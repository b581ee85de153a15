using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel;

/// <summary>The words of the language.</summary>
internal static class Keywords
{
    // Words that are keywords in some places only; query and accessor words among them.
    private static readonly string[] Contextual =
    [
        "and", "async", "await", "by", "descending", "dynamic", "equals", "file", "from", "get", "global", "group", "init", "into", "join",
        "let", "nameof", "not", "on", "or", "orderby", "partial", "record", "required", "scoped", "select", "set", "unmanaged", "value", "var",
        "when", "where", "with", "yield",
    ];

    /// <summary>All of them.</summary>
    public static readonly Proposal[] All =
        [.. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText).Where(k => !k.StartsWith("__", StringComparison.Ordinal)).Concat(Contextual).Select(Of)];

    /// <summary>Those that name a type.</summary>
    public static readonly Proposal[] Types =
        [.. new[] { "bool", "byte", "char", "decimal", "double", "float", "int", "long", "object", "sbyte", "short", "string", "uint", "ulong", "ushort" }.Select(Of)];

    /// <summary>Those that may follow <c>using</c>.</summary>
    public static readonly Proposal[] AfterUsing = [Of("static"), Of("var")];

    private static Proposal Of(string word) => new(word, "keyword", null);
}
