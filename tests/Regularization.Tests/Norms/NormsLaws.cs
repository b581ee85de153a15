using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

public class NormsLaws
{
    private static readonly Gen<double> Order = Gen.OneOf(Gen.Double[0.2, 6], Gen.OneOf<double>(0.5, 1, 2, double.PositiveInfinity));

    // Sums of a few terms and one power: 1e-12 is thousands of roundings.
    private static bool AtMost(double a, double b) => a <= b * (1 + 1e-12) + 1e-12;

    [Fact]
    public void Homogeneous_for_every_p_above_zero() =>
        Gen.Select(Triple, Gen.Double[-3, 3], Order).Sample((w, a, p) =>
            Math.Abs(Norms.Lp(a * w, p) - Math.Abs(a) * Norms.Lp(w, p)) <= 1e-12 * (1 + Norms.Lp(w, p)));

    [Fact]
    public void Triangle_inequality_from_one_on() =>
        Gen.Select(Triple, Triple, Order).Sample((u, v, p) => p < 1 || AtMost(Norms.Lp(u + v, p), Norms.Lp(u, p) + Norms.Lp(v, p)));

    [Fact]
    public void Quasi_triangle_inequality_below_one() =>
        Gen.Select(Triple, Triple, Gen.Double[0.2, 1]).Sample((u, v, p) =>
            AtMost(Norms.Lp(u + v, p), Math.Pow(2, 1 / p - 1) * (Norms.Lp(u, p) + Norms.Lp(v, p))));

    [Fact]
    public void Falls_as_p_grows() =>
        Gen.Select(Triple, Order, Order).Sample((w, p, q) => AtMost(Norms.Lp(w, Math.Max(p, q)), Norms.Lp(w, Math.Min(p, q))));

    [Fact]
    public void Tends_to_the_maximum_for_large_p() =>
        // ‖w‖∞ ≤ ‖w‖ₚ ≤ 3^(1/p)‖w‖∞ for three entries.
        Triple.Sample(w => Math.Abs(Norms.Lp(w, 1000) - Norms.LInfinity(w)) <= (Math.Pow(3, 0.001) - 1 + 1e-12) * Norms.LInfinity(w));

    [Fact]
    public void The_pth_power_tends_to_the_count_for_small_p() =>
        Triple.Sample(w => Math.Abs(w.Sum(wj => Math.Pow(Math.Abs(wj), 1e-9)) - Norms.L0(w)) <= 1e-6);

    [Fact]
    public void Same_as_the_formula_spelled_out() =>
        Gen.Select(Triple, Gen.Double[0.2, 6]).Sample((w, p) =>
        {
            var sum = 0.0;
            foreach (var wj in w)
                sum += Math.Pow(Math.Abs(wj), p);
            var slow = Math.Pow(sum, 1 / p);
            return Math.Abs(Norms.Lp(w, p) - slow) <= 1e-12 * slow;
        });

    [Fact]
    public void The_count_is_the_number_of_entries_that_are_not_zero() =>
        Vectors(8).Sample(w => Norms.L0(w) == w.Count - w.Where(wj => wj == 0).Count() && Norms.Lp(w, 0) == Norms.L0(w));
}
