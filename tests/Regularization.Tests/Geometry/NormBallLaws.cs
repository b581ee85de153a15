using CsCheck;

namespace Regularization.Tests;

public class NormBallLaws
{
    private static readonly Gen<double> P = Gen.OneOf(Gen.Double[0.2, 6], Gen.Const(1.0), Gen.Const(2.0), Gen.Const(double.PositiveInfinity));

    [Fact]
    public void Every_point_has_the_norm_asked_for() => Gen.Select(P, Gen.Double[0.1, 10], Gen.Int[1, 20]).Sample((p, t, eighth) =>
    {
        var curve = NormBall.Boundary(p, t, 8 * eighth);
        // (Σ|x|^p)^(1/p) magnifies rounding errors by 1/p, at most 5 here.
        return curve.X.Count == 8 * eighth + 1 && curve.X.Zip(curve.Y).All(w => Math.Abs(Norm(w.First, w.Second, p) - t) <= 1e-13 * t);
    });

    [Fact]
    public void The_curve_is_closed_counter_clockwise_and_visits_the_corners_exactly() => Gen.Select(P, Gen.Double[0.1, 10]).Sample((p, t) =>
    {
        var curve = NormBall.Boundary(p, t, 40);
        (double, double)[] points = [.. curve.X.Zip(curve.Y)];
        var area = points.Zip(points.Skip(1)).Sum(pair => pair.First.Item1 * pair.Second.Item2 - pair.First.Item2 * pair.Second.Item1);
        return points[0] == points[^1] && points[0] == (t, 0) && area > 0 && points.Contains((0, t)) && points.Contains((-t, 0)) && points.Contains((0, -t));
    });

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, Math.PI)]
    [InlineData(double.PositiveInfinity, 4)]
    [InlineData(0.5, 2.0 / 3)]
    [InlineData(4, 3.7081493546)]
    public void The_area_is_the_known_one(double p, double area)
    {
        // 4Γ(1+1/p)²/Γ(1+2/p); a polygon with 4000 corners is within 1e-5 of it.
        var curve = NormBall.Boundary(p, 1, 4000);
        (double X, double Y)[] points = [.. curve.X.Zip(curve.Y)];
        Assert.Equal(area, points.Zip(points.Skip(1)).Sum(pair => pair.First.X * pair.Second.Y - pair.First.Y * pair.Second.X) / 2, 1e-5);
    }

    [Fact]
    public void The_ball_of_L0_is_the_cross_of_the_axes()
    {
        var curve = NormBall.Boundary(0, 2);
        Assert.All(curve.X.Zip(curve.Y), w => Assert.True(w.First == 0 || w.Second == 0));
        Assert.Equal((-2, 2), (curve.X.Min(), curve.X.Max()));
        Assert.Equal((-2, 2), (curve.Y.Min(), curve.Y.Max()));
    }

    [Fact]
    public void The_square_has_sharp_corners() =>
        Assert.Contains((1, 1), NormBall.Boundary(double.PositiveInfinity, 1, 8).X.Zip(NormBall.Boundary(double.PositiveInfinity, 1, 8).Y));

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NormBall.Boundary(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormBall.Boundary(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormBall.Boundary(1, 1, 12));
    }

    private static double Norm(double x, double y, double p) =>
        double.IsInfinity(p) ? Math.Max(Math.Abs(x), Math.Abs(y)) : Math.Pow(Math.Pow(Math.Abs(x), p) + Math.Pow(Math.Abs(y), p), 1 / p);
}
