using System.Globalization;
using System.Numerics;

namespace NotebookKernel;

/// <summary>Single values as text: the same on every machine and in every culture.</summary>
internal static class Scalar
{
    public static readonly Type[] Types =
    [
        typeof(bool), typeof(char), typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long),
        typeof(ulong), typeof(nint), typeof(nuint), typeof(Int128), typeof(UInt128), typeof(Half), typeof(float), typeof(double),
        typeof(decimal), typeof(BigInteger), typeof(Complex), typeof(string), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly),
        typeof(TimeOnly), typeof(TimeSpan), typeof(Guid), typeof(Uri), typeof(Version), typeof(Index), typeof(Range),
    ];

    private static readonly HashSet<Type> Known = [.. Types];

    public static bool Is(Type type) => type.IsEnum || Known.Contains(Nullable.GetUnderlyingType(type) ?? type);

    public static bool IsNumber(object? value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint or Int128 or UInt128
            or Half or float or double or decimal or BigInteger;

    /// <summary>The value with all its digits.</summary>
    public static string Full(object value) => value switch
    {
        string text => text,
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        Enum => value.ToString()!,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The value as it stands in a table, a vector or a matrix: numbers with six significant digits.</summary>
    public static string Short(object value) => value switch
    {
        double number => Short(number),
        float number => Short((double)number),
        Half number => Short((double)number),
        _ => Full(value),
    };

    /// <summary>Six significant digits, never fewer than the whole part, and an exponent only where zeros would pile up.</summary>
    private static string Short(double number)
    {
        var size = Math.Abs(number);
        if (number == 0)
            return "0";
        if (!double.IsFinite(number) || (size < 1e15 && number == Math.Truncate(number)))
            return number.ToString("0", CultureInfo.InvariantCulture);
        if (size is < 1e-4 or >= 1e15)
            return number.ToString("0.#####e-0", CultureInfo.InvariantCulture);
        var decimals = Math.Clamp(5 - (int)Math.Floor(Math.Log10(size)), 0, 9);
        var rounded = number.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return rounded.Contains('.') ? rounded.TrimEnd('0').TrimEnd('.') : rounded;
    }
}
