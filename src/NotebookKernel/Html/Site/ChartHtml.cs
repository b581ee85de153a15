using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace NotebookKernel;

/// <summary>A chart on a page: a place of the right size, its data as JSON, the sentence that says what it shows, and a table of the data.</summary>
/// <remarks>The script draws it when it comes near the screen. The sentence and the table come from <c>layout.meta</c>.</remarks>
internal static class ChartHtml
{
    public const string MimeType = "application/vnd.plotly.v1+json";

    private const double DefaultHeight = 420;

    // Everything readable stays readable, but no "<" can end the script element.
    private static readonly JsonSerializerOptions InScript = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(JsonObject figure, string id, string? text)
    {
        var layout = figure["layout"] as JsonObject;
        var meta = layout?["meta"] as JsonObject;
        var description = PageFrame.Encode((string?)meta?["description"] ?? text ?? "A chart.");
        var height = (layout?["height"] as JsonValue)?.GetValue<double>() ?? DefaultHeight;
        return $"""
            <figure class="chart">
            <div class="plot" id="{id}" role="img" aria-label="{description}" style="min-height:{height.ToString(CultureInfo.InvariantCulture)}px"></div>
            <div class="controls" hidden></div>
            <script type="application/json" class="figure">{figure.ToJsonString(InScript)}</script>
            <noscript><p>The chart needs JavaScript; its data stand in the table below.</p></noscript>
            <figcaption>{description}</figcaption>
            {Table(meta?["table"] as JsonObject)}
            </figure>

            """;
    }

    private static string Table(JsonObject? table)
    {
        if (table?["columns"] is not JsonArray columns || table["rows"] is not JsonArray rows)
            return "";
        var html = new StringBuilder("<details class=\"data\"><summary>Data behind the chart</summary><div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
        foreach (var column in columns)
            html.Append("<th scope=\"col\">").Append(PageFrame.Encode(column?.ToString() ?? "")).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows.OfType<JsonArray>())
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{PageFrame.Encode(cell?.ToString() ?? "")}</td>")).Append("</tr>");
        return html.Append("</tbody></table></div></details>").ToString();
    }
}
