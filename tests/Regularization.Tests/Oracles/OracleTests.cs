namespace Regularization.Tests;

/// <summary>Our paths against glmnet, leaps, lasso2 and scikit-learn, compared at the value of the objective.</summary>
/// <remarks>
/// Our objective at theirs' weights may not be below ours by more than our gap, and not above by more than what their stopping rule leaves: 1e-6
/// relative for coordinate descent at its tightest.
/// </remarks>
public class OracleTests(OutsideAnswers answers) : IClassFixture<OutsideAnswers>
{
    private const double TheirGap = 1e-6;
    private static readonly double[] Lambdas = [0.3, 0.05];

    private static readonly LambdaGrid Glmnet = LambdaGrid.In(LambdaConvention.HalfMean, Lambdas);

    [Theory]
    [InlineData("lasso")]
    [InlineData("plain")]
    [InlineData("through-zero")]
    [InlineData("positive")]
    [InlineData("penalty-weights")]
    [InlineData("row-weights")]
    public void Lasso_is_glmnets(string kind) => ForEach((i, x, y, _) =>
    {
        var (n, p) = (x.RowCount, x.ColumnCount);
        double[] factors = [.. Enumerable.Range(0, p).Select(j => new[] { 0.5, 1, 2 }[j % 3])];
        double[] rows = [.. Enumerable.Range(0, n).Select(r => new[] { 1.0, 2, 3 }[r % 3])];
        var options = new LassoOptions
        {
            Scale = kind is "plain" or "through-zero" ? ColumnScale.None : ColumnScale.UnitDeviation,
            Intercept = kind != "through-zero",
            Positive = kind == "positive",
            // glmnet rescales them: factors to the sum p, weights of rows to the sum n.
            PenaltyWeights = kind == "penalty-weights" ? [.. factors.Select(f => f * p / factors.Sum())] : null,
            SampleWeights = kind == "row-weights" ? [.. rows.Select(v => v * n / rows.Sum())] : null,
            Grid = Glmnet,
        };
        var path = LassoPath.Fit(x, y, options);
        var plain = new PlainProblem(x, y, options, options.PenaltyWeights, options.Positive);
        Compare(answers.Of(i, kind), p, (k, w) => plain.Objective(w.PointwiseMultiply(plain.Scales), path.Lambdas[k], 0), path);
    });

    [Theory]
    [InlineData("logistic", 1)]
    [InlineData("logistic-net", 0.5)]
    [InlineData("logistic-ridge", 0)]
    public void Logistic_is_glmnets(string kind, double ratio) => ForEach((i, x, _, z) =>
    {
        var options = new LogisticOptions { Scale = ColumnScale.UnitDeviation, L1Ratio = ratio, Grid = LambdaGrid.In(LambdaConvention.HalfMean, Lambdas.Select(l => l / 5)) };
        var path = LogisticPath.Fit(x, z, options);
        var scales = Standardization.Fit(x, z, ColumnScale.UnitDeviation).Scales;
        var theirs = answers.Of(i, kind);
        for (var k = 0; k < path.Points.Count; k++)
        {
            var (b, w) = Model(theirs, x.ColumnCount, k);
            var prepared = w.PointwiseMultiply(scales);
            var loss = (x * w + b).Zip(z, (score, one) => Logistic.LogOnePlusExp(one == 1 ? -score : score)).Sum();
            var value = loss + path.Lambdas[k] * (ratio * prepared.L1Norm() + (1 - ratio) / 2 * (prepared * prepared));
            // glmnet stops logistic models a little earlier.
            Near(path.Points[k], value, 1e-5);
        }
    });

    [Fact]
    public void Ridge_and_elastic_net_are_scikit_learns() => ForEach((i, x, y, z) =>
    {
        var data = Standardization.Fit(x, y);
        var ridge = RidgePath.Fit(x, y, new RidgeOptions { Grid = LambdaGrid.Of(0.7) }).Points[0];
        Assert.Equal(0, (ridge.W.PointwiseMultiply(data.Scales) - Vector.Build.Dense(answers.Of(i, "ridge"))).InfinityNorm(), 1e-9);
        var net = ElasticNetPath.Fit(x, y, new ElasticNetOptions { L1Ratio = 0.4, Grid = LambdaGrid.In(LambdaConvention.ScikitLearn, 0.6 / x.RowCount) });
        var plain = new PlainProblem(x, y, new LassoOptions());
        Near(net.Points[0], plain.Objective(Vector.Build.Dense(answers.Of(i, "net")), 0.6 * 0.4, 0.6 * 0.6), TheirGap);
        var logistic = LogisticPath.Fit(x, z, new LogisticOptions { L1Ratio = 0, Grid = LambdaGrid.Of(0.8), Tolerance = 1e-12 }).Points[0];
        var theirs = answers.Of(i, "logistic-ridge-sklearn");
        Assert.Equal(0, (logistic.W.PointwiseMultiply(data.Scales) - Vector.Build.Dense(theirs[1..])).InfinityNorm(), 1e-4);
    });

