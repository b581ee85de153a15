using System.Globalization;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary>The checks at the door: each returns its argument, or throws one error that names argument, value and expectation.</summary>
internal static class Argument
{
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw Refused(name, value, "a finite number");

    public static double Nonnegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= 0 ? value : throw Refused(name, value, "a finite number ≥ 0");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value > 0 ? value : throw Refused(name, value, "a finite number > 0");

    public static double Between(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= low && value <= high ? value : throw Refused(name, value, string.Create(CultureInfo.InvariantCulture, $"a number from {low} to {high}"));

    public static int AtLeast(int value, int low, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= low ? value : throw Refused(name, value, string.Create(CultureInfo.InvariantCulture, $"a whole number ≥ {low}"));

    public static int AtMost(int value, int high, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value <= high ? value : throw Refused(name, value, string.Create(CultureInfo.InvariantCulture, $"a whole number ≤ {high}"));

    public static T NotNull<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "") where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    /// <summary>The value as a <typeparamref name="T"/>, for a solver that cannot do with less.</summary>
    public static T Is<T>(object value, string expected, [CallerArgumentExpression(nameof(value))] string name = "") where T : class =>
        value as T ?? throw new ArgumentException($"{name} is {value}; expected {expected}.", name);

    public static Vector Finite(Vector value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Find(v => !double.IsFinite(v), Zeros.Include) is { } bad)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}[{bad.Item1}] is {bad.Item2}; expected finite numbers."), name);
        return value;
    }

    public static Matrix Finite(Matrix value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Find(v => !double.IsFinite(v), Zeros.Include) is { } bad)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}[{bad.Item1}, {bad.Item2}] is {bad.Item3}; expected finite numbers."), name);
        return value;
    }

    /// <summary>The same for column j of a matrix, in one quick pass.</summary>
    public static void FiniteColumn(ReadOnlySpan<double> column, int j, string name)
    {
        // Zero times a number is zero, unless the number is not finite: then it is NaN, and so is the sum.
        var sum = 0.0;
        foreach (var value in column)
            sum += 0 * value;
        if (sum == 0)
            return;
        var i = 0;
        while (double.IsFinite(column[i]))
            i++;
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}, {j}] is {column[i]}; expected finite numbers."), name);
    }

    public static Vector Length(Vector value, int expected, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value.Count == expected
            ? value
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} has {value.Count} entries; expected {expected}."), name);
    }

    public static Vector ZeroOrOne(Vector value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Find(v => v is not (0 or 1), Zeros.Include) is { } bad)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}[{bad.Item1}] is {bad.Item2}; expected 0 or 1."), name);
        return value;
    }

    public static Matrix Symmetric(Matrix value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value.IsSymmetric()
            ? value
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{name} is a {value.RowCount}×{value.ColumnCount} matrix that differs from its transpose; expected a symmetric matrix."), name);
    }

    private static ArgumentOutOfRangeException Refused(string name, object value, string expected) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; expected {expected}."));
}
