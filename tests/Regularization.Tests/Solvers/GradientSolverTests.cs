using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

/// <summary>Gradient descent, Adam and subgradient descent: what they do, and what they do not.</summary>
public class GradientSolverTests
{
    private static readonly Vector Start = V(1, -1, 2, 0, 0, 5);

    private static Vector After(int steps, IterativeSolver solver, Problem problem, Vector? start = null) =>
        solver.Iterates(problem, start ?? Start).ElementAt(steps - 1).W;

    [Fact]
    public void A_step_of_gradient_descent_by_hand()
    {
        // ½(w − 3)² + ½·2w² at w = 1: gradient −2 + 2, decay 0.5·1: w = (1 − 0.1·0.5)·1 − 0.1·0.
        var problem = new Problem(new Quadratic(Matrix.Build.Dense(1, 1, 1), V(3)), new SquaredL2Penalty(2));
        Assert.Equal(0.95, After(1, new GradientDescent(0.1, weightDecay: 0.5), problem, V(1))[0], 1e-15);
        Assert.Equal(0.6, After(1, new GradientDescent(0.2), problem, V(0))[0], 1e-15);
    }

    [Fact]
    public void L2_penalty_and_weight_decay_are_the_same_under_gradient_descent() =>
        Gen.Select(Seed, Gen.Double[0.1, 20]).Sample((seed, lambda) =>
        {
            var f = Regression(seed);
            var rate = 1 / (f.Lipschitz + lambda);
            var penalty = new GradientDescent(rate).Iterates(new Problem(f, new SquaredL2Penalty(lambda)), Start);
            var decay = new GradientDescent(rate, weightDecay: lambda).Iterates(new Problem(f, new NoPenalty()), Start);
            // To rounding: a contraction does not let the differences of 1e-16 a step grow.
            return penalty.Zip(decay).Take(200).All(i => Distance(i.First.W, i.Second.W) <= 1e-13 && Math.Abs(i.First.Residual - i.Second.Residual) <= 1e-9);
        }, iter: 30);

    [Fact]
    public void Under_Adam_they_differ()
    {
        var f = Regression(1);
        var penalty = new Problem(f, new SquaredL2Penalty(5));
        var none = new Problem(f, new NoPenalty());

        // Already the first step: Adam's is η·sign of the gradient, whatever the size of λ; the decay comes on top of it.
        Assert.True(Distance(After(1, new Adam(0.01), penalty), Start) <= 0.01);
        Assert.Equal(5 - 0.01 * 5 * 5 - 0.01 * Math.Sign(f.Gradient(Start)[5]), After(1, new Adam(0.01, weightDecay: 5), none)[5], 1e-8);

        // And the end: Adam with the penalty is at the ridge solution, AdamW elsewhere.
        var ridge = ClosedForm.Ridge(f, 5);
        Assert.True(Distance(After(5000, new Adam(0.01), penalty), ridge) <= 1e-6);
        var adamW = new Adam(0.01, weightDecay: 5).Solve(none, Start, maxIterations: 5000);
        Assert.False(adamW.Converged);
        Assert.True(Distance(adamW.W, ridge) > 0.1);
    }

    [Fact]
    public void AdamW_without_decay_is_Adam() =>
        Assert.Equal(After(50, new Adam(0.01), new Problem(Regression(2), new NoPenalty())), After(50, new Adam(0.01, weightDecay: 0), new Problem(Regression(2), new SquaredL2Penalty(0))));

    [Fact]
    public void Adam_is_the_algorithm_of_the_paper_coordinate_by_coordinate()
    {
        var f = Regression(3);
        var (alpha, beta1, beta2, epsilon, decay) = (0.02, 0.8, 0.95, 1e-3, 0.7);
        var (theta, m, v) = (Start.ToArray(), new double[6], new double[6]);
        foreach (var (k, iterate) in new Adam(alpha, decay, beta1, beta2, epsilon).Iterates(new Problem(f, new SquaredL2Penalty(2)), Start).Take(30).Index())
        {
            // Loshchilov and Hutter (2019), Algorithm 2, lines 5–12, with ηλ for their decay and t = k + 1.
            var g = (f.Gradient(V(theta)) + 2 * V(theta)).ToArray();
            for (var j = 0; j < 6; j++)
            {
                m[j] = beta1 * m[j] + (1 - beta1) * g[j];
                v[j] = beta2 * v[j] + (1 - beta2) * g[j] * g[j];
                var mHat = m[j] / (1 - Math.Pow(beta1, k + 1));
                var vHat = v[j] / (1 - Math.Pow(beta2, k + 1));
                theta[j] -= alpha * (mHat / (Math.Sqrt(vHat) + epsilon) + decay * theta[j]);
            }

            Assert.True(Distance(V(theta), iterate.W) <= 1e-12);
            Assert.Equal((f.Gradient(V(theta)) + 2.7 * V(theta)).InfinityNorm(), iterate.Residual, 1e-10);
        }
    }

