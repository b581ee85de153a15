using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;

namespace NotebookKernel;

/// <summary>Rows and columns of text, shown as an HTML table or as aligned plain text.</summary>
/// <param name="Columns">The headers; none for a matrix.</param>
/// <param name="Rows">The cells; numbers are aligned to the right.</param>
/// <param name="Rest">What a last line says about rows left out, or <see langword="null"/>.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<(string Text, bool IsNumber)[]> Rows, string? Rest)
{
    private const int MostRows = 100;
    private const int MostColumns = 40;
    private const int MostValues = 200; // in one cell of the table

    /// <summary>A list whose elements are shown by their parts, one row each; <see langword="null"/> when it is not one.</summary>
    public static Table? Of(IEnumerable list)
    {
        var items = list.Cast<object?>().Take(MostRows + 1).ToList();
        if (items.Count == 0 || items.Contains(null))
            return null;
        var type = items[0]!.GetType();
        var rest = items.Count <= MostRows ? null
            : list is ICollection { Count: var count } ? Left(count - MostRows) : "… more rows";
        var shown = items.Take(MostRows);

        // Lists of lists of single values are matrices.
        if (items.All(i => i is IEnumerable and not string && HasScalarsOnly((IEnumerable)i)))
            return new([], [.. shown.Select(row => ((IEnumerable)row!).Cast<object?>().Take(MostColumns).Select(Cell).ToArray())], rest);
        if (items.Any(i => i!.GetType() != type) || Scalar.Is(type) || !Members.AreShownFor(type))
            return null;
        var members = Members.Of(type);
        return new([.. members.Select(m => m.Name)], [.. shown.Select(item => members.Select(m => Cell(m.Get(item!))).ToArray())], rest);
    }

    /// <summary>A two-dimensional array.</summary>
    public static Table OfMatrix(Array matrix)
    {
        var (rows, columns) = (matrix.GetLength(0), Math.Min(matrix.GetLength(1), MostColumns));
        return new([],
            [.. Enumerable.Range(0, Math.Min(rows, MostRows)).Select(i => Enumerable.Range(0, columns).Select(j => Cell(matrix.GetValue(i, j))).ToArray())],
            rows <= MostRows && columns == matrix.GetLength(1) ? null
                : string.Create(CultureInfo.InvariantCulture, $"… of {rows} × {matrix.GetLength(1)}"));
    }

    /// <summary>One object, a row for each of its parts.</summary>
    public static Table OfObject(object value) =>
        new(["Name", "Value"], [.. Members.Of(value.GetType()).Select(m => new[] { (m.Name, false), Cell(m.Get(value)) })], null);

    public string ToHtml()
    {
        var html = new StringBuilder("<table>\n");
        if (Columns.Count > 0)
        {
            html.Append("<thead><tr>");
            foreach (var column in Columns)
                html.Append("<th scope=\"col\">").Append(WebUtility.HtmlEncode(column)).Append("</th>");
            html.Append("</tr></thead>\n");
        }
        html.Append("<tbody>\n");
        foreach (var row in Rows)
        {
            html.Append("<tr>");
            foreach (var (text, isNumber) in row)
                html.Append(isNumber ? "<td style=\"text-align:right\">" : "<td>").Append(WebUtility.HtmlEncode(text)).Append("</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>");
        if (Rest is not null)
            html.Append("\n<p>").Append(WebUtility.HtmlEncode(Rest)).Append("</p>");
        return html.ToString();
    }

    public override string ToString()
    {
        var lines = Columns.Count > 0 ? [[.. Columns.Select((c, j) => (c, Rows.Any(r => r[j].IsNumber)))], .. Rows] : Rows;
        var widths = new int[lines.Max(l => l.Length)];
        foreach (var line in lines)
        {
            for (var j = 0; j < line.Length; j++)
                widths[j] = Math.Max(widths[j], line[j].Text.Length);
        }
        var text = lines.Select(line => string.Join("  ",
            line.Select((cell, j) => cell.IsNumber ? cell.Text.PadLeft(widths[j]) : cell.Text.PadRight(widths[j]))).TrimEnd());
        return string.Join('\n', Rest is null ? text : text.Append(Rest));
    }

    public static bool HasScalarsOnly(IEnumerable list) =>
        list.Cast<object?>().Take(MostColumns).All(item => item is null || Scalar.Is(item.GetType()));

    private static (string, bool) Cell(object? value) => (OneLine.Of(value, MostValues).ReplaceLineEndings(" "), Scalar.IsNumber(value));

    private static string Left(int count) => string.Create(CultureInfo.InvariantCulture, $"… {count} more rows");
}
