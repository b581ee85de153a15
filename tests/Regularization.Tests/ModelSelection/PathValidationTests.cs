namespace Regularization.Tests;

/// <summary>Cross-validation of the fast paths against doing it by hand.</summary>
public class PathValidationTests
{
    private static readonly SyntheticProblem Linear = SyntheticData.SparseLinear(60, 8, 3, noise: 1, seed: 4);

    private static readonly SyntheticProblem Classes = SyntheticData.SparseLogistic(90, 6, 2, seed: 4);

    [Fact]
    public void It_is_the_cross_validation_of_the_slow_paths()
    {
        var (x, y) = (Linear.Data.X, Linear.Data.Y);
        double[] lambdas = [8, 2, 0.5];
        var lasso = CrossValidation.Lasso(x, y, new LassoOptions { Grid = LambdaGrid.Of(lambdas) });
        var slow = CrossValidation.Lasso(x, y, lambdas);
        Assert.All(lasso.Points.Zip(slow.Points), pair => Assert.Equal(pair.Second.Error, pair.First.Error, 1e-6));
        Assert.All(lasso.Points.Zip(slow.Points), pair => Assert.Equal(pair.Second.StandardError, pair.First.StandardError, 1e-6));
        var ridge = CrossValidation.Ridge(x, y, new RidgeOptions { Grid = LambdaGrid.Of(lambdas) });
        Assert.All(ridge.Points.Zip(CrossValidation.Ridge(x, y, lambdas).Points), pair => Assert.Equal(pair.Second.Error, pair.First.Error, 1e-8));
    }

    [Fact]
    public void The_scale_of_the_columns_changes_lambda_and_not_the_errors()
    {
        var (x, y) = (Linear.Data.X, Linear.Data.Y);
        var root = Math.Sqrt(60);
        var norm = CrossValidation.Lasso(x, y, new LassoOptions { Grid = LambdaGrid.Of(8, 2) });
        var deviation = CrossValidation.Lasso(x, y, new LassoOptions { Scale = ColumnScale.UnitDeviation, Grid = LambdaGrid.Of(8 * root, 2 * root) });
        Assert.All(norm.Points.Zip(deviation.Points), pair => Assert.Equal(pair.First.Error, pair.Second.Error, 1e-6));
        var ridge = CrossValidation.Ridge(x, y, new RidgeOptions { Grid = LambdaGrid.Of(8, 2) });
        var ridgeDeviation = CrossValidation.Ridge(x, y, new RidgeOptions { Scale = ColumnScale.UnitDeviation, Grid = LambdaGrid.Of(8 * 60, 2 * 60) });
        Assert.All(ridge.Points.Zip(ridgeDeviation.Points), pair => Assert.Equal(pair.First.Error, pair.Second.Error, 1e-8));
        // The elastic net at unit deviation: the two parts of the penalty grow alike, and so do they here when ρ is the same.
        var net = CrossValidation.ElasticNet(x, y, new ElasticNetOptions { Scale = ColumnScale.UnitDeviation, Grid = LambdaGrid.Of(40) });
        var byHand = KFold.Split(60, 10, 1).Average(fold =>
        {
            var path = ElasticNetPath.Fit(PathValidation.Rows(x, fold.Train), PathValidation.Entries(y, fold.Train), new ElasticNetOptions { Scale = ColumnScale.UnitDeviation, Grid = LambdaGrid.Of(40 * 0.9) });
            return path.Points[0].Model.MeanSquaredError(PathValidation.Rows(x, fold.Test), PathValidation.Entries(y, fold.Test));
        });
        Assert.Equal(byHand, net.Points[0].Error, 1e-9);
    }

    [Fact]
    public void Logistic_folds_are_stratified_and_judged_by_what_is_asked_for()
    {
        var (x, y) = (Classes.Data.X, Classes.Data.Y);
        var options = new LogisticOptions { Grid = LambdaGrid.Of(6, 2) };
        var folds = KFold.Stratified(y, 5, 3);
        Assert.All(folds, fold => Assert.InRange(fold.Test.Sum(i => y[i]), Math.Floor(y.Sum() / 5), Math.Ceiling(y.Sum() / 5)));
        foreach (var measure in Enum.GetValues<ErrorMeasure>())
        {
            var result = CrossValidation.Logistic(x, y, options, new CrossValidationOptions { Folds = 5, Seed = 3, Measure = measure });
            var byHand = folds.Average(fold =>
            {
                var share = fold.Train.Count / 90.0;
                var path = LogisticPath.Fit(PathValidation.Rows(x, fold.Train), PathValidation.Entries(y, fold.Train), options with { Grid = LambdaGrid.Of(2 * Math.Sqrt(share)) });
                var p = path.Probabilities(PathValidation.Rows(x, fold.Test), path.Lambdas[0]);
                return PathValidation.Entries(y, fold.Test).Zip(p, (c, q) => measure switch
                {
                    ErrorMeasure.Deviance => -2 * Math.Log(c == 1 ? q : 1 - q),
                    ErrorMeasure.Misclassification => (q >= 0.5 ? 1 : 0) == c ? 0 : 1.0,
                    _ => (c - q) * (c - q),
                }).Average();
            });
            Assert.Equal(byHand, result.Points[1].Error, 1e-6);
        }
    }

