using System.Globalization;

namespace Regularization;

/// <summary>A path in a few lines: strength, size, fit, criteria and certificate.</summary>
/// <param name="Title">What it is of.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The lines, each as long as the headings.</param>
public sealed record PathSummary(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object>> Rows)
{
    /// <summary>The lines, aligned.</summary>
    public override string ToString()
    {
        string[][] cells = [[.. Columns], .. Rows.Select(row => row.Select(Text).ToArray())];
        int[] widths = [.. Columns.Select((_, j) => cells.Max(row => row[j].Length))];
        return string.Join("\n", cells.Select(row => string.Join("  ", row.Select((cell, j) => cell.PadLeft(widths[j])))).Prepend(Title));
    }

    /// <summary>A path, at most so many of its points, evenly picked, the first and the last among them.</summary>
    internal static PathSummary Of(RegularizationPath path, int most)
    {
        Argument.AtLeast(most, 2);
        var (points, criteria) = (path.Points, path.Criteria());
        int[] picked = points.Count <= most
            ? [.. Enumerable.Range(0, points.Count)]
            : [.. Enumerable.Range(0, most).Select(i => (int)Math.Round(i * (points.Count - 1.0) / (most - 1)))];
        var converged = points.All(point => point.Converged) ? "all certified" : $"{points.Count(point => !point.Converged)} not converged";
        return new PathSummary(
            FormattableString.Invariant($"{path.GetType().Name}, {path.Rows} rows, {path.Columns} columns, {points.Count} values of λ, {converged}"),
            ["λ", "nonzero", "df", "deviance", "AIC", "BIC", "relative gap"],
            [.. picked.Select(i => (IReadOnlyList<object>)[points[i].Lambda, points[i].Support.Count, points[i].DegreesOfFreedom, points[i].Deviance, criteria[i].Aic, criteria[i].Bic, points[i].RelativeGap])]);
    }

    private static string Text(object cell) => cell is double number ? number.ToString("G5", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture)!;
}
