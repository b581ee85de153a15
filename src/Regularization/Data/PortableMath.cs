namespace Regularization;

/// <summary>A logarithm from + − × ÷ alone, so that seeded data has the same bytes whatever the C library.</summary>
internal static class PortableMath
{
    // Enough for the largest series argument, (√2−1)/(√2+1) = 0.1716: 0.1716⁴⁶/47 is below half a unit in the last place.
    private const int Terms = 23;

    /// <summary><c>log x = e·log 2 + 2·artanh((m−1)/(m+1))</c> for <c>x = m·2ᵉ</c>, <c>√½ ≤ m &lt; √2</c>; x must be positive and normal.</summary>
    public static double Log(double x)
    {
        var exponent = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        var s = (mantissa - 1) / (mantissa + 1);
        var sum = 0.0;
        for (var k = Terms; k >= 0; k--)
            sum = sum * s * s + 1.0 / (2 * k + 1);
        return exponent * 0.6931471805599453 + 2 * s * sum;
    }
}
