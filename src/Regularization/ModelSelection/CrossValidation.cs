namespace Regularization;

/// <summary>The estimated prediction error at one λ.</summary>
/// <param name="Lambda">The strength.</param>
/// <param name="Error">The mean over the folds of the held-out mean squared error.</param>
/// <param name="StandardError">The standard deviation of the folds' errors divided by √K.</param>
public sealed record CrossValidationPoint(double Lambda, double Error, double StandardError);

/// <summary><c>CV(λ) = (1/K) Σ_k MSE_k(λ)</c>: learn without fold k, predict fold k, average.</summary>
/// <remarks>
/// Everything learned from data, standardization too, happens inside the fold. The standard error treats the folds as
/// independent, which they are not quite. Source: Hastie, Tibshirani and Friedman (2009), §7.10.
/// </remarks>
public sealed partial class CrossValidation
{
    private CrossValidation(IReadOnlyList<CrossValidationPoint> points)
    {
        Points = points;
        Best = points.OrderByDescending(point => point.Lambda).MinBy(point => point.Error)!;
        OneStandardError = points.Where(point => point.Error <= Best.Error + Best.StandardError).MaxBy(point => point.Lambda)!;
    }

    /// <summary>The path of all rows that was cross-validated, where there is one.</summary>
    public RegularizationPath? Path { get; private init; }

    /// <summary>One point for every λ asked for, in that order.</summary>
    public IReadOnlyList<CrossValidationPoint> Points { get; }

    /// <summary>The point with the smallest error; at a tie the one with the largest λ.</summary>
    public CrossValidationPoint Best { get; }

    /// <summary>The largest λ whose error is within one standard error of the best: the simplest model that may be as good.</summary>
    public CrossValidationPoint OneStandardError { get; }

    /// <summary>λ.min.</summary>
    public double LambdaMin => Best.Lambda;

    /// <summary>λ.1se.</summary>
    public double LambdaOneStandardError => OneStandardError.Lambda;

    /// <summary>Cross-validates any learner: <paramref name="fit"/> gets training data and returns the model for every λ.</summary>
    public static CrossValidation Run(
        Matrix x, Vector y, IEnumerable<double> lambdas, Func<Matrix, Vector, Func<double, LinearModel>> fit, int folds = 10, ulong seed = 1)
    {
        Argument.Length(Argument.Finite(y), Argument.Finite(x).RowCount, nameof(y));
        double[] grid = [.. lambdas.Select(lambda => Argument.Nonnegative(lambda))];
        Argument.AtLeast(grid.Length, 1, nameof(lambdas));
        double[][] errors = [.. KFold.Split(x.RowCount, folds, seed).Select(fold => FoldErrors(x, y, grid, fit, fold))];
        return new CrossValidation([.. grid.Select((lambda, i) => Point(lambda, [.. errors.Select(fold => fold[i])]))]);
    }

    /// <summary>The lasso, standardized inside every fold (centered, unit-ℓ₂ columns); λ is for all n rows.</summary>
    /// <remarks>A sum of squares over m of n rows weighs less against the penalty; in unit-norm columns λ√(m/n) is the same strength.</remarks>
    public static CrossValidation Lasso(Matrix x, Vector y, IEnumerable<double> lambdas, int folds = 10, ulong seed = 1) =>
        Run(x, y, lambdas, (trainX, trainY) =>
        {
            var data = Standardization.Fit(trainX, trainY);
            var path = LassoPath.Fit(data.X, data.Y);
            var share = Math.Sqrt((double)trainX.RowCount / x.RowCount);
            return lambda => data.ToOriginal(path.At(lambda * share));
        }, folds, seed);

    /// <summary>Ridge, standardized inside every fold (centered, unit-ℓ₂ columns), where λ means the same for any number of rows.</summary>
    public static CrossValidation Ridge(Matrix x, Vector y, IEnumerable<double> lambdas, int folds = 10, ulong seed = 1) =>
        Run(x, y, lambdas, (trainX, trainY) =>
        {
            var data = Standardization.Fit(trainX, trainY);
            var path = RidgePath.Fit(data.X, data.Y);
            return lambda => data.ToOriginal(path.At(lambda));
        }, folds, seed);

    /// <summary><paramref name="count"/> strengths from <paramref name="high"/> down to <paramref name="low"/>, evenly spaced in log λ.</summary>
    public static IReadOnlyList<double> LogGrid(double high, double low, int count)
    {
        Argument.Positive(low);
        Argument.Between(low, 0, high);
        Argument.AtLeast(count, 2);
        return [.. Enumerable.Range(0, count).Select(i => i == count - 1 ? low : high * Math.Pow(low / high, i / (count - 1.0)))];
    }

    private static double[] FoldErrors(Matrix x, Vector y, double[] grid, Func<Matrix, Vector, Func<double, LinearModel>> fit, Fold fold)
    {
        var modelAt = fit(PathValidation.Rows(x, fold.Train), PathValidation.Entries(y, fold.Train));
        var (testX, testY) = (PathValidation.Rows(x, fold.Test), PathValidation.Entries(y, fold.Test));
        return [.. grid.Select(lambda => modelAt(lambda).MeanSquaredError(testX, testY))];
    }

    internal static CrossValidationPoint Point(double lambda, double[] errors)
    {
        var mean = errors.Average();
        var variance = errors.Sum(e => (e - mean) * (e - mean)) / (errors.Length - 1);
        return new CrossValidationPoint(lambda, mean, Math.Sqrt(variance / errors.Length));
    }
}
