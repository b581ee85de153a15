namespace Regularization.Tests;

/// <summary>What the lasso does with data that is odd, and what it says to data that is wrong.</summary>
public class LassoInputTests
{
    private static readonly SyntheticProblem Good = SyntheticData.SparseLinear(30, 6, 3, 1, 5);

    [Fact]
    public void Constant_columns_get_weight_zero_and_change_nothing()
    {
        var (x, y) = (Good.Data.X, Good.Data.Y);
        var with = LassoPath.Fit(x.InsertColumn(2, Vector.Build.Dense(30, 7.0)), y, new LassoOptions());
        var without = LassoPath.Fit(x, y, new LassoOptions());
        Assert.All(with.Points, point => Assert.Equal(0, point.W[2]));
        Assert.All(with.Points.Zip(without.Points), pair => Assert.Equal(pair.Second.Objective, pair.First.Objective, 1e-9 * pair.Second.Objective));
        // Of identical data the mean is the same number; without an intercept a constant column is a column like any other.
        Assert.Contains(2, LassoPath.Fit(x.InsertColumn(2, Vector.Build.Dense(30, 7.0)), y + 100, new LassoOptions { Intercept = false }).Points[^1].Support);
    }

    [Fact]
    public void A_response_of_zeros_or_of_equal_values_has_one_point_without_weights()
    {
        foreach (var value in new[] { 0.0, 3.5 })
        {
            var path = LassoPath.Fit(Good.Data.X, Vector.Build.Dense(30, value), new LassoOptions());
            var point = Assert.Single(path.Points);
            Assert.Equal((0, 0, 0, value, 0), (path.LambdaMax, point.Lambda, point.Support.Count, point.Intercept, point.DualityGap));
            Assert.True(point.Converged);
        }
    }

    [Fact]
    public void One_row_and_one_column_are_enough()
    {
        var one = LassoPath.Fit(Matrix.Build.Dense(1, 3, 2), Vector.Build.Dense(1, 5), new LassoOptions());
        Assert.Equal(5, Assert.Single(one.Points).Intercept);
        var through = LassoPath.Fit(Matrix.Build.Dense(1, 1, 2), Vector.Build.Dense(1, 5), new LassoOptions { Intercept = false, Scale = ColumnScale.None, Grid = LambdaGrid.Of(4) });
        // ½(5 − 2w)² + 4|w|: 2(5 − 2w) = 4.
        Assert.Equal(1.5, through.Points[0].W[0], 1e-12);
    }

    [Fact]
    public void Ties_and_copies_are_solved()
    {
        // Two columns at the same correlation, one of them twice, one negated.
        var x = Matrix.Build.DenseOfArray(new double[,] { { 1, 0, 1, -1 }, { 0, 1, 0, 0 }, { 1, 1, 1, -1 }, { 0, 0, 0, 0 } });
        var y = Vector.Build.Dense([1.0, 1, 2, 0.5]);
        var path = LassoPath.Fit(x, y, new LassoOptions { Intercept = false, Scale = ColumnScale.None, Grid = LambdaGrid.Log(20, 1e-4) });
        var plain = new PlainProblem(x, y, new LassoOptions { Intercept = false, Scale = ColumnScale.None });
        Assert.All(path.Points, point => Assert.True(point.Converged));
        Assert.All(path.Points, point => Assert.Equal(plain.Minimum(point.Lambda, 0), point.Objective, 1e-8));
    }

