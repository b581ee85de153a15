using System.Text;

namespace NotebookKernel;

/// <summary>The page of one notebook: its cells and outputs, a table of contents, and the way to the neighbors.</summary>
internal static class LessonPage
{
    public static string ToHtml(IReadOnlyList<CoursePage> pages, int at, CourseSiteOptions options)
    {
        var page = pages[at];
        var headings = new PageHeadings();
        var cells = new CellHtml(headings, target => OnPage(target, pages));
        var body = new StringBuilder("<article>\n");
        foreach (var cell in page.Notebook.Cells)
            body.Append(cells.ToHtml(cell));
        body.Append("</article>\n").Append(Neighbors(pages, at));
        var plotly = cells.HasCharts ? options.PlotlyScript?.FileName : null;
        return PageFrame.Html($"{page.Title} – {options.Title}", options.Title, body.ToString(), Contents(headings), options.Footer, plotly);
    }

    /// <summary>A link to a notebook leads to its page.</summary>
    private static string OnPage(string target, IReadOnlyList<CoursePage> pages)
    {
        var (file, anchor) = target.Split('#', 2) is [var left, var right] ? (left, "#" + right) : (target, "");
        return (pages.FirstOrDefault(page => page.NotebookName == file)?.FileName ?? file) + anchor;
    }

    private static string Contents(PageHeadings headings)
    {
        var items = headings.All.Where(heading => heading.Level is 2 or 3)
            .Select(heading => $"<li class=\"level{heading.Level}\"><a href=\"#{heading.Id}\">{PageFrame.Encode(heading.Text.Replace("$", "", StringComparison.Ordinal))}</a></li>");
        return $"<nav class=\"contents\" aria-label=\"On this page\"><details open><summary>On this page</summary><ol>{string.Concat(items)}</ol></details></nav>";
    }

    private static string Neighbors(IReadOnlyList<CoursePage> pages, int at)
    {
        var previous = at > 0 ? pages[at - 1] : null;
        var next = at + 1 < pages.Count ? pages[at + 1] : null;
        return "<nav class=\"neighbors\" aria-label=\"Lessons\">"
            + (previous is null ? "<a href=\"index.html\" rel=\"prev\">← All lessons</a>" : $"<a href=\"{previous.FileName}\" rel=\"prev\">← {PageFrame.Encode(previous.Title)}</a>")
            + (next is null ? "<a href=\"index.html\" rel=\"next\">All lessons →</a>" : $"<a href=\"{next.FileName}\" rel=\"next\">{PageFrame.Encode(next.Title)} →</a>")
            + "</nav>\n";
    }
}