    [Fact]
    public void Knots_are_those_of_LARS() => ForEach((i, x, y, _) =>
    {
        var knots = LassoPath.Fit(x, y, new LassoOptions { Grid = LambdaGrid.Knots }).Lambdas;
        var theirs = answers.Of(i, "lars");
        // Down to where least squares is reached; after that LARS counts differently.
        foreach (var (ours, knot) in knots.Zip(theirs).Where(pair => pair.First > 1e-3 * knots[0]))
            Assert.Equal(knot, ours, 1e-8 * knots[0]);
    });

    [Fact]
    public void Best_subsets_are_those_of_leaps() => ForEach((i, x, y, _) =>
    {
        if (answers.Find(i, "leaps") is not { } rss)
            return;
        var path = BestSubset.Fit(x, y, new SubsetOptions { MaxSize = rss.Length });
        Assert.All(path.Points.Skip(1).Zip(rss), pair => Assert.True(pair.First.IsOptimal && Math.Abs(pair.First.Rss - pair.Second) <= 1e-9 * pair.Second));
    });

    [Fact]
    public void The_constraint_form_is_lasso2s() => ForEach((i, x, y, _) =>
    {
        if (answers.Find(i, "lasso2") is not { } answer)
            return;
        var (t, rss) = (answer[0], answer[1]);
        var path = LassoPath.Fit(x, y, new LassoOptions { Scale = ColumnScale.None, Grid = LambdaGrid.Knots });
        var w = path.At(path.LambdaAt(t));
        var residual = y - x * w;
        residual -= residual.Average();
        Assert.Equal(t, w.L1Norm(), 1e-8 * t);
        Assert.Equal(rss, residual * residual, 1e-6 * rss);
    });

    [Fact]
    public void Cross_validation_is_cv_glmnets() => ForEach((i, x, y, _) =>
    {
        // Folds of equal size: glmnet weighs folds by their rows, we do not.
        if (x.RowCount % 4 != 0)
            return;
        var theirs = answers.Of(i, "cv");
        var result = CrossValidation.Lasso(x, y, new LassoOptions { Scale = ColumnScale.UnitDeviation, Grid = Glmnet }, new CrossValidationOptions { FoldOf = [.. Enumerable.Range(0, x.RowCount).Select(r => r % 4)] });
        for (var k = 0; k < 2; k++)
        {
            Assert.Equal(theirs[k], result.Points[k].Error, 1e-4 * theirs[k]);
            Assert.Equal(theirs[2 + k], result.Points[k].StandardError, 1e-3 * theirs[2 + k]);
        }
    });

    private static void Compare(double[] theirs, int columns, Func<int, Vector, double> objective, RegularizationPath path)
    {
        for (var k = 0; k < path.Points.Count; k++)
            Near(path.Points[k], objective(k, Model(theirs, columns, k).Weights), TheirGap);
    }

    private static (double Intercept, Vector Weights) Model(double[] theirs, int columns, int k) =>
        (theirs[k * (columns + 1)], Vector.Build.Dense(columns, j => theirs[k * (columns + 1) + 1 + j]));

    private static void Near(PathPoint ours, double theirs, double above) =>
        Assert.InRange(theirs, ours.Objective - ours.DualityGap - 1e-9 * ours.Objective, ours.Objective * (1 + above));

    private void ForEach(Action<int, Matrix, Vector, Vector> check)
    {
        if (answers.Missing is { } missing)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }

        for (var i = 0; i < OutsideAnswers.Problems.Count; i++)
        {
            var (x, y, z) = OutsideAnswers.Problems[i];
            check(i, x, y, z);
        }
    }
}
