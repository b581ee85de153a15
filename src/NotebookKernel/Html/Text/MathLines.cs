using System.Text.RegularExpressions;

namespace NotebookKernel;

/// <summary>Puts a displayed formula that runs over several lines, <c>$$a</c> … <c>b$$</c>, on one line, as the Markdown parser wants it.</summary>
/// <remarks>Notebooks' own readers accept the dollar signs anywhere. What stands in code is left alone, and so is a block whose dollar
/// signs have lines of their own: the parser knows those.</remarks>
internal static partial class MathLines
{
    public static string Join(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var result = new List<string>(lines.Length);
        string? fence = null;
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            if (Fence().Match(line) is { Success: true } mark)
                fence = fence is null ? mark.Groups[1].Value : line.Trim().StartsWith(fence, StringComparison.Ordinal) ? null : fence;
            var end = fence is null && Opens(line) ? Close(lines, at) : at;
            var ownLines = line.Trim() == "$$" && lines[end].Trim() == "$$";
            if (end > at && !ownLines)
                result.Add(Tight(line + " " + string.Join(' ', lines[(at + 1)..(end + 1)].Select(part => part.Trim()))));
            else if (end == at && fence is null)
                result.Add(Tight(line));
            else
                result.AddRange(lines[at..(end + 1)]);
            at = end;
        }
        return string.Join('\n', result);
    }

    /// <summary>The parser takes dollar signs with a space inside for money.</summary>
    private static string Tight(string line) => line.Contains('`', StringComparison.Ordinal) ? line : Spaced().Replace(line, "$$$$$1$$$$");

    private static bool Opens(string line) => Dollars().Count(InlineCode().Replace(line, "")) % 2 == 1;

    /// <summary>The line on which the formula that opens on a line is closed, or the same line where it never is.</summary>
    private static int Close(string[] lines, int open)
    {
        for (var at = open + 1; at < lines.Length; at++)
            if (Opens(lines[at]))
                return at;
        return open;
    }

    [GeneratedRegex(@"^\s{0,3}(```+|~~~+)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<!\\)\$\$")]
    private static partial Regex Dollars();

    [GeneratedRegex(@"(?<!\\)\$\$\s*(\S.*?)\s*(?<!\\)\$\$")]
    private static partial Regex Spaced();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();
}
