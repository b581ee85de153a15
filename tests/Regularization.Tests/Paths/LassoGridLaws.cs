using CsCheck;

namespace Regularization.Tests;

/// <summary>The lasso and the elastic net on a grid: every point is optimal for the problem as posed, and says how nearly.</summary>
public class LassoGridLaws
{
    // Everything is of order one and solved to a relative gap of 1e-9: weights may be off by its root, objectives by itself.
    private const double ObjectiveOff = 1e-8;

    private static readonly Gen<(Matrix X, Vector Y)> AnyProblem = Gen.OneOf(PathProblems.General, PathProblems.Dependent);

    private static readonly Gen<LassoOptions> Options =
        from intercept in Gen.Bool
        from scale in Gen.Enum<ColumnScale>()
        from positive in Gen.Bool
        from weighted in Gen.Int[0, 2]
        from seed in Gen.ULong
        select new LassoOptions { Intercept = intercept, Scale = scale, Positive = positive, Grid = LambdaGrid.Log(12, 1e-3), PenaltyWeights = weighted == 0 ? null : new Weights(seed, weighted == 2) };

    [Fact]
    public void Every_point_is_optimal_and_its_certificate_holds() => Gen.Select(AnyProblem, Options, Gen.OneOf(Gen.Const(1.0), Gen.Double[0.1, 0.95])).Sample((problem, options, ratio) =>
    {
        var (x, y) = problem;
        var weights = (options.PenaltyWeights as Weights)?.For(x.ColumnCount, free: !options.Positive);
        var (points, plain) = Fit(x, y, options with { PenaltyWeights = weights }, ratio);
        Assert.All(points, point =>
        {
            var (w, l1, l2) = (plain.Prepared(point), ratio * point.Lambda, (1 - ratio) * point.Lambda);
            var (value, least) = (plain.Objective(w, l1, l2), plain.Minimum(l1, l2));
            var size = 1 + plain.Y * plain.Y;
            Assert.True(point.Converged, $"gap {point.DualityGap} at {point.Lambda}");
            Assert.Equal(value, point.Objective, 1e-10 * size);
            // The twin may still be on its way; it is never below the minimum.
            Assert.True(value - least <= point.DualityGap + 1e-10 * size, $"{value - least} above the twin's minimum, gap {point.DualityGap}");
            Assert.InRange(point.DualityGap, 0, ObjectiveOff * size);
            Assert.Equal((plain.Y - plain.X * w) * (plain.Y - plain.X * w), point.Deviance, 1e-9 * size);
            Assert.True(plain.Violation(w, l1, l2) <= 2e-4 * Math.Sqrt(size), $"violation {plain.Violation(w, l1, l2)}");
        });
    });

    [Fact]
    public void The_intercept_makes_the_residuals_balance() => PathProblems.General.Sample((x, y) =>
    {
        var path = LassoPath.Fit(x, y, new LassoOptions { Grid = LambdaGrid.Log(5, 0.01) });
        return path.Points.All(point => Math.Abs((y - point.Model.Predict(x)).Sum()) <= 1e-9 * (1 + y.L1Norm()));
    });

    [Fact]
    public void A_row_of_weight_2_is_the_row_twice() => PathProblems.General.Sample((x, y) =>
    {
        double[] twice = [.. Enumerable.Range(0, x.RowCount).Select(i => i % 3 == 0 ? 2.0 : 1.0)];
        int[] rows = [.. Enumerable.Range(0, x.RowCount).SelectMany(i => Enumerable.Repeat(i, (int)twice[i]))];
        var (longX, longY) = (Matrix.Build.DenseOfRowVectors(rows.Select(x.Row)), Vector.Build.DenseOfEnumerable(rows.Select(i => y[i])));
        foreach (var scale in Enum.GetValues<ColumnScale>())
        {
            var options = new LassoOptions { Scale = scale, Grid = LambdaGrid.Log(6, 0.05) };
            var (weighted, longer) = (LassoPath.Fit(x, y, options with { SampleWeights = twice }), LassoPath.Fit(longX, longY, options));
            if (!weighted.Points.Zip(longer.Points).All(pair =>
                Near(pair.First.Lambda, pair.Second.Lambda, 1e-10) && Near(pair.First.Objective, pair.Second.Objective, ObjectiveOff) && Near(pair.First.Deviance, pair.Second.Deviance, 1e-4)))
                return false;
        }

        return true;
    });

