using System.Text.RegularExpressions;
using NotebookKernel;

namespace CourseCli;

/// <summary>The text of a notebook or a document: every formula can be read, every link leads somewhere.</summary>
internal static partial class TextCheck
{
    public static IEnumerable<string> Findings(string path)
    {
        var cells = NotebookFile.Read(path).Cells.OfType<MarkdownCell>().ToList();
        return cells.SelectMany(cell => In(cell.Source, path).Select(finding => $"cell {cell.Id}: {finding}"));
    }

    public static IEnumerable<string> DocumentFindings(string path) => In(File.ReadAllText(path), path);

    private static IEnumerable<string> In(string markdown, string path) =>
        Formulas(markdown).Concat(MarkdownRenderer.Links(markdown).Select(link => Dead(link, path)).OfType<string>());

    private static IEnumerable<string> Formulas(string markdown)
    {
        var unreadable = Unreadable(markdown).ToList();
        return unreadable.Count > 0 ? unreadable : LeftAsText(markdown);
    }

    /// <summary>Dollar signs that the page would show: a formula whose ends the Markdown reader did not see.</summary>
    private static IEnumerable<string> LeftAsText(string markdown)
    {
        var shown = NoFormula().Replace(MarkdownRenderer.ToHtml(markdown, new PageHeadings()), "");
        return Latex().Matches(shown).Select(match => $"a formula would be shown as text: {match.Value}").Take(1);
    }

    [GeneratedRegex("<math.*?</math>|<code.*?</code>", RegexOptions.Singleline)]
    private static partial Regex NoFormula();

    [GeneratedRegex(@"\$\$.{0,40}|\\(begin|frac|sum|lVert|hat)\b.{0,30}", RegexOptions.Singleline)]
    private static partial Regex Latex();

    private static IEnumerable<string> Unreadable(string markdown)
    {
        foreach (var (latex, display) in MarkdownRenderer.Formulas(markdown))
        {
            string? finding = null;
            try
            {
                LatexToMathML.Convert(latex, display);
            }
            catch (LatexException error)
            {
                finding = error.Message;
            }
            if (finding is not null)
                yield return finding;
        }
    }

    /// <summary>What is wrong with a link from a file: its target or its anchor is not there. Addresses on the web are not asked.</summary>
    private static string? Dead(string link, string from)
    {
        if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
            return null;
        var (file, anchor) = link.Split('#', 2) is [var left, var right] ? (left, right) : (link, null);
        var target = file.Length == 0 ? from : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, Uri.UnescapeDataString(file)));
        if (!File.Exists(target) && !Directory.Exists(target))
            return $"the link {link} leads nowhere";
        return anchor is null || Anchors(target).Contains(Uri.UnescapeDataString(anchor)) ? null : $"the link {link}: {Path.GetFileName(target)} has no heading with that anchor";
    }

    private static IEnumerable<string> Anchors(string path)
    {
        var headings = new PageHeadings();
        if (path.EndsWith(".ipynb", StringComparison.Ordinal))
        {
            foreach (var cell in NotebookFile.Read(path).Cells.OfType<MarkdownCell>())
                MarkdownRenderer.CollectHeadings(cell.Source, headings);
        }
        else if (path.EndsWith(".md", StringComparison.Ordinal))
        {
            MarkdownRenderer.CollectHeadings(File.ReadAllText(path), headings);
        }
        return headings.All.Select(heading => heading.Id);
    }
}
