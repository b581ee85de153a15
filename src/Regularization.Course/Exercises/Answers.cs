using System.Runtime.CompilerServices;

namespace Regularization.Course;

/// <summary>Comparing, copying and printing what learners' functions take and return.</summary>
internal static class Answers
{
    public static bool IsBlank(object? value) => value switch
    {
        null => true,
        double number => double.IsNaN(number),
        string text => string.IsNullOrWhiteSpace(text),
        IEnumerable<double> numbers => numbers.All(double.IsNaN),
        System.Collections.ICollection { Count: 0 } => true,
        _ => false,
    };

    /// <summary>Equality with <c>|a − e| ≤ tolerance·max(1, |e|)</c> for numbers, entry by entry for lists and tuples.</summary>
    public static bool Same(object? expected, object? actual, double tolerance) => (expected, actual) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string e, string a) => e == a,
        (double e, double a) => Near(e, a, tolerance),
        (ITuple e, ITuple a) => e.Length == a.Length && Enumerable.Range(0, e.Length).All(i => Same(e[i], a[i], tolerance)),
        (System.Collections.IEnumerable e, System.Collections.IEnumerable a) => SameItems([.. e.Cast<object?>()], [.. a.Cast<object?>()], tolerance),
        _ => expected.Equals(actual),
    };

    /// <summary>A copy of the arguments, so that a function that writes into its array does not spoil the next call.</summary>
    public static T Copy<T>(T value) => (T)CopyItem(value)!;

    public static string Arguments(params object?[] arguments) => string.Join(", ", arguments.Select(Numbers.Text));

    private static bool SameItems(object?[] expected, object?[] actual, double tolerance) =>
        expected.Length == actual.Length && expected.Zip(actual).All(p => Same(p.First, p.Second, tolerance));

    // NaN agrees with NaN and an infinity with itself: a reference may well return them.
    private static bool Near(double expected, double actual, double tolerance) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected));

    private static object? CopyItem(object? value) => value switch
    {
        Array array => array.Clone(),
        Vector vector => vector.Clone(),
        Matrix matrix => matrix.Clone(),
        ITuple tuple => Activator.CreateInstance(value.GetType(), [.. Enumerable.Range(0, tuple.Length).Select(i => CopyItem(tuple[i]))]),
        _ => value,
    };
}