    [Fact]
    public void The_elastic_net_is_the_lasso_of_augmented_data() => Gen.Select(PathProblems.General, Gen.Double[0.2, 0.9]).Sample((problem, ratio) =>
    {
        var (x, y) = problem;
        var options = new ElasticNetOptions { Intercept = false, Scale = ColumnScale.None, L1Ratio = ratio, Grid = LambdaGrid.Log(4, 0.1) };
        return ElasticNetPath.Fit(x, y, options).Points.All(point =>
        {
            var l2 = point.Lambda * (1 - ratio);
            var augmentedX = x.Stack(Matrix.Build.DenseIdentity(x.ColumnCount) * Math.Sqrt(l2));
            var augmentedY = Vector.Build.DenseOfEnumerable(y.Concat(Enumerable.Repeat(0.0, x.ColumnCount)));
            var lasso = LassoPath.Fit(augmentedX, augmentedY, new LassoOptions { Intercept = false, Scale = ColumnScale.None, Grid = LambdaGrid.Of(point.Lambda * ratio) });
            return Near(lasso.Points[0].Objective, point.Objective, ObjectiveOff);
        });
    });

    [Fact]
    public void On_a_grid_it_is_the_exact_path() => Gen.Select(PathProblems.Tall, Gen.Double[0.001, 1]).Sample((problem, share) =>
    {
        var (x, y) = problem;
        var exact = LassoPath.Fit(x, y);
        var options = new LassoOptions { Intercept = false, Scale = ColumnScale.None };
        var lambda = share * exact.LambdaMax;
        var onGrid = LassoPath.Fit(x, y, options with { Grid = LambdaGrid.Of(exact.LambdaMax, lambda) });
        var knots = LassoPath.Fit(x, y, options with { Grid = LambdaGrid.Knots });
        return (onGrid.At(lambda) - exact.At(lambda)).InfinityNorm() <= 1e-7 * (1 + exact.End.W.InfinityNorm())
            && (knots.At(lambda) - exact.At(lambda)).InfinityNorm() <= 1e-7 * (1 + exact.End.W.InfinityNorm())
            && Near(knots.LambdaMax, exact.LambdaMax, 1e-12) && Near(knots.Radius(lambda), exact.Radius(lambda), 1e-7);
    });

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        var problem = SyntheticData.SparseLinear(60, 1500, 8, 1, 3, 0.5);
        LassoPath[] paths = [.. new[] { 1, 2, 5 }.Select(threads => LassoPath.Fit(problem.Data.X, problem.Data.Y, new LassoOptions { Threads = threads }))];
        Assert.All(paths[1..], path => Assert.All(path.Points.Zip(paths[0].Points), pair => Assert.Equal(pair.First.Weights, pair.Second.Weights)));
    }

    [Fact]
    public void Fast_and_teaching_solvers_agree()
    {
        var (x, y) = (DiabetesFile.Standardized.X, DiabetesFile.Standardized.Y);
        var lasso = LassoPath.Fit(DiabetesFile.Data.X, DiabetesFile.Data.Y, new LassoOptions { Grid = LambdaGrid.Of(300, 30, 3) });
        var net = ElasticNetPath.Fit(DiabetesFile.Data.X, DiabetesFile.Data.Y, new ElasticNetOptions { Grid = LambdaGrid.Of(300, 30, 3), L1Ratio = 0.7 });
        var f = new LeastSquares(x, y);
        foreach (var lambda in new[] { 300.0, 30, 3 })
        {
            // Both are certified: FISTA to what its duality gap says, the path to 1e-9 of the objective.
            var slow = new Fista().Solve(new Problem(f, new L1Penalty(lambda)), tolerance: 1e-7, maxIterations: 200_000);
            var slowNet = new CoordinateDescent().Solve(new Problem(f, new ElasticNetPenalty(lambda, 0.7)), tolerance: 1e-7, maxIterations: 200_000);
            Assert.True(slow.Converged && slowNet.Converged);
            Assert.Equal(slow.Value, lasso.PointAt(lambda).Objective, 1e-8 * slow.Value);
            Assert.Equal(slowNet.Value, net.PointAt(lambda).Objective, 1e-8 * slowNet.Value);
        }
    }

    private static (IReadOnlyList<PathPoint> Points, PlainProblem Plain) Fit(Matrix x, Vector y, LassoOptions options, double ratio)
    {
        var plain = new PlainProblem(x, y, options, options.PenaltyWeights, options.Positive);
        if (ratio == 1)
            return (LassoPath.Fit(x, y, options).Points, plain);
        var net = new ElasticNetOptions { Intercept = options.Intercept, Scale = options.Scale, Positive = options.Positive, Grid = options.Grid, PenaltyWeights = options.PenaltyWeights, L1Ratio = ratio };
        return (ElasticNetPath.Fit(x, y, net).Points, plain);
    }

    private static bool Near(double a, double b, double relative) => Math.Abs(a - b) <= relative * (1 + Math.Abs(a));

    /// <summary>Penalty weights for any number of columns: some 0, some infinite if wanted, the others between ½ and 2.</summary>
    private sealed class Weights(ulong seed, bool extremes) : List<double>
    {
        public double[] For(int columns, bool free)
        {
            var random = new SeededRandom(seed);
            return [.. Enumerable.Range(0, columns).Select(_ => random.NextUniform() is var u && extremes && free && u < 0.2 ? 0 : extremes && u > 0.8 ? double.PositiveInfinity : 0.5 + 1.5 * u)];
        }
    }
}
