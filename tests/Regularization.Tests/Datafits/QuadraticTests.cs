using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

public class QuadraticTests
{
    private static Matrix H(double a, double b, double c) => Matrix.Build.DenseOfArray(new[,] { { a, b }, { b, c } });

    [Fact]
    public void Value_and_curvature_by_hand()
    {
        var f = new Quadratic(H(2, 0, 8), V(1, 2));
        Assert.Equal(5, f.Value(V(2, 1))); // ½(2 + 8)
        Assert.Equal([2.0, -8], f.Gradient(V(2, 1)));
        Assert.Equal(8, f.Lipschitz, 1e-13);
    }

    [Fact]
    public void Least_squares_is_a_quadratic_around_its_minimizer() =>
        Vectors(6).Sample(w =>
        {
            var f = Regression(5);
            var q = new Quadratic(f.X.TransposeThisAndMultiply(f.X), f.Minimizer());
            return Math.Abs(f.Value(w) - f.Value(f.Minimizer()) - q.Value(w)) <= 1e-10 * (1 + f.Value(w));
        });

    [Fact]
    public void A_flat_direction_is_fine_and_a_falling_one_is_refused()
    {
        Assert.Equal(2, new Quadratic(H(1, 1, 1), V(0, 0)).Lipschitz, 1e-14);
        Assert.Contains("expected none below zero", Assert.Throws<ArgumentException>(() => new Quadratic(H(1, 2, 1), V(0, 0))).Message);
        Assert.Contains("expected none below zero", Assert.Throws<ArgumentException>(() => new Quadratic(H(-1, 0, -1), V(0, 0))).Message);
    }

    [Fact]
    public void An_asymmetric_matrix_is_refused() =>
        Assert.Throws<ArgumentException>("hessian", () => new Quadratic(Matrix.Build.DenseOfArray(new[,] { { 1.0, 2 }, { 0, 1 } }), V(0, 0)));
}
