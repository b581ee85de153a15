namespace Regularization.Course;

/// <summary>Fitted paths and cross-validations as tables.</summary>
internal static class FitTables
{
    private const int Most = 12;

    public static Table Of(PathSummary summary) =>
        new(summary.Columns, summary.Rows.Select(row => row.Select((cell, j) => Cell(cell, summary.Columns[j])))) { Caption = summary.Title };

    public static Table Of(SubsetPath path) => Table.From(path.Points,
        ("k", point => point.Size),
        ("columns", point => string.Join(", ", point.Support.Select(j => path.Names[j]))),
        ("RSS", point => point.Rss),
        ("relative gap", point => Numbers.Text(point.RelativeGap, 3)),
        ("proof", point => point.IsOptimal ? "optimal" : "not proven")) with
    { Caption = FormattableString.Invariant($"Best subsets, {path.Rows} rows, {path.Names.Count} columns") };

    public static Table Of(CrossValidation validation)
    {
        var picked = validation.Points.Where((point, i) => i % Math.Max(1, validation.Points.Count / Most) == 0 || point == validation.Best || point == validation.OneStandardError);
        return Table.From(picked,
            ("λ", point => point.Lambda),
            ("error", point => point.Error),
            ("standard error", point => Numbers.Text(point.StandardError, 3)),
            ("", point => (point == validation.Best ? "least error " : "") + (point == validation.OneStandardError ? "one standard error" : ""))) with
        { Caption = FormattableString.Invariant($"Cross-validation of {validation.Points.Count} values of λ") };
    }

    public static Table Of(SubsetValidation validation) => Table.From(validation.Points,
        ("k", point => point.Size),
        ("error", point => point.Error),
        ("standard error", point => Numbers.Text(point.StandardError, 3)),
        ("", point => (point == validation.Best ? "least error " : "") + (point == validation.OneStandardError ? "one standard error" : ""))) with
    { Caption = "Cross-validation of the size of the best subset" };

    private static object Cell(object cell, string column) => column == "relative gap" && cell is double gap ? Numbers.Text(gap, 2) : cell;
}
