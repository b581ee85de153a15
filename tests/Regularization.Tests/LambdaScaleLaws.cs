using CsCheck;

namespace Regularization.Tests;

public class LambdaScaleLaws
{
    // Each convention is a·RSS + b·λ·penalty on columns scaled by c; the solution in its own units must be w/c.
    private static (double A, double B, double C) Objective(LambdaConvention convention, bool isLasso, double n, double deviation) => convention switch
    {
        LambdaConvention.Course => (0.5, isLasso ? 1 : 0.5, 1),
        LambdaConvention.ResidualSumOfSquares => (1, 1, 1),
        LambdaConvention.HalfMean => (0.5 / n, isLasso ? 1 : 0.5, 1),
        LambdaConvention.HalfMeanUnitVariance => (0.5 / n, isLasso ? 1 : 0.5, Math.Sqrt(n)),
        // y/σ and weights w/σ: RSS/(2nσ²) + (λ/σ)·‖w‖₁/σ, or (λ/σ)·½‖w‖²/σ²; times σ².
        LambdaConvention.Glmnet => (0.5 / n, isLasso ? 1 : 0.5 / deviation, Math.Sqrt(n)),
        LambdaConvention.ScikitLearn => isLasso ? (0.5 / n, 1, 1) : (1, 1, 1),
        LambdaConvention.WeightDecay => (1 / n, 0.5, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(convention)),
    };

    [Fact]
    public void Lasso_solutions_agree_in_every_convention() => Gen.Select(PathProblems.Tall, Gen.Double[0.05, 0.9]).Sample((problem, share) =>
    {
        var (x, y) = problem;
        var (n, path) = (y.Count, LassoPath.Fit(x, y));
        var (scale, lambda) = (LambdaScale.Lasso(n), share * path.LambdaMax);
        return scale.Conventions.Count == 6 && scale.Conventions.All(convention =>
        {
            var (a, b, c) = Objective(convention, isLasso: true, n, 1);
            var root = Math.Sqrt(2 * a);
            var theirs = LassoPath.Fit(x * c * root, y * root).At(b * scale.To(convention, lambda));
            return (theirs * c - path.At(lambda)).InfinityNorm() <= 1e-9 * (1 + path.End.W.InfinityNorm());
        });
    });

    [Fact]
    public void Ridge_solutions_agree_in_every_convention() => Gen.Select(PathProblems.Tall, Gen.Double[0.05, 5]).Sample((problem, lambda) =>
    {
        var (x, y) = problem;
        var (n, path) = (y.Count, RidgePath.Fit(x, y));
        var deviation = Math.Sqrt((y - y.Average()) * (y - y.Average()) / n);
        var scale = LambdaScale.Ridge(n, deviation);
        return scale.Conventions.Count == 7 && scale.Conventions.All(convention =>
        {
            var (a, b, c) = Objective(convention, isLasso: false, n, deviation);
            var theirs = RidgePath.Fit(x * c, y).At(b / a * scale.To(convention, lambda));
            return (theirs * c - path.At(lambda)).InfinityNorm() <= 1e-9 * (1 + path.At(0).InfinityNorm());
        });
    });

    [Fact]
    public void Weight_decay_in_gradient_descent_ends_at_the_ridge_solution()
    {
        var random = new SeededRandom(6);
        var (x, y) = (SyntheticData.CorrelatedDesign(20, 3, 0.5, random), random.NextNormals(20));
        const double lambda = 4;
        var decay = LambdaScale.Ridge(20, 1).To(LambdaConvention.WeightDecay, lambda);
        var w = Vector.Build.Dense(3);
        for (var step = 0; step < 5_000; step++)
            w -= 0.05 * (2.0 / 20 * x.TransposeThisAndMultiply(x * w - y) + decay * w);
        Assert.Equal(0, (w - RidgePath.Fit(x, y).At(lambda)).InfinityNorm(), 1e-12);
    }

    [Fact]
    public void Conversions_are_inverse_and_chain() => Gen.Select(Gen.Int[1, 1000], Gen.Double[0.1, 100], Gen.Double[0, 1000]).Sample((n, deviation, lambda) =>
        new[] { LambdaScale.Lasso(n), LambdaScale.Ridge(n, deviation) }.All(scale => scale.Conventions.All(from => scale.Conventions.All(to =>
            Math.Abs(scale.Convert(scale.To(from, lambda), from, to) - scale.To(to, lambda)) <= 1e-12 * scale.To(to, lambda)
            && Math.Abs(scale.From(to, scale.To(to, lambda)) - lambda) <= 1e-12 * lambda))));

    [Fact]
    public void Weight_decay_does_not_exist_for_the_lasso()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => LambdaScale.Lasso(10).To(LambdaConvention.WeightDecay, 1));
        Assert.Contains("WeightDecay does not exist for the lasso", error.Message, StringComparison.Ordinal);
    }
}
