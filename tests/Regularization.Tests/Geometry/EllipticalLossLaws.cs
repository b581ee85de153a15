using CsCheck;

namespace Regularization.Tests;

public class EllipticalLossLaws
{
    [Fact]
    public void Contour_points_have_the_level_asked_for() => Gen.Select(PlaneLosses.Any, Gen.Double[0, 10]).Sample((loss, level) =>
    {
        var curve = loss.Contour(level, 24);
        return curve.X.Count == 25 && curve.X[0] == curve.X[^1] && curve.X.Zip(curve.Y).All(w =>
            Math.Abs(loss.Value(Vector.Build.DenseOfArray([w.First, w.Second])) - level) <= 1e-11 * (1 + level));
    });

    [Fact]
    public void Contour_goes_all_the_way_around() => PlaneLosses.Any.Sample(loss =>
    {
        var curve = loss.Contour(1, 2000);
        (double X, double Y)[] points = [.. curve.X.Zip(curve.Y)];
        var area = Math.Abs(points.Zip(points.Skip(1)).Sum(pair => pair.First.X * pair.Second.Y - pair.First.Y * pair.Second.X)) / 2;
        // The ellipse ½wᵀHw = 1 has the area 2π/√det H.
        return Math.Abs(area / (2 * Math.PI / Math.Sqrt(loss.Hessian.Determinant())) - 1) <= 1e-4;
    });

    [Fact]
    public void Gradient_is_the_slope_of_the_value() => Gen.Select(PlaneLosses.Any, Gen.Double[-2, 2], Gen.Double[-2, 2]).Sample((loss, a, b) =>
    {
        var w = Vector.Build.DenseOfArray([a, b]);
        var (h, e) = (1e-5, Vector.Build.DenseOfArray([0.6, 0.8]));
        var slope = (loss.Value(w + h * e) - loss.Value(w - h * e)) / (2 * h);
        // Central differences are exact for a quadratic, up to rounding ε·value/h.
        return Math.Abs(slope - loss.Gradient(w) * e) <= 1e-8;
    });

    [Fact]
    public void Least_squares_has_this_shape() => PathProblems.Tall.Where((x, _) => x.ColumnCount == 2).Sample((x, y) =>
    {
        var loss = EllipticalLoss.OfLeastSquares(x, y);
        var w = Vector.Build.DenseOfArray([0.3, -0.7]);
        double Half(Vector v) => (y - x * v) * (y - x * v) / 2;
        return Math.Abs(loss.Value(w) - (Half(w) - Half(loss.Center))) <= 1e-10 * (1 + Half(w));
    });

    [Fact]
    public void Only_positive_definite_matrices_are_accepted()
    {
        var center = Vector.Build.Dense(2);
        Assert.Throws<ArgumentException>(() => new EllipticalLoss(Matrix.Build.DenseOfArray(new double[,] { { 1, 2 }, { 2, 1 } }), center));
        Assert.Throws<ArgumentException>(() => new EllipticalLoss(Matrix.Build.DenseOfArray(new double[,] { { 1, 0.5 }, { 0, 1 } }), center));
        Assert.Throws<ArgumentException>(() => new EllipticalLoss(Matrix.Build.Dense(2, 3), center));
    }
}
