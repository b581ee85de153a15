namespace Regularization;

/// <summary><c>‖w‖ₚ = (Σ|wⱼ|ᵖ)^(1/p)</c>, with its two ends: the count <c>‖w‖₀</c> and the maximum <c>‖w‖∞</c>.</summary>
/// <remarks>
/// A norm is homogeneous, <c>‖aw‖ = |a|‖w‖</c>, and obeys the triangle inequality, <c>‖u + v‖ ≤ ‖u‖ + ‖v‖</c>. For p ≥ 1 both hold.
/// For 0 &lt; p &lt; 1 the triangle inequality fails and only <c>‖u + v‖ ≤ 2^(1/p − 1)(‖u‖ + ‖v‖)</c> is left: a quasi-norm.
/// For p = 0 the homogeneity fails as well: <c>‖2w‖₀ = ‖w‖₀</c>. Source: Boyd and Vandenberghe (2004), §A.1.2; Elad (2010).
/// </remarks>
public static class Norms
{
    /// <summary><c>(Σ|wⱼ|ᵖ)^(1/p)</c> for 0 &lt; p &lt; ∞, the number of nonzero entries for p = 0, the largest <c>|wⱼ|</c> for p = ∞.</summary>
    /// <remarks>Divided by the largest entry first, so that entries like 1e300 do not overflow and entries like 1e-300 do not vanish.</remarks>
    /// <param name="w">The vector.</param>
    /// <param name="p">The order, from 0 to ∞.</param>
    public static double Lp(Vector w, double p) => Argument.Between(p, 0, double.PositiveInfinity) switch
    {
        0 => L0(w),
        double.PositiveInfinity => LInfinity(w),
        1 => L1(w),
        2 => L2(w),
        _ => Scaled(w, p),
    };

    /// <summary><c>‖w‖₀ = #{j : wⱼ ≠ 0}</c>, the number of weights in use: a count, and no norm, because <c>‖2w‖₀ = ‖w‖₀</c>.</summary>
    /// <param name="w">The vector.</param>
    /// <param name="tolerance">Entries with <c>|wⱼ| ≤ tolerance</c> count as zero.</param>
    public static int L0(Vector w, double tolerance = 0) => w.Count(wj => Math.Abs(wj) > tolerance);

    /// <summary><c>‖w‖₁ = Σ|wⱼ|</c>, the sum of the sizes.</summary>
    /// <param name="w">The vector.</param>
    public static double L1(Vector w) => w.Sum(Math.Abs);

    /// <summary><c>‖w‖₂ = √(Σwⱼ²)</c>, the Euclidean length.</summary>
    /// <param name="w">The vector.</param>
    public static double L2(Vector w)
    {
        var largest = LInfinity(w);
        return largest == 0 || !double.IsFinite(largest) ? largest : largest * Math.Sqrt(w.Sum(wj => wj / largest * (wj / largest)));
    }

    /// <summary><c>‖w‖∞ = max|wⱼ|</c>, the largest size.</summary>
    /// <param name="w">The vector.</param>
    public static double LInfinity(Vector w) => w.Aggregate(0.0, (largest, wj) => Math.Max(largest, Math.Abs(wj)));

    private static double Scaled(Vector w, double p)
    {
        var largest = LInfinity(w);
        return largest == 0 || !double.IsFinite(largest)
            ? largest
            : largest * Math.Pow(w.Sum(wj => Math.Pow(Math.Abs(wj) / largest, p)), 1 / p);
    }
}
