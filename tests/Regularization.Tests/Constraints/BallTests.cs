using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

public class BallTests
{
    [Fact]
    public void Projections_by_hand()
    {
        Assert.Equal([1.0, 0, 0], new L1Ball(1).Project(V(3, 1, 0)));            // θ = 2
        Assert.Equal([1.5, -0.5, 0], new L1Ball(2).Project(V(3, -2, 0.5)));      // θ = 1.5
        Assert.True(Distance(V(0.6, -0.8), new L2Ball(1).Project(V(3, -4))) <= 1e-15);
        Assert.Equal([1.0, -0.5, -1], new InfinityBall(1).Project(V(3, -0.5, -4)));
        Assert.Equal([3.0, 0, -4, 0], new L0Ball(2).Project(V(3, 1, -4, -2)));
    }

    [Fact]
    public void Equal_sizes_the_earlier_coordinate_stays() => Assert.Equal([0.0, -2, 2, 0], new L0Ball(2).Project(V(1, -2, 2, -2)));

    [Fact]
    public void L1_projection_agrees_with_bisection_on_theta() =>
        Gen.Select(Vectors(6), Gen.Double[0, 40]).Sample((v, radius) =>
            // 200 halvings reach the last bit of θ.
            Distance(new L1Ball(radius).Project(v), ByBisection(v, radius)) <= 1e-13);

    [Fact]
    public void L0_projection_agrees_with_trying_every_subset() =>
        Gen.Select(Vectors(6), Gen.Int[0, 6]).Sample((v, size) =>
        {
            var best = Enumerable.Range(0, 64).Where(mask => int.PopCount(mask) <= size)
                .Min(mask => v.Where((_, j) => (mask >> j & 1) == 0).Sum(vj => vj * vj));
            var w = new L0Ball(size).Project(v);
            return Norms.L0(w) <= size && Math.Abs((v - w) * (v - w) - best) <= 1e-12;
        });

    [Fact]
    public void Huge_entries_lose_no_digits_of_the_radius()
    {
        // Computed as v − θ this would be off by the rounding of 1e15, one eighth.
        Assert.Equal([0.5, 0.5], new L1Ball(1).Project(V(1e15, 1e15)));
        Assert.Equal([1.0, 0], new L1Ball(1).Project(V(1e300, -1)));
        Assert.Equal([0.5, -0.5], new L1Ball(1).Project(V(1.7e308, -1.7e308)));
        Assert.True(Distance(V(Math.Sqrt(0.5), Math.Sqrt(0.5)), new L2Ball(1).Project(V(1e300, 1e300))) <= 1e-15);
    }

    [Fact]
    public void The_border_belongs_to_the_ball_and_what_is_outside_does_not()
    {
        Assert.All([new L1Ball(2), new L2Ball(2), new InfinityBall(2), (IConstraint)new L0Ball(1)], c => Assert.True(c.Contains(V(2, 0))));
        Assert.All([new L1Ball(2), new L2Ball(2), new InfinityBall(2)], (IConstraint c) => Assert.False(c.Contains(V(2.00001, 0))));
        Assert.False(new L1Ball(2).Contains(V(1.5, -1)));
        Assert.True(new L2Ball(2).Contains(V(1.5, -1)));
        Assert.False(new L2Ball(2).Contains(V(1.5, -1.5)));
        Assert.True(new InfinityBall(2).Contains(V(1.5, -1.5)));
        Assert.False(new L0Ball(1).Contains(V(1.5, -1.5)));
    }

    [Fact]
    public void Wrong_sizes_are_named()
    {
        Assert.StartsWith("size is -1; expected a whole number ≥ 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new L0Ball(-1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("radius", () => new L1Ball(-1));
        Assert.Throws<ArgumentOutOfRangeException>("radius", () => new L2Ball(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("radius", () => new InfinityBall(double.PositiveInfinity));
    }

    private static Vector ByBisection(Vector v, double radius)
    {
        Vector Soft(double theta) => v.Map(vj => Math.Sign(vj) * Math.Max(0, Math.Abs(vj) - theta), Zeros.Include);
        if (v.L1Norm() <= radius)
            return v;
        var (low, high) = (0.0, v.InfinityNorm());
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Soft(middle).L1Norm() > radius ? (middle, high) : (low, middle);
        }

        return Soft(high);
    }
}
