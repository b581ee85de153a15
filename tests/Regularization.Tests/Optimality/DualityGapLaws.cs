using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

/// <summary>The certificates: never negative, above the true distance, zero at the optimum, and equal to P − D written out.</summary>
public class DualityGapLaws
{
    private static readonly Gen<double> Strength = Gen.Double[0.5, 60];

    public static TheoryData<string> All => new("lasso", "elastic net", "ridge", "logistic lasso");

    private static Problem Make(string name, int seed, double lambda) => name switch
    {
        "lasso" => new(Regression(seed), new L1Penalty(lambda)),
        "elastic net" => new(Regression(seed), new ElasticNetPenalty(lambda, 0.6)),
        "ridge" => new(Regression(seed), new SquaredL2Penalty(lambda)),
        // At least ½: with less, the weights of classes that can be separated grow, and the loss is flat out there.
        _ => new(Classification(seed, n: 30, p: 6), new L1Penalty(0.5 + lambda / 20)),
    };

    private static double Gap(Problem problem, Vector w) => DualityGap.Of(problem, w)!.Value;

    [Theory, MemberData(nameof(All))]
    public void It_is_above_the_distance_to_the_minimum(string name) =>
        Gen.Select(Seed, Strength, Vectors(6)).Sample((seed, lambda, w) =>
        {
            var problem = Make(name, seed, lambda);
            var best = new Fista().Solve(problem, tolerance: 1e-9);
            var distance = problem.Value(w) - problem.Value(best.W);
            return Gap(problem, w) >= distance * (1 - 1e-10) && Gap(problem, w) >= 0;
        }, iter: 30);

    [Theory, MemberData(nameof(All))]
    public void It_is_zero_at_the_optimum_and_only_there(string name) =>
        Gen.Select(Seed, Strength).Sample((seed, lambda) =>
        {
            var problem = Make(name, seed, lambda);
            var best = new Fista().Solve(problem, tolerance: 1e-10);
            // First order in the residual of 1e-10, times the size of w; a move of 0.1 costs at least ½·0.1² times the curvature.
            return best.Converged && Gap(problem, best.W) is >= 0 and <= 1e-8
                && Gap(problem, best.W + V(0.1, 0, 0, 0, 0, 0)) >= 1e-6;
        }, iter: 20);

    [Theory, MemberData(nameof(All))]
    public void It_is_primal_minus_dual(string name) =>
        Gen.Select(Seed, Strength, Vectors(6), Gen.Double[0, 1]).Sample((seed, lambda, random, t) =>
        {
            var problem = Make(name, seed, lambda);
            // From far away to close by: far away, the dual point is scaled down; close by, it hardly is.
            var w = new Fista().Solve(problem).W + t * t * t * random;
            var slow = problem.Value(w) - SlowDual.Of(problem, w);
            return Math.Abs(Gap(problem, w) - slow) <= 1e-10 * (1 + problem.Value(w) + Math.Abs(slow));
        }, iter: 50);

    [Fact]
    public void The_elastic_net_has_the_lasso_and_ridge_as_its_ends() =>
        Gen.Select(Seed, Strength, Vectors(6)).Sample((seed, lambda, w) =>
        {
            var f = Regression(seed);
            return DualityGap.ElasticNet(f, w, lambda, 1) == DualityGap.Lasso(f, w, lambda)
                // Of two dual points the better is taken: it can only be smaller.
                && DualityGap.ElasticNet(f, w, lambda, 0) <= DualityGap.Ridge(f, w, lambda) * (1 + 1e-12);
        }, iter: 50);
}
