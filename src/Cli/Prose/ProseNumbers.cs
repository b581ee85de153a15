using System.Globalization;
using System.Text.RegularExpressions;
using NotebookKernel;

namespace CourseCli;

/// <summary>A number that stands in a lesson's text.</summary>
/// <param name="CellId">The Markdown cell it stands in.</param>
/// <param name="Text">The number in normal form: <c>-1,234.5</c>, <c>38.29%</c>, <c>1.2e-3</c>.</param>
internal sealed record ProseNumber(string CellId, string Text);

/// <summary>Finds the numbers that a lesson's text quotes, so that each can be held against a claim the run has checked.</summary>
/// <remarks>
/// Counted are, in running text, numbers with a decimal point and whole numbers from 10 on; inside formulas, where small whole
/// numbers are exponents and indices, numbers with a decimal point and whole numbers from 1000 on. Years of sources (1900–2099),
/// section marks (§2.2), code, link targets, and the cells <c>about</c> and <c>sources</c> are left out: they quote no result.
/// </remarks>
internal static partial class ProseNumbers
{
    private static readonly string[] ExemptCells = ["about", "sources"];

    public static IEnumerable<ProseNumber> In(Notebook notebook) =>
        notebook.Cells.OfType<MarkdownCell>()
            .Where(cell => !ExemptCells.Contains(cell.Id))
            .SelectMany(cell => In(cell.Source).Select(number => new ProseNumber(cell.Id, number)));

    public static IEnumerable<string> In(string markdown)
    {
        var text = Hidden().Replace(markdown, " ");
        var prose = Formula().Replace(text, " ");
        var formulas = Formula().Matches(text).Select(match => Untex(match.Value));
        return Numbers(prose, smallestWhole: 10).Concat(formulas.SelectMany(formula => Numbers(formula, smallestWhole: 1000)));
    }

    /// <summary>The form in which a quote and a number of the text are compared.</summary>
    public static string Normal(string quote) => quote.Replace('−', '-').Replace("\u2009", "").Replace(" ", "").Replace("\u00a0", "");

    private static IEnumerable<string> Numbers(string text, int smallestWhole) =>
        Number().Matches(text).Select(match => Normal(match.Value)).Where(number => Counts(number, smallestWhole));

    private static bool Counts(string number, int smallestWhole)
    {
        if (number.AsSpan().IndexOfAny(".,%e") >= 0)
            return true;
        var value = Math.Abs(decimal.Parse(number, CultureInfo.InvariantCulture));
        return value >= smallestWhole && value is < 1900 or > 2099;
    }

    private static string Untex(string formula) =>
        ThinThousands().Replace(formula.Replace("{,}", ","), ",").Replace(@"\%", "%").Replace(@"\,", " ").Replace(@"\;", " ");

    /// <summary>Code, link targets, HTML tags: nothing a reader takes for a result.</summary>
    [GeneratedRegex(@"```.*?```|`[^`\n]*`|\]\([^)]*\)|<[^>\n]+>|https?://\S+|§+\s?[\d.]+(–[\d.]+)?", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\$\$.*?\$\$|\$[^$\n]+\$", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"(?<=\d)\\,(?=\d{3}(?!\d))")]
    private static partial Regex ThinThousands();

    /// <summary>A minus belongs to the number when it touches it, and touches nothing before that it could be subtracted from.</summary>
    [GeneratedRegex(@"(?<![\w.,])(?:(?<![\w)\]}])[-−])?(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?(?:e[-−+]?\d+)?(?![\d\w])(?:[\s\u00a0\u2009]?%)?")]
    private static partial Regex Number();
}
