using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

/// <summary>What holds for every convex penalty, and for every smooth one.</summary>
public class ConvexPenaltyLaws
{
    public static TheoryData<IConvexPenalty> Convex => new(PenaltyLaws.Cases.OfType<IConvexPenalty>());

    public static TheoryData<ISmoothPenalty> Smooth => new(PenaltyLaws.Cases.OfType<ISmoothPenalty>());

    [Fact]
    public void L0_alone_is_not_convex() =>
        Assert.Equal([typeof(L0Penalty)], Concrete<IPenalty>().Except(Concrete<IConvexPenalty>()));

    [Theory, MemberData(nameof(Convex))]
    public void Prox_is_firmly_nonexpansive(IConvexPenalty g) =>
        Gen.Select(Triple, Triple, Step).Sample((u, v, step) =>
        {
            var d = g.Prox(u, step) - g.Prox(v, step);
            return d * d <= d * (u - v) + 1e-11;
        });

    [Theory, MemberData(nameof(Convex))]
    public void A_subgradient_supports_from_below(IConvexPenalty g) =>
        Gen.Select(Triple, Triple).Sample((u, w) => g.Value(u) >= g.Value(w) + g.Subgradient(w) * (u - w) - 1e-10);

    [Theory, MemberData(nameof(Convex))]
    public void The_subgradient_is_the_one_of_least_norm(IConvexPenalty g) =>
        Triple.Sample(w => Math.Abs(g.SubdifferentialDistance(w, 0 * w) - g.Subgradient(w).L2Norm()) <= 1e-12);

    [Theory, MemberData(nameof(Convex))]
    public void A_distance_of_zero_is_exactly_a_supporting_slope(IConvexPenalty g) =>
        // −gradient ∈ ∂g(w) ⇔ w = prox(w − gradient). Generic gradients miss, those made from a prox hit; both sides must agree.
        Gen.Select(Triple, Triple, Gen.Bool).Sample((w, a, hit) =>
        {
            var gradient = hit ? g.Prox(a, 1) - a : a;
            var at = hit ? g.Prox(a, 1) : w;
            var isFixed = Distance(at, g.Prox(at - gradient, 1)) <= 1e-12;
            return isFixed == g.SubdifferentialDistance(at, gradient) <= 1e-11;
        });

    [Theory, MemberData(nameof(Smooth))]
    public void Gradient_is_the_slope_of_the_value(ISmoothPenalty g) =>
        Gen.Select(Triple, Triple).Sample((w, direction) =>
        {
            // A quadratic: the central difference is exact up to rounding, about 1e-13/h.
            const double h = 1e-3;
            var slope = (g.Value(w + h * direction) - g.Value(w - h * direction)) / (2 * h);
            return Math.Abs(slope - g.Gradient(w) * direction) <= 1e-8 && g.Subgradient(w).Equals(g.Gradient(w));
        });
}