    [Fact]
    public void Gradient_descent_on_ridge_converges_below_two() =>
        Gen.Select(Seed, Gen.Double[0.1, 20], Gen.Double[0.02, 1.98]).Sample((seed, lambda, x) =>
        {
            var f = Regression(seed);
            var solution = new GradientDescent(x / (lambda + f.Lipschitz)).Solve(new Problem(f, new SquaredL2Penalty(lambda)), tolerance: 1e-6, maxIterations: 50_000);
            return solution.Converged && Distance(solution.W, ClosedForm.Ridge(f, lambda)) <= 1e-4;
        }, iter: 30);

    [Fact]
    public void Gradient_descent_on_ridge_diverges_above_two() =>
        Gen.Select(Seed, Gen.Double[0.1, 20], Gen.Double[2.02, 4]).Sample((seed, lambda, x) =>
        {
            var f = Regression(seed);
            var solution = new GradientDescent(x / (lambda + f.Lipschitz)).Solve(new Problem(f, new SquaredL2Penalty(lambda)), maxIterations: 100_000);
            // Grows by 1.02 or more a step until it is no number any more, and stops there.
            return !solution.Converged && !double.IsFinite(solution.Residual) && solution.Iterations < 100_000;
        }, iter: 30);

    [Fact]
    public void Exactly_at_two_it_bounces_for_ever()
    {
        // ½·4w² + ½·4w² with η = 2/8: w ← −w. Powers of two: no rounding.
        var problem = new Problem(new Quadratic(Matrix.Build.Dense(1, 1, 4), V(0)), new SquaredL2Penalty(4));
        Assert.Equal([-3.0, 3, -3, 3], new GradientDescent(0.25).Iterates(problem, V(3)).Take(4).Select(i => i.W[0]));
    }

    [Fact]
    public void Subgradient_descent_takes_the_steps_of_its_formula()
    {
        var (f, g, w) = (Regression(4), new L1Penalty(3), Start);
        foreach (var (i, iterate) in new SubgradientDescent(0.01).Iterates(new Problem(f, g), Start).Take(20).Index())
        {
            w -= 0.01 / Math.Sqrt(i + 1) * (f.Gradient(w) + w.Map(wj => 3.0 * Math.Sign(wj)));
            Assert.True(Distance(w, iterate.W) <= 1e-13);
            Assert.Equal(new Problem(f, g).StationarityResidual(w), iterate.Residual, 1e-10);
        }
    }

    [Fact]
    public void Subgradient_descent_comes_near_but_reaches_no_zero_where_proximal_gradient_has_four()
    {
        var problem = new Problem(Regression(1), new L1Penalty(15));
        var exact = new ProximalGradient().Solve(problem);
        var near = new SubgradientDescent(0.01).Solve(problem, maxIterations: 20_000);

        Assert.Equal(4, exact.W.Count(w => w == 0));
        Assert.Equal(0, near.W.Count(w => w == 0));
        Assert.False(near.Converged);
        Assert.InRange(near.Value - exact.Value, 1e-12, 0.05);
        Assert.DoesNotContain(new SubgradientDescent(0.01).Iterates(problem, Vector.Build.Dense(6)).Take(2000), i => i.W.Contains(0));
    }

    [Fact]
    public void Rates_that_cannot_work_are_named()
    {
        Assert.StartsWith("rate is 0; expected a finite number > 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new GradientDescent(0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("weightDecay", () => new GradientDescent(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => new Adam(-1));
        Assert.Throws<ArgumentOutOfRangeException>("weightDecay", () => new Adam(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("beta1", () => new Adam(1, beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>("beta2", () => new Adam(1, beta2: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new Adam(1, epsilon: 0));
        Assert.Throws<ArgumentOutOfRangeException>("firstStep", () => new SubgradientDescent(double.NaN));
    }
}
