namespace Regularization;

/// <summary>A share estimated by counting, <c>p̂ = hits/trials</c>, with the 95 % confidence interval of Wilson (1927).</summary>
/// <remarks>
/// Wilson's interval stays within [0, 1] and is sensible for 0 hits too, where the usual p̂ ± 1.96·s has length zero.
/// Source: Brown, Cai and DasGupta (2001).
/// </remarks>
/// <param name="Hits">How often it happened.</param>
/// <param name="Trials">Out of how many.</param>
public readonly record struct Proportion(int Hits, int Trials)
{
    // The 97.5 % point of the standard normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>p̂.</summary>
    public double Estimate => (double)Hits / Trials;

    /// <summary>The lower end of the interval.</summary>
    public double Low => Hits == 0 ? 0 : Center - HalfWidth;

    /// <summary>The upper end of the interval.</summary>
    public double High => Hits == Trials ? 1 : Center + HalfWidth;

    private double Center => (Estimate + Z * Z / (2 * Trials)) / (1 + Z * Z / Trials);

    private double HalfWidth => Z * Math.Sqrt(Estimate * (1 - Estimate) / Trials + Z * Z / (4.0 * Trials * Trials)) / (1 + Z * Z / Trials);

    /// <summary>Does the interval cover <paramref name="value"/>?</summary>
    public bool Covers(double value) => Low <= value && value <= High;

    /// <summary>Estimate and interval.</summary>
    public override string ToString() => FormattableString.Invariant($"{Estimate:F4} (95 %: {Low:F4} to {High:F4}, {Hits} of {Trials})");
}
