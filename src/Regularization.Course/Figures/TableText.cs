using System.Net;
using System.Text;

namespace Regularization.Course;

/// <summary>A table as HTML and as plain text.</summary>
internal static class TableText
{
    public static string Html(Table table)
    {
        var html = new StringBuilder("<table class=\"data\">");
        if (table.Caption is { } caption)
            html.Append("<caption>").Append(Encode(caption)).Append("</caption>");
        html.Append("<thead><tr>");
        foreach (var column in table.Columns)
            html.Append("<th scope=\"col\">").Append(Encode(column)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
                html.Append(IsNumber(cell) ? "<td style=\"text-align:right\">" : "<td style=\"text-align:left\">").Append(Encode(Text(cell))).Append("</td>");
            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    public static string Plain(Table table)
    {
        string[][] lines = [[.. table.Columns], .. table.Rows.Select(r => r.Select(Text).ToArray())];
        int[] widths = [.. table.Columns.Select((_, j) => lines.Max(l => l[j].Length))];
        bool[] right = [.. table.Columns.Select((_, j) => table.Rows.Any(r => IsNumber(r[j])))];
        var rows = lines.Select(l => string.Join("  ", l.Select((c, j) => right[j] ? c.PadLeft(widths[j]) : c.PadRight(widths[j]))).TrimEnd());
        return string.Join("\n", table.Caption is { } caption ? rows.Prepend(caption) : rows);
    }

    private static string Text(object? cell) => cell is null ? "" : Numbers.Text(cell);

    private static bool IsNumber(object? cell) => cell is double or float or int or long or decimal;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
