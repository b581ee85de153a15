using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

public class OptimalityTests
{
    private static readonly LeastSquares Identity = new(Matrix.Build.DenseIdentity(2), V(3, 1));

    [Fact]
    public void Gaps_by_hand_for_the_identity_design()
    {
        // Lasso, λ = 1, w = 0: r = (3, 1), s = ⅓, gap = ½(⅔)²·10; at w = (2, 0): r = (1, 1), nothing missing.
        Assert.Equal(20.0 / 9, DualityGap.Lasso(Identity, V(0, 0), 1), 1e-14);
        Assert.Equal(0, DualityGap.Lasso(Identity, V(2, 0), 1));
        // Ridge, λ = 1, w = 0: ‖y‖²/2; at w = y/2: 0.
        Assert.Equal(5, DualityGap.Ridge(Identity, V(0, 0), 1));
        Assert.Equal(0, DualityGap.Ridge(Identity, V(1.5, 0.5), 1));
        // Elastic net, λ₁ = λ₂ = 1, w = 0: θ = r gives (3 − 1)²/2 = 2, better than the 20/9 of θ = r/3.
        Assert.Equal(2, DualityGap.ElasticNet(Identity, V(0, 0), 2, 0.5), 1e-14);
        Assert.Equal(0, DualityGap.ElasticNet(Identity, V(1, 0), 2, 0.5));
    }

    [Fact]
    public void The_logistic_gap_by_hand_for_one_sample()
    {
        // x = 1, y = 1, λ = ½, w = 0: σ = ½, the slope is exactly λ: optimal. At λ = ¼: q = 1 − ¼, gap = log 2 + ¾log ¾ + ¼log ¼.
        var f = new LogisticLoss(Matrix.Build.Dense(1, 1, 1), V(1));
        Assert.Equal(0, DualityGap.LogisticLasso(f, V(0), 0.5), 1e-16);
        Assert.Equal(Math.Log(2) + 0.75 * Math.Log(0.75) + 0.25 * Math.Log(0.25), DualityGap.LogisticLasso(f, V(0), 0.25), 1e-15);
        Assert.True(DualityGap.LogisticLasso(f, V(1000), 0.25) is > 249 and < 251);
    }

    [Fact]
    public void A_problem_without_a_known_dual_has_no_gap()
    {
        Assert.Null(DualityGap.Of(new Problem(Identity, new L0Penalty(1)), V(0, 0)));
        Assert.Null(DualityGap.Of(new Problem(Identity, new SquaredL2Penalty(0)), V(0, 0)));
        Assert.Null(DualityGap.Of(new Problem(new Quadratic(Matrix.Build.DenseIdentity(2), V(3, 1)), new L1Penalty(1)), V(0, 0)));
    }

    [Fact]
    public void Without_a_penalty_the_lasso_gap_is_the_residual_of_the_zero_dual() =>
        Assert.Equal(5, DualityGap.Lasso(Identity, V(0, 0), 0));

    [Fact]
    public void Wrong_strengths_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => DualityGap.Lasso(Identity, V(0, 0), -1));
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => DualityGap.Ridge(Identity, V(0, 0), 0));
        Assert.Throws<ArgumentOutOfRangeException>("l1Ratio", () => DualityGap.ElasticNet(Identity, V(0, 0), 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => DualityGap.LogisticLasso(Classification(1), V(0, 0, 0, 0, 0), -1));
    }

    [Fact]
    public void Kkt_residuals_name_the_coordinate()
    {
        // λ = 1, r = y − w = (1, −2): the first condition holds, x₁ᵀr = λ; the second wants +1 and has −2.
        Assert.Equal([0.0, 3], Kkt.Residuals(Identity, new L1Penalty(1), V(2, 3)));
        Assert.Equal(3, Kkt.Residual(Identity, new L1Penalty(1), V(2, 3)));
        Assert.Equal([2.0, 0], Kkt.Residuals(Identity, new L1Penalty(1), V(0, 0)));
    }

    [Fact]
    public void Lambda_max_is_where_the_weights_begin() =>
        Seed.Sample(seed => new IDatafit[] { Regression(seed), Classification(seed) }.All(f =>
        {
            var lambda = Kkt.LambdaMax(f);
            int Nonzero(double factor) => Norms.L0(new ProximalGradient().Solve(new Problem(f, new L1Penalty(factor * lambda))).W);
            return Nonzero(1.0001) == 0 && Nonzero(0.999) >= 1;
        }), iter: 20);
}
