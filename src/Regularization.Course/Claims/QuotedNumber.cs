using System.Numerics;
using System.Text.RegularExpressions;

namespace Regularization.Course;

/// <summary>A number as a text quotes it, and the interval of values it stands for: half a unit of its last digit to either side.</summary>
/// <remarks>
/// Forms: <c>949.435</c>, <c>-0.5</c> and <c>−0.5</c>, <c>1,048,576</c>, <c>38.29 %</c> (of a value given as a fraction), <c>1.2e-3</c>.
/// Both ends of the interval count as right, because texts round a half up as well as to even. The comparison is exact: no rounding of the
/// value itself comes in.
/// </remarks>
public sealed partial record QuotedNumber
{
    private readonly BigInteger _digits;
    private readonly int _exponent;

    private QuotedNumber(string text, BigInteger digits, int exponent) => (Text, _digits, _exponent) = (text, digits, exponent);

    /// <summary>The number as quoted.</summary>
    public string Text { get; }

    /// <summary>Reads a quoted number.</summary>
    /// <exception cref="ArgumentException">It has none of the forms.</exception>
    public static QuotedNumber Parse(string quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var match = Form().Match(quote.Trim().Replace('−', '-'));
        if (!match.Success)
            throw new ArgumentException($"quote is '{quote}'; expected a number like 949.435, −0.5, 1,048,576, 38.29 % or 1.2e-3.", nameof(quote));
        var fraction = match.Groups["fraction"].Value;
        var digits = BigInteger.Parse(match.Groups["whole"].Value.Replace(",", "", StringComparison.Ordinal) + fraction, CultureInfo.InvariantCulture);
        var exponent = match.Groups["exponent"] is { Success: true, Value: var e } ? int.Parse(e, CultureInfo.InvariantCulture) : 0;
        var percent = match.Groups["percent"].Success ? 2 : 0;
        return new(quote, match.Groups["minus"].Success ? -digits : digits, exponent - percent - fraction.Length);
    }

    /// <summary>Whether a value, correctly rounded to the digits of the quote, gives the quote.</summary>
    public bool Matches(double value)
    {
        if (!double.IsFinite(value))
            return false;
        var (mantissa, two) = Binary(value);
        // |m·2^two − d·10^e| ≤ ½·10^e, multiplied by 2 and by whatever makes both sides whole.
        BigInteger left = mantissa * 2, right = _digits * 2, unit = BigInteger.One;
        if (two >= 0)
            left <<= two;
        else
            (right, unit) = (right << -two, unit << -two);
        if (_exponent >= 0)
            (right, unit) = (right * BigInteger.Pow(10, _exponent), unit * BigInteger.Pow(10, _exponent));
        else
            left *= BigInteger.Pow(10, -_exponent);
        return BigInteger.Abs(left - right) <= unit;
    }

    /// <summary>The value as mantissa·2^exponent, exactly.</summary>
    private static (BigInteger Mantissa, int Exponent) Binary(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        mantissa = exponent == 0 ? mantissa : mantissa | (1L << 52);
        return (bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    [GeneratedRegex(@"^(?<minus>-)?(?<whole>\d{1,3}(,\d{3})+|\d+)(\.(?<fraction>\d+))?(e(?<exponent>[+-]?\d{1,3}))?(?<percent>\s*%)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
