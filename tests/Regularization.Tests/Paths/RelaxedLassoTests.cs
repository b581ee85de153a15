using CsCheck;

namespace Regularization.Tests;

public class RelaxedLassoTests
{
    private static readonly Gen<(Matrix X, Vector Y, double Share)> Problems = Gen.Select(PathProblems.Tall, Gen.Double[0.05, 1.1]).Select((p, share) => (p.X, p.Y, share));

    [Fact]
    public void At_one_it_is_the_lasso_and_at_zero_least_squares_on_the_support() => Problems.Sample((x, y, share) =>
    {
        var path = LassoPath.Fit(x, y);
        var lasso = path.At(share * path.LambdaMax);
        var free = RelaxedLasso.At(lasso, x, y, 0);
        var residual = y - x * free;
        for (var j = 0; j < lasso.Count; j++)
        {
            Assert.Equal(lasso[j], RelaxedLasso.At(lasso, x, y, 1)[j], 1e-12 * (1 + Math.Abs(lasso[j])));
            if (lasso[j] == 0)
                Assert.Equal(0, free[j]);
            else // The normal equations of least squares on the support; the columns may be nearly dependent.
                Assert.Equal(0, x.Column(j) * residual, 1e-7 * (1 + x.Column(j).L2Norm() * y.L2Norm()));
        }
    });

    [Fact]
    public void In_between_it_is_the_mixture() => Problems.Sample((x, y, share) =>
    {
        var path = LassoPath.Fit(x, y);
        var lasso = path.At(share * path.LambdaMax);
        var mixed = 0.3 * lasso + 0.7 * RelaxedLasso.At(lasso, x, y, 0);
        return (RelaxedLasso.At(lasso, x, y, 0.3) - mixed).L2Norm() <= 1e-10 * (1 + mixed.L2Norm());
    });

    [Fact]
    public void Bad_input_is_named() =>
        Assert.Contains("phi is 1.5", Assert.Throws<ArgumentOutOfRangeException>(() => RelaxedLasso.At(Vector.Build.Dense(1), Matrix.Build.Dense(2, 1, 1), Vector.Build.Dense(2), 1.5)).Message, StringComparison.Ordinal);
}
