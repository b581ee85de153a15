namespace Regularization;

/// <summary>The estimated prediction error of the best subset of one size.</summary>
/// <param name="Size">k.</param>
/// <param name="Error">The mean over the folds of the held-out mean squared error.</param>
/// <param name="StandardError">The standard deviation of the folds' errors divided by √K.</param>
public sealed record SubsetValidationPoint(int Size, double Error, double StandardError);

/// <summary>Cross-validation over the size of the best subset: in every fold the search begins afresh.</summary>
/// <remarks>Source: Hastie, Tibshirani and Friedman (2009), §7.10.2, for why the choice of columns belongs inside the fold.</remarks>
public sealed class SubsetValidation
{
    private SubsetValidation(SubsetPath path, IReadOnlyList<SubsetValidationPoint> points)
    {
        (Path, Points) = (path, points);
        Best = points.OrderBy(point => point.Size).MinBy(point => point.Error)!;
        OneStandardError = points.Where(point => point.Error <= Best.Error + Best.StandardError).MinBy(point => point.Size)!;
    }

    /// <summary>The best subsets of all rows.</summary>
    public SubsetPath Path { get; }

    /// <summary>One point a size.</summary>
    public IReadOnlyList<SubsetValidationPoint> Points { get; }

    /// <summary>The size with the smallest error; at a tie the smaller.</summary>
    public SubsetValidationPoint Best { get; }

    /// <summary>The smallest size whose error is within one standard error of the best.</summary>
    public SubsetValidationPoint OneStandardError { get; }

    /// <summary>Cross-validates every size asked for.</summary>
    /// <param name="x">X, n×p.</param>
    /// <param name="y">y.</param>
    /// <param name="options">The options of the search; λ of its ridge is scaled to the rows of a fold.</param>
    /// <param name="how">How to split.</param>
    public static SubsetValidation Run(Matrix x, Vector y, SubsetOptions options, CrossValidationOptions? how = null)
    {
        how ??= new CrossValidationOptions();
        var path = BestSubset.Fit(x, y, Argument.NotNull(options));
        var folds = PathValidation.Folds(y, how, stratified: false);
        var (errors, done) = (new double[folds.Count][], 0);
        Blocks.Run(folds.Count, 1, options.Threads ?? Environment.ProcessorCount, options.Cancellation, (k, _) =>
        {
            var fold = folds[k];
            double[]? weights = options.SampleWeights is { } v ? [.. fold.Train.Select(i => v[i])] : null;
            var share = weights is null ? (double)fold.Train.Count / x.RowCount : weights.Sum() / options.SampleWeights!.Sum();
            var own = options with { SampleWeights = weights, Threads = 1, WarmStarts = null, Progress = null, Lambda = options.Lambda * (options.Scale == ColumnScale.UnitNorm ? 1 : share) };
            var found = BestSubset.Fit(PathValidation.Rows(x, fold.Train), PathValidation.Entries(y, fold.Train), own);
            var (testX, testY) = (PathValidation.Rows(x, fold.Test), PathValidation.Entries(y, fold.Test));
            errors[k] = [.. found.Points.Select(point => point.Model.MeanSquaredError(testX, testY))];
            how.Progress?.Report(Interlocked.Increment(ref done));
        });

        SubsetValidationPoint Point(SubsetPoint point, int i)
        {
            var summary = CrossValidation.Point(0, [.. errors.Select(fold => fold[i])]);
            return new SubsetValidationPoint(point.Size, summary.Error, summary.StandardError);
        }

        return new SubsetValidation(path, [.. path.Points.Select(Point)]);
    }
}