    [Fact]
    public void Given_folds_are_used_and_wrong_ones_refused()
    {
        var (x, y) = (Linear.Data.X, Linear.Data.Y);
        int[] thirds = [.. Enumerable.Range(0, 60).Select(i => i % 3)];
        var result = CrossValidation.Ridge(x, y, new RidgeOptions { Grid = LambdaGrid.Of(1) }, new CrossValidationOptions { FoldOf = thirds });
        Assert.Equal(result.Points[0].Error, CrossValidation.Ridge(x, y, new RidgeOptions { Grid = LambdaGrid.Of(1) }, new CrossValidationOptions { FoldOf = thirds, Seed = 9 }).Points[0].Error);
        Says("FoldOf has 2 entries", new CrossValidationOptions { FoldOf = [0, 1] });
        Says("no row in fold 1", new CrossValidationOptions { FoldOf = [.. Enumerable.Range(0, 60).Select(i => i % 2 * 2)] });
        Says("expected SquaredError", new CrossValidationOptions { Measure = ErrorMeasure.Deviance });
        Says("folds is 1", new CrossValidationOptions { Folds = 1 });

        void Says(string part, CrossValidationOptions how) =>
            Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(() => CrossValidation.Ridge(x, y, new RidgeOptions(), how)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_change_nothing_progress_counts_and_cancellation_stops()
    {
        var (x, y) = (Linear.Data.X, Linear.Data.Y);
        var one = CrossValidation.Lasso(x, y, new LassoOptions { Threads = 1 });
        var seen = new Count();
        var many = CrossValidation.Lasso(x, y, new LassoOptions { Threads = 4 }, new CrossValidationOptions { Progress = seen });
        Assert.Equal(one.Points, many.Points);
        Assert.Equal(10, seen.Largest);
        Assert.Same(one.Path!.Points[3], one.Path.PointAt(one.Points[3].Lambda));

        // The first fold that is done stops the others.
        using var source = new CancellationTokenSource();
        var stop = new Count(source.Cancel);
        Assert.Throws<OperationCanceledException>(() => CrossValidation.Lasso(x, y, new LassoOptions { Threads = 1, Cancellation = source.Token }, new CrossValidationOptions { Progress = stop }));
        Assert.Equal(1, stop.Largest);
    }

    [Fact]
    public void The_size_of_the_best_subset_is_found()
    {
        var result = SubsetValidation.Run(Linear.Data.X, Linear.Data.Y, new SubsetOptions { MaxSize = 6 });
        Assert.Equal(3, result.OneStandardError.Size);
        Assert.Equal(Linear.Support, result.Path.Points[3].Support);
        Assert.Equal(Enumerable.Range(0, 7), result.Points.Select(point => point.Size));
        var byHand = KFold.Split(60, 10, 1).Average(fold =>
        {
            var found = BestSubset.Enumerate(Centered(Linear.Data.X, fold.Train), CenteredY(Linear.Data.Y, fold.Train), 2).Sizes[2];
            var means = PathValidation.Rows(Linear.Data.X, fold.Train).ColumnSums() / fold.Train.Count;
            var b = fold.Train.Average(i => Linear.Data.Y[i]) - means * found.W;
            return fold.Test.Average(i => Math.Pow(Linear.Data.Y[i] - b - Linear.Data.X.Row(i) * found.W, 2));
        });
        Assert.Equal(byHand, result.Points[2].Error, 1e-8);
    }

    private static Matrix Centered(Matrix x, IReadOnlyList<int> rows) => Standardization.Fit(PathValidation.Rows(x, rows), Vector.Build.Dense(rows.Count), ColumnScale.None).X;

    private static Vector CenteredY(Vector y, IReadOnlyList<int> rows) => PathValidation.Entries(y, rows) - rows.Average(i => y[i]);

    private sealed class Count(Action? onReport = null) : IProgress<int>
    {
        private int largest;

        public int Largest => largest;

        public void Report(int value)
        {
            int seen;
            while (value > (seen = largest) && Interlocked.CompareExchange(ref largest, value, seen) != seen) { }
            onReport?.Invoke();
        }
    }
}
