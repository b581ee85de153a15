using System.Text.RegularExpressions;

namespace NotebookKernel;

/// <summary>The rule for cell ids: 1 to 64 letters, digits, hyphens and underscores (nbformat 4.5).</summary>
internal static partial class CellId
{
    public const string Rule = "1 to 64 of a-z, A-Z, 0-9, - and _";

    public static bool IsValid(string id) => Pattern().IsMatch(id);

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex Pattern();
}
