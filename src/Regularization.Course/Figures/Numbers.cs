namespace Regularization.Course;

/// <summary>Numbers as the course prints them: at most six significant digits, invariant culture.</summary>
public static class Numbers
{
    /// <summary>A number with at most <paramref name="digits"/> significant digits, for example <c>949.435</c> or <c>1.2e-07</c>; negative zero is <c>0</c>.</summary>
    public static string Text(double value, int digits = 6) =>
        value == 0 ? "0" : value.ToString(string.Create(CultureInfo.InvariantCulture, $"G{digits}"), CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);

    /// <summary>A value of a table's cell, of an argument or of a result as text.</summary>
    public static string Text(object? value) => value switch
    {
        null => "nothing",
        double number => Text(number),
        float number => Text((double)number),
        string text => text,
        bool truth => truth ? "true" : "false",
        Vector vector => List(vector),
        Matrix matrix => $"[{string.Join(", ", matrix.EnumerateRows().Select(List))}]",
        IEnumerable<double> numbers => List(numbers),
        IEnumerable<int> numbers => List(numbers.Select(n => (double)n)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string List(IEnumerable<double> numbers) => $"[{string.Join(", ", numbers.Select(n => Text(n)))}]";
}
