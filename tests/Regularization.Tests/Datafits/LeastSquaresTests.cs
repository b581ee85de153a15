using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

public class LeastSquaresTests
{
    private static readonly Matrix Small = Matrix.Build.DenseOfArray(new[,] { { 1.0, 2 }, { 3, 4 }, { 5, 6 } });

    [Fact]
    public void Value_gradient_and_residual_by_hand()
    {
        // Xw = (−1, −1, −1), r = (2, 3, 4): ½(4 + 9 + 16), −Xᵀr = −(2 + 9 + 20, 4 + 12 + 24).
        var f = new LeastSquares(Small, V(1, 2, 3));
        Assert.Equal([2.0, 3, 4], f.Residual(V(1, -1)));
        Assert.Equal(14.5, f.Value(V(1, -1)));
        Assert.Equal([-31.0, -40], f.Gradient(V(1, -1)));
    }

    [Fact]
    public void Lipschitz_constant_by_hand() =>
        // XᵀX = [[35, 44], [44, 56]]: eigenvalues (91 ± √(91² − 4·24))/2.
        Assert.Equal((91 + Math.Sqrt(91 * 91 - 4 * 24)) / 2, new LeastSquares(Small, V(1, 2, 3)).Lipschitz, 1e-12);

    [Theory]
    [InlineData(9, 4)]
    [InlineData(4, 4)]
    [InlineData(4, 9)]
    public void Minimizer_is_the_pseudo_inverse_times_y(int n, int p) =>
        Seed.Sample(seed =>
        {
            var f = Regression(seed, n, p);
            // A random square matrix can be ill conditioned: compare the fits as well as its condition allows.
            var condition = f.X.ConditionNumber();
            return Distance(f.Minimizer(), f.X.PseudoInverse() * f.Y) <= 1e-13 * condition * condition * f.Y.L2Norm();
        }, iter: 30);

    [Fact]
    public void Minimizer_leaves_a_residual_that_no_column_explains() =>
        Seed.Sample(seed =>
        {
            var f = Regression(seed);
            return f.Gradient(f.Minimizer()).InfinityNorm() <= 1e-11;
        }, iter: 30);

    [Theory]
    [InlineData(9, 5)]
    [InlineData(5, 9)]
    public void Minimizer_knows_a_singular_value_that_is_zero_but_for_rounding(int n, int p) =>
        Seed.Sample(seed =>
        {
            // Rank 2. Without a cut the rounding of the zeros, 1e-16, is divided by itself. X⁺ = Bᵀ(BBᵀ)⁻¹(AᵀA)⁻¹Aᵀ for X = AB.
            var (a, b) = (Design(n, 2, seed), Design(2, p, seed + 1));
            var y = Response(a, seed);
            var exact = b.Transpose() * (b * b.Transpose()).Solve((a.Transpose() * a).Solve(a.Transpose() * y));
            var condition = a.ConditionNumber() * b.ConditionNumber();
            return Distance(exact, new LeastSquares(a * b, y).Minimizer()) <= 1e-13 * condition * condition * (1 + exact.L2Norm());
        }, iter: 30);

    [Fact]
    public void Minimizer_shares_equally_between_two_copies_of_a_column()
    {
        var x = Matrix.Build.DenseOfColumnVectors(V(1, 0, 2), V(1, 0, 2), V(0, 1, 0));
        // The best single weight is 2, the shortest way to write it as a sum is 1 + 1.
        Assert.True(Distance(V(1, 1, 3), new LeastSquares(x, V(2, 3, 4)).Minimizer()) <= 1e-13);
    }

    [Fact]
    public void Minimizer_of_a_zero_matrix_is_zero() => Assert.Equal([0.0, 0], new LeastSquares(Matrix.Build.Dense(3, 2), V(1, 2, 3)).Minimizer());

    [Fact]
    public void Later_changes_of_the_arguments_do_not_get_in()
    {
        var (x, y) = (Small.Clone(), V(1, 2, 3));
        var f = new LeastSquares(x, y);
        (x[0, 0], y[0]) = (100, 100);
        Assert.Equal(14.5, f.Value(V(1, -1)));
    }

    [Fact]
    public void Wrong_shapes_and_numbers_are_named()
    {
        Assert.Equal("y has 2 entries; expected 3. (Parameter 'y')",
            Assert.Throws<ArgumentException>(() => new LeastSquares(Small, V(1, 2))).Message);
        Assert.Equal("y[1] is NaN; expected finite numbers. (Parameter 'y')",
            Assert.Throws<ArgumentException>(() => new LeastSquares(Small, V(1, double.NaN, 3))).Message);
        Assert.Throws<ArgumentNullException>("x", () => new LeastSquares(null!, V(1)));
    }
}
