using System.Text;

namespace NotebookKernel;

/// <summary>The first page: what the course is, and a card a lesson.</summary>
internal static class IndexPage
{
    public static string ToHtml(IReadOnlyList<CoursePage> pages, CourseSiteOptions options)
    {
        var cards = new StringBuilder();
        foreach (var page in pages)
        {
            cards.Append($"<li class=\"card\"><h2><a href=\"{page.FileName}\">{PageFrame.Encode(page.Title)}</a></h2><p>{PageFrame.Encode(page.Summary)}</p>");
            if (page.Outcomes.Length > 0)
                cards.Append("<p class=\"lead\">You will be able to</p><ul>").AppendJoin("", page.Outcomes.Select(outcome => $"<li>{PageFrame.Encode(outcome)}</li>")).Append("</ul>");
            cards.Append("<p class=\"facts\">").AppendJoin(" · ", page.Facts.Select(PageFrame.Encode)).Append("</p></li>\n");
        }
        var main = $"<h1>{PageFrame.Encode(options.Title)}</h1>\n{MarkdownRenderer.ToHtml(options.Introduction, new PageHeadings())}\n<ol class=\"cards\">\n{cards}</ol>";
        return PageFrame.Html(options.Title, options.Title, $"<div class=\"index\">{main}</div>", "", options.Footer, plotly: null);
    }
}
