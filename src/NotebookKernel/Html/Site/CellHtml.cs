using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Cells and their outputs as HTML, in the order of the page.</summary>
internal sealed class CellHtml(PageHeadings headings, Func<string, string> link)
{
    private int _charts;

    public bool HasCharts => _charts > 0;

    public string ToHtml(Cell cell) => cell switch
    {
        MarkdownCell markdown => $"<section class=\"text\" id=\"cell-{cell.Id}\">\n{MarkdownRenderer.ToHtml(markdown.Source, headings, link)}</section>\n",
        CodeCell code => Code(code),
        _ => "",
    };

    private string Code(CodeCell cell)
    {
        var html = new StringBuilder($"<section class=\"code\" id=\"cell-{cell.Id}\">\n");
        if (cell.Source.Length > 0)
            html.Append($"<div class=\"source\"><button type=\"button\" class=\"copy\">Copy</button><pre tabindex=\"0\"><code>{CSharpColorizer.ToHtml(cell.Source)}</code></pre></div>\n");
        foreach (var output in cell.Outputs)
            html.Append(Output(output));
        return html.Append("</section>\n").ToString();
    }

    private string Output(CellOutput output) => output switch
    {
        StreamOutput stream => $"<pre class=\"output {stream.Name}\" tabindex=\"0\">{PageFrame.Encode(stream.Text)}</pre>\n",
        DisplayOutput display => Bundle(display.Data),
        ResultOutput result => Bundle(result.Data),
        ErrorOutput error => $"<div class=\"output error\" role=\"alert\"><strong>{PageFrame.Encode(error.Name)}: {PageFrame.Encode(error.Value)}</strong>"
            + $"<pre>{PageFrame.Encode(string.Join("\n", error.Traceback))}</pre></div>\n",
        _ => "",
    };

    private string Bundle(MimeBundle data)
    {
        if (data[ChartHtml.MimeType] is JsonObject figure)
            return ChartHtml.Write(figure, string.Create(CultureInfo.InvariantCulture, $"chart-{++_charts}"), data.Text("text/plain"));
        if (data.Text("text/html") is { } html)
            return $"<div class=\"output html\">{html}</div>\n";
        if (data.Text("text/markdown") is { } markdown)
            return $"<div class=\"output text\">{MarkdownRenderer.ToHtml(markdown, headings, link)}</div>\n";
        if (data.Text("image/svg+xml") is { } svg)
            return $"<div class=\"output picture\">{svg}</div>\n";
        if (data.Text("image/png") is { } png)
            return $"<div class=\"output picture\"><img alt=\"{PageFrame.Encode(data.Text("text/plain") ?? "")}\" src=\"data:image/png;base64,{png.ReplaceLineEndings("")}\"></div>\n";
        return $"<pre class=\"output value\" tabindex=\"0\">{PageFrame.Encode(data.Text("text/plain") ?? "")}</pre>\n";
    }
}
