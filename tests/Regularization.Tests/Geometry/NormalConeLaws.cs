using CsCheck;

namespace Regularization.Tests;

public class NormalConeLaws
{
    private static readonly Gen<double> Angle = Gen.OneOf(Gen.Double[0, 2 * Math.PI], Gen.Int[0, 7].Select(i => i * Math.PI / 4));

    // The definition, checked at the vertices of the ball: gᵀ(v − w) ≤ 0 for all v.
    [Fact]
    public void Contains_exactly_the_blocked_directions() => Gen.Select(Gen.Int[0, 15], Angle, Gen.Double[0.5, 2]).Sample((place, angle, t) =>
    {
        var curve = NormBall.Boundary(1, t, 16);
        var w = Vector.Build.DenseOfArray([curve.X[place], curve.Y[place]]);
        var g = Vector.Build.DenseOfArray([Math.Cos(angle), Math.Sin(angle)]);
        // Over the ball gᵀv is largest at a vertex, where it is t·‖g‖∞.
        var isNormal = t * g.InfinityNorm() - g * w <= 1e-10;
        return NormalCone.OfL1Ball(w, t).Contains(g) == isNormal;
    });

    [Fact]
    public void Rays_belong_to_the_cone_and_run_counter_clockwise()
    {
        foreach (var (x, y) in new[] { (1.0, 0.0), (0, 1), (-1, 0), (0, -1) })
        {
            var cone = NormalCone.OfL1Ball(Vector.Build.DenseOfArray([x, y]), 1);
            Assert.Equal(2, cone.Rays.Count);
            Assert.All(cone.Rays, ray => Assert.True(cone.Contains(ray)));
            Assert.True(cone.Contains(cone.Apex));
            Assert.False(cone.Contains(-cone.Apex));
            Assert.True(cone.Rays[0][0] * cone.Rays[1][1] > cone.Rays[0][1] * cone.Rays[1][0] || cone.Rays[0] * cone.Rays[1] == 0);
        }
    }

    [Fact]
    public void Inside_only_zero_is_left_and_outside_there_is_no_cone()
    {
        var inside = NormalCone.OfL1Ball(Vector.Build.DenseOfArray([0.2, 0.3]), 1);
        Assert.Empty(inside.Rays);
        Assert.True(inside.Contains(Vector.Build.Dense(2)));
        Assert.False(inside.Contains(Vector.Build.Dense(2, 1)));
        Assert.Throws<ArgumentException>(() => NormalCone.OfL1Ball(Vector.Build.DenseOfArray([1, 1]), 1));
    }
}
