namespace Regularization.Course;

/// <summary>Vectors and matrices as tables and as text: six significant digits, and the middle left out of long ones.</summary>
internal static class NumberTables
{
    private const int Longest = 12;

    public static Table Of(Vector vector)
    {
        var shown = Shown(vector.Count);
        return new Table(shown.Select(j => Label(j)), [shown.Select(j => j < 0 ? "…" : (object?)vector[j])]) { Caption = Size(vector.Count) };
    }

    public static Table Of(Matrix matrix)
    {
        var columns = Shown(matrix.ColumnCount);
        var rows = Shown(matrix.RowCount);
        return new Table(columns.Select(Label).Prepend(""),
            rows.Select(i => columns.Select(j => i < 0 || j < 0 ? "…" : (object?)matrix[i, j]).Prepend(Label(i))))
        { Caption = string.Create(CultureInfo.InvariantCulture, $"{matrix.RowCount} × {matrix.ColumnCount}") };
    }

    public static string Plain(Vector vector) =>
        $"[{string.Join(", ", Shown(vector.Count).Select(j => j < 0 ? "…" : Numbers.Text(vector[j])))}]{(vector.Count > Longest ? $" ({Size(vector.Count)})" : "")}";

    public static string Plain(Matrix matrix) => Of(matrix).ToString();

    /// <summary>The indices to show, with −1 for what is left out.</summary>
    private static int[] Shown(int count) => count <= Longest
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, Longest - 3), -1, count - 2, count - 1];

    private static string Label(int index) => index < 0 ? "…" : index.ToString(CultureInfo.InvariantCulture);

    private static string Size(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} entries");
}
