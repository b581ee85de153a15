using static Regularization.Tests.Draw;

namespace Regularization.Tests;

public class NormsTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(0.5, 13.92820323027551)] // (√3 + 2)²
    [InlineData(1, 7)]
    [InlineData(2, 5)]
    [InlineData(3, 4.497941445275415)] // 91^(1/3)
    [InlineData(double.PositiveInfinity, 4)]
    public void The_vector_three_zero_minus_four_by_hand(double p, double expected) =>
        Assert.Equal(expected, Norms.Lp(V(3, 0, -4), p), 1e-14 * expected);

    [Fact]
    public void The_named_norms_by_hand()
    {
        var w = V(3, 0, -4);
        Assert.Equal((2, 7.0, 4.0), (Norms.L0(w), Norms.L1(w), Norms.LInfinity(w)));
        Assert.Equal(5, Norms.L2(w), 1e-15);
    }

    [Fact]
    public void A_tolerance_counts_what_is_strictly_larger() =>
        Assert.Equal(1, Norms.L0(V(0.5, -0.25, 0.1), tolerance: 0.25));

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    [InlineData(5e-324)]
    public void Huge_and_tiny_entries_neither_overflow_nor_vanish(double size)
    {
        // Powers of 1e300 are ∞ and powers of 1e-300 are 0; the norm itself is representable.
        Assert.Equal(1, Norms.L2(V(size, 0)) / size, 1e-15);
        Assert.Equal(1, Norms.Lp(V(0, -size), 7) / size, 1e-15);
        Assert.Equal(4, Norms.Lp(V(size, size), 0.5) / size, 1e-15);
    }

    [Fact]
    public void The_zero_vector_is_zero_for_every_p() =>
        Assert.All([0, 0.3, 1, 2, double.PositiveInfinity], p => Assert.Equal(0, Norms.Lp(V(0, 0), p)));

    [Fact]
    public void What_is_not_finite_is_not_hidden()
    {
        Assert.Equal(double.PositiveInfinity, Norms.L2(V(1, double.NegativeInfinity)));
        Assert.True(double.IsNaN(Norms.L2(V(double.NaN, 1))));
        Assert.True(double.IsNaN(Norms.LInfinity(V(double.NaN, 1))));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void An_order_below_zero_is_refused(double p) =>
        Assert.Contains("p is", Assert.Throws<ArgumentOutOfRangeException>(() => Norms.Lp(V(1), p)).Message);

    [Fact]
    public void Below_one_the_triangle_inequality_fails()
    {
        // ‖(1,1)‖_½ = 4, and 1 + 1 = 2.
        var (u, v) = (V(1, 0), V(0, 1));
        Assert.True(Norms.Lp(u + v, 0.5) > Norms.Lp(u, 0.5) + Norms.Lp(v, 0.5) + 1.9);
    }

    [Fact]
    public void The_count_is_not_homogeneous() => Assert.Equal(Norms.Lp(V(1, 0, 3), 0), Norms.Lp(2 * V(1, 0, 3), 0));
}
