namespace Regularization.Tests;

public class CrossValidationTests
{
    private static readonly Dataset Data = SyntheticData.SparseLinear(60, 12, 3, noise: 1, seed: 4).Data;

    // The least λ that is scored must be told from its neighbors by the made-up error, not by data.
    [Fact]
    public void Mean_and_standard_error_are_those_of_the_folds()
    {
        // Predicting the constant λ for y = 0, …, 5 in folds of one: the errors are (i − λ)².
        var y = Vector.Build.Dense(6, i => i);
        var result = CrossValidation.Run(Matrix.Build.Dense(6, 1), y, [0, 2], (_, _) => lambda => new LinearModel(lambda, Vector.Build.Dense(1)), folds: 6);
        // λ = 0: errors 0, 1, 4, 9, 16, 25, mean 55/6, sum of squared deviations 979 − 55²/6 = 474.83, variance 94.967.
        Assert.Equal(55.0 / 6, result.Points[0].Error, 1e-12);
        Assert.Equal(Math.Sqrt((979 - 55.0 * 55 / 6) / 5 / 6), result.Points[0].StandardError, 1e-12);
        Assert.Equal(19.0 / 6, result.Points[1].Error, 1e-12);
        Assert.Equal(2, result.LambdaMin);
    }

    [Fact]
    public void A_fold_learns_from_the_other_rows_only()
    {
        var y = Vector.Build.Dense(10, i => i * i);
        var seen = new List<int>();
        CrossValidation.Run(Matrix.Build.Dense(10, 1, (i, _) => i), y, [0], (trainX, trainY) =>
        {
            seen.Add(trainX.RowCount);
            Assert.All(trainX.Column(0).Zip(trainY), pair => Assert.Equal(pair.First * pair.First, pair.Second));
            return _ => new LinearModel(0, Vector.Build.Dense(1));
        }, folds: 5);
        Assert.Equal([8, 8, 8, 8, 8], seen);
    }

    [Fact]
    public void A_learner_that_memorizes_is_not_rewarded()
    {
        // Remembers the training mean: its held-out error is above the variance that it sees in training.
        var y = new SeededRandom(5).NextNormals(40);
        var result = CrossValidation.Run(Matrix.Build.Dense(40, 1), y, [0], (_, trainY) => _ => new LinearModel(trainY.Average(), Vector.Build.Dense(1)), folds: 40);
        var variance = (y - y.Average()) * (y - y.Average()) / 40;
        // Leave-one-out of the mean has the closed form variance·(n/(n−1))².
        Assert.Equal(variance * 40 * 40 / 39 / 39, result.Points[0].Error, 1e-12);
    }

    [Fact]
    public void The_one_standard_error_rule_takes_the_largest_lambda_within_reach()
    {
        var result = CrossValidation.Lasso(Data.X, Data.Y, CrossValidation.LogGrid(20, 0.02, 40));
        var limit = result.Best.Error + result.Best.StandardError;
        Assert.Equal(result.Points.Min(point => point.Error), result.Best.Error);
        Assert.True(result.LambdaOneStandardError > result.LambdaMin);
        Assert.All(result.Points, point => Assert.Equal(point.Lambda > result.LambdaOneStandardError, point.Lambda > result.LambdaMin && point.Error > limit));
    }

    [Fact]
    public void A_tie_goes_to_the_larger_lambda()
    {
        var result = CrossValidation.Run(Data.X, Data.Y, [1, 3, 2], (_, _) => _ => new LinearModel(0, Vector.Build.Dense(12)));
        Assert.Equal(3, result.LambdaMin);
    }

    [Fact]
    public void Lasso_agrees_with_the_steps_written_out()
    {
        const double lambda = 2;
        var errors = KFold.Split(60, 5, 9).Select(fold =>
        {
            var (trainX, trainY) = (Rows(Data.X, fold.Train), Entries(Data.Y, fold.Train));
            var columns = trainX.EnumerateColumns().Select(column => (column - column.Average()) / (column - column.Average()).L2Norm());
            // √(48/60): in unit-norm columns the fit of 48 rows weighs that much less.
            var w = PathProblems.CoordinateDescent(Matrix.Build.DenseOfColumnVectors(columns), trainY - trainY.Average(), lambda * Math.Sqrt(48.0 / 60));
            return fold.Test.Average(i =>
            {
                var prediction = trainY.Average() + Enumerable.Range(0, 12).Sum(j =>
                    (Data.X[i, j] - trainX.Column(j).Average()) / (trainX.Column(j) - trainX.Column(j).Average()).L2Norm() * w[j]);
                return Math.Pow(Data.Y[i] - prediction, 2);
            });
        });
        Assert.Equal(errors.Average(), CrossValidation.Lasso(Data.X, Data.Y, [lambda], folds: 5, seed: 9).Points[0].Error, 1e-9);
    }

    [Fact]
    public void Ridge_agrees_with_the_normal_equations_written_out()
    {
        const double lambda = 0.3;
        var errors = KFold.Split(60, 5, 9).Select(fold =>
        {
            var train = Standardization.Fit(Rows(Data.X, fold.Train), Entries(Data.Y, fold.Train));
            var w = (train.X.TransposeThisAndMultiply(train.X) + lambda * Matrix.Build.DenseIdentity(12)).Solve(train.X.TransposeThisAndMultiply(train.Y));
            var residual = Entries(Data.Y, fold.Test) - train.Apply(Rows(Data.X, fold.Test)) * w - train.TargetMean;
            return residual * residual / fold.Test.Count;
        });
        Assert.Equal(errors.Average(), CrossValidation.Ridge(Data.X, Data.Y, [lambda], folds: 5, seed: 9).Points[0].Error, 1e-9);
    }

    [Fact]
    public void A_log_grid_has_constant_ratios_and_exact_ends()
    {
        var grid = CrossValidation.LogGrid(100, 0.1, 7);
        Assert.Equal((100, 0.1), (grid[0], grid[^1]));
        Assert.All(grid.Zip(grid.Skip(1)), pair => Assert.Equal(Math.Sqrt(10), pair.First / pair.Second, 1e-12));
    }

    private static Matrix Rows(Matrix x, IReadOnlyList<int> rows) => Matrix.Build.DenseOfRowVectors(rows.Select(x.Row));

    private static Vector Entries(Vector y, IReadOnlyList<int> rows) => Vector.Build.DenseOfEnumerable(rows.Select(i => y[i]));
}