    [Fact]
    public void Copies_among_unpenalized_columns_do_not_lead_astray()
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            var random = new SeededRandom(seed);
            var x = SyntheticData.CorrelatedDesign(15, 6, 0, random);
            x = x.InsertColumn(6, -x.Column(0));
            double[] penalties = [0, 1, 1.2, random.NextUniform() < 0.5 ? 0 : 1.5, 0.7, 1, 0];
            var path = ElasticNetPath.Fit(x, random.NextNormals(15), new ElasticNetOptions { PenaltyWeights = penalties, Grid = LambdaGrid.Log(12, 1e-3) });
            Assert.All(path.Points, point => Assert.True(point.Converged));
        }
    }

    [Fact]
    public void More_columns_than_rows_down_to_lambda_zero()
    {
        var problem = SyntheticData.SparseLinear(15, 40, 3, 0.5, 8);
        var path = LassoPath.Fit(problem.Data.X, problem.Data.Y, new LassoOptions { Grid = LambdaGrid.Of(1, 0.1, 1e-3, 0) });
        Assert.All(path.Points, point => Assert.True(point.Converged, $"{point.Lambda}: {point.DualityGap}"));
        Assert.Equal(0, path.Points[^1].Deviance, 1e-8);
    }

    [Fact]
    public void A_hundred_thousand_columns_fit_into_memory()
    {
        var random = new SeededRandom(4);
        var x = Matrix.Build.Dense(40, 100_000, (_, _) => random.NextUniform() - 0.5);
        var y = 3 * x.Column(17) - 2 * x.Column(99_999) + 0.01 * random.NextNormals(40);
        var path = LassoPath.Fit(x, y, new LassoOptions { Grid = LambdaGrid.Log(10, 0.2) });
        Assert.All(path.Points, point => Assert.True(point.Converged));
        Assert.Superset(new HashSet<int>([17, 99_999]), new HashSet<int>(path.Points[^1].Support));
    }

    [Fact]
    public void Very_large_and_very_small_numbers_give_the_scaled_answer_or_a_clear_error()
    {
        var (x, y) = (Good.Data.X, Good.Data.Y);
        var path = LassoPath.Fit(x, y, new LassoOptions());
        foreach (var scale in new[] { 1e100, 1e-100 })
        {
            var scaled = LassoPath.Fit(scale * x, scale * y, new LassoOptions());
            Assert.All(path.Points.Zip(scaled.Points), pair => Assert.Equal(0, (pair.First.W - pair.Second.W).InfinityNorm(), 1e-9));
        }

        Says("largest absolute value of y is", () => LassoPath.Fit(x, 1e300 * y, new LassoOptions()));
        Says("column 0 of x (x1)", () => LassoPath.Fit(1e-300 * x, y, new LassoOptions()));
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        var (x, y) = (Good.Data.X.Clone(), Good.Data.Y.Clone());
        Says("y has 29 entries; expected 30", () => LassoPath.Fit(x, y.SubVector(0, 29), new LassoOptions()));
        Says("PenaltyWeights has 2 entries; expected 6", () => LassoPath.Fit(x, y, new LassoOptions { PenaltyWeights = [1, 2] }));
        Says("PenaltyWeights[1] is -1", () => LassoPath.Fit(x, y, new LassoOptions { PenaltyWeights = [1, -1, 1, 1, 1, 1] }));
        Says("PenaltyWeights[0] is 0; expected a number > 0", () => LassoPath.Fit(x, y, new LassoOptions { Positive = true, PenaltyWeights = [0, 1, 1, 1, 1, 1] }));
        Says("SampleWeights has 1 entries; expected 30", () => LassoPath.Fit(x, y, new LassoOptions { SampleWeights = [1] }));
        Says("SampleWeights[2] is -1", () => LassoPath.Fit(x, y, new LassoOptions { SampleWeights = [.. Enumerable.Range(0, 30).Select(i => i == 2 ? -1.0 : 1)] }));
        Says("sum of SampleWeights is 0", () => LassoPath.Fit(x, y, new LassoOptions { SampleWeights = new double[30] }));
        Says("Names has 1 entries; expected 6", () => LassoPath.Fit(x, y, new LassoOptions { Names = ["a"] }));
        Says("lambda is -1", () => LassoPath.Fit(x, y, new LassoOptions { Grid = LambdaGrid.Of(-1) }));
        Says("lambda is NaN", () => LassoPath.Fit(x, y, new LassoOptions { Grid = LambdaGrid.Of(double.NaN) }));
        Says("Tolerance is 0", () => LassoPath.Fit(x, y, new LassoOptions { Tolerance = 0 }));
        Says("Threads is 0", () => LassoPath.Fit(x, y, new LassoOptions { Threads = 0 }));
        Says("L1Ratio is 0", () => ElasticNetPath.Fit(x, y, new ElasticNetOptions { L1Ratio = 0 }));
        Says("L1Ratio is 1.5", () => ElasticNetPath.Fit(x, y, new ElasticNetOptions { L1Ratio = 1.5 }));
        Says("nearest", () => LassoPath.Fit(x, y, new LassoOptions()).At(0.123));
        Says("LambdaGrid.Knots", () => LassoPath.Fit(x, y, new LassoOptions()).Knots);
        Says("does not exist for the elastic net", () => ElasticNetPath.Fit(x, y, new ElasticNetOptions { Grid = LambdaGrid.In(LambdaConvention.Glmnet, 1) }));
        x[3, 4] = double.NaN;
        Says("x[3, 4] is NaN", () => LassoPath.Fit(x, y, new LassoOptions()));
        y[7] = double.PositiveInfinity;
        Says("y[7] is Infinity", () => LassoPath.Fit(Good.Data.X, y, new LassoOptions()));
    }

    [Fact]
    public void Arrays_and_data_sets_give_what_matrices_give()
    {
        var (x, y) = (Good.Data.X.ToArray(), Good.Data.Y.ToArray());
        Assert.Equal(LassoPath.Fit(Good.Data, new LassoOptions()).Points[^1].Weights, LassoPath.Fit(x, y, new LassoOptions()).Points[^1].Weights);
        Assert.Equal(ElasticNetPath.Fit(Good.Data, new ElasticNetOptions()).Points[^1].Weights, ElasticNetPath.Fit(x, y, new ElasticNetOptions()).Points[^1].Weights);
        Assert.Equal(RidgePath.Fit(Good.Data, new RidgeOptions()).Points[^1].Weights, RidgePath.Fit(x, y, new RidgeOptions()).Points[^1].Weights);
        double[] classes = [.. y.Select(value => value > 0 ? 1.0 : 0)];
        var logistic = LogisticPath.Fit(x, classes, new LogisticOptions());
        Assert.Equal(LogisticPath.Fit(Good.Data.X, Vector.Build.Dense(classes), new LogisticOptions()).Points[^1].Weights, logistic.Points[^1].Weights);
        Says("x is 0×0; expected at least one row", () => LassoPath.Fit(new double[0, 0], [], new LassoOptions()));
        Says("y has no entries", () => RidgePath.Fit(new double[1, 1], [], new RidgeOptions()));
    }

    [Fact]
    public void Cancellation_is_heard()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => LassoPath.Fit(Good.Data.X, Good.Data.Y, new LassoOptions { Cancellation = source.Token }));
        Assert.Throws<OperationCanceledException>(() => ElasticNetPath.Fit(Good.Data.X, Good.Data.Y, new ElasticNetOptions { Cancellation = source.Token }));
    }

    [Fact]
    public void Others_scalings_of_lambda_are_converted()
    {
        var (x, y) = (Good.Data.X, Good.Data.Y);
        var path = LassoPath.Fit(x, y, new LassoOptions { Grid = LambdaGrid.In(LambdaConvention.Glmnet, 0.2, 0.1) });
        Assert.Equal(0.2 * Math.Sqrt(30), path.Lambdas[0], 1e-12);
        Assert.Equal([0.2, 0.1], path.LambdasIn(LambdaConvention.Glmnet).Select(l => Math.Round(l, 12)));
        // With columns at unit deviation the same number means the same solution.
        var deviation = LassoPath.Fit(x, y, new LassoOptions { Scale = ColumnScale.UnitDeviation, Grid = LambdaGrid.In(LambdaConvention.Glmnet, 0.2, 0.1) });
        Assert.Equal(0, (path.Points[1].W - deviation.Points[1].W).InfinityNorm(), 1e-8);
        Assert.Equal(path.Weights(1), path.Weights("x2"));
    }

    private static void Says(string part, Func<object> call) => Assert.Contains(part, Assert.ThrowsAny<Exception>(call).Message, StringComparison.Ordinal);
}
