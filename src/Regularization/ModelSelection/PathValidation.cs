namespace Regularization;

/// <summary>Cross-validation of paths: the same strength in every fold, folds in parallel, each judged on the rows it did not see.</summary>
/// <remarks>
/// A sum over m of n rows weighs less against a penalty that stays. With columns at unit norm in each fold the L1 part is as strong as before at
/// <c>λ√(m/n)</c> and the L2 part at λ; with columns at unit deviation, or as they are, both at <c>λm/n</c> (docs/notation.md). For rows with weights
/// m and n are sums of weights.
/// </remarks>
internal static class PathValidation
{
    /// <summary>The held-out error of every fold (first index) at every λ (second).</summary>
    /// <param name="x">X, n×p.</param>
    /// <param name="y">y.</param>
    /// <param name="lambdas">The strengths for all rows.</param>
    /// <param name="options">The options of the fit.</param>
    /// <param name="how">How to split.</param>
    /// <param name="isLogistic">Whether y are classes.</param>
    /// <param name="fit">Fits training rows; takes X, y, the options for these rows, and the share m/n.</param>
    public static double[][] Errors<TOptions>(
        Matrix x, Vector y, IReadOnlyList<double> lambdas, TOptions options, CrossValidationOptions how, bool isLogistic, Func<Matrix, Vector, TOptions, double, RegularizationPath> fit)
        where TOptions : FitOptions
    {
        var folds = Folds(y, how, isLogistic);
        var measure = how.Measure ?? (isLogistic ? ErrorMeasure.Deviance : ErrorMeasure.SquaredError);
        if (!isLogistic && measure != ErrorMeasure.SquaredError)
            throw new ArgumentException($"{nameof(how.Measure)} is {measure}; expected {ErrorMeasure.SquaredError} for a response that is not a class.", nameof(how));
        var (errors, done) = (new double[folds.Count][], 0);
        Blocks.Run(folds.Count, 1, options.Threads ?? Environment.ProcessorCount, options.Cancellation, (k, _) =>
        {
            var fold = folds[k];
            var (trainX, trainY) = (Rows(x, fold.Train), Entries(y, fold.Train));
            double[]? weights = options.SampleWeights is { } v ? [.. fold.Train.Select(i => v[i])] : null;
            var share = weights is null ? (double)fold.Train.Count / x.RowCount : weights.Sum() / options.SampleWeights!.Sum();
            var path = fit(trainX, trainY, options with { SampleWeights = weights, Threads = 1 }, share);
            errors[k] = Judge(path, lambdas.Count, Rows(x, fold.Test), Entries(y, fold.Test), fold.Test, options.SampleWeights, measure, isLogistic);
            how.Progress?.Report(Interlocked.Increment(ref done));
        });
        return errors;
    }

    /// <summary>The folds asked for.</summary>
    public static IReadOnlyList<Fold> Folds(Vector y, CrossValidationOptions how, bool stratified)
    {
        if (how.FoldOf is not { } foldOf)
            return stratified ? KFold.Stratified(y, how.Folds, how.Seed) : KFold.Split(y.Count, how.Folds, how.Seed);
        if (foldOf.Count != y.Count)
            throw new ArgumentException($"{nameof(how.FoldOf)} has {foldOf.Count} entries; expected {y.Count}, one a row.", nameof(how));
        var folds = foldOf.Max() + 1;
        for (var k = 0; k < folds; k++)
        {
            if (foldOf.Any(fold => fold < 0) || !foldOf.Contains(k))
                throw new ArgumentException($"{nameof(how.FoldOf)} has no row in fold {k}, or a negative number; expected 0 … K − 1, each at least once.", nameof(how));
        }

        Argument.AtLeast(folds, 2, nameof(how.FoldOf));
        return KFold.Of(foldOf, folds);
    }

    /// <summary>Some rows of a matrix.</summary>
    public static Matrix Rows(Matrix x, IReadOnlyList<int> rows)
    {
        var from = x.AsColumnMajorArray() ?? x.ToColumnMajorArray();
        var to = new double[rows.Count * x.ColumnCount];
        for (var j = 0; j < x.ColumnCount; j++)
        {
            var source = from.AsSpan(j * x.RowCount, x.RowCount);
            var target = to.AsSpan(j * rows.Count, rows.Count);
            for (var i = 0; i < target.Length; i++)
                target[i] = source[rows[i]];
        }

        return Matrix.Build.Dense(rows.Count, x.ColumnCount, to);
    }

    /// <summary>Some entries of a vector.</summary>
    public static Vector Entries(Vector y, IReadOnlyList<int> rows) => Vector.Build.Dense(rows.Count, i => y[rows[i]]);

    // A path that ended early, because its fit was perfect, is judged by its last point from there on.
    private static double[] Judge(
        RegularizationPath path, int count, Matrix x, Vector y, IReadOnlyList<int> rows, IReadOnlyList<double>? weights, ErrorMeasure measure, bool isLogistic)
    {
        var (errors, score, columns) = (new double[count], new double[y.Count], x.AsColumnMajorArray());
        for (var k = 0; k < count; k++)
        {
            var point = path.Points[Math.Min(k, path.Points.Count - 1)];
            Array.Fill(score, point.Intercept);
            for (var i = 0; i < point.Support.Count; i++)
                Kernels.Axpy(point.Weights[i], columns.AsSpan(point.Support[i] * y.Count, y.Count), score);
            double sum = 0, total = 0;
            for (var i = 0; i < score.Length; i++)
            {
                var v = weights?[rows[i]] ?? 1;
                sum += v * Loss(score[i], y[i], measure, isLogistic);
                total += v;
            }

            errors[k] = total > 0 ? sum / total : 0;
        }

        return errors;
    }

    private static double Loss(double score, double y, ErrorMeasure measure, bool isLogistic) => measure switch
    {
        ErrorMeasure.Deviance => 2 * Logistic.LogOnePlusExp(y == 1 ? -score : score),
        ErrorMeasure.Misclassification => (score >= 0 ? 1 : 0) == y ? 0 : 1,
        _ => (isLogistic ? y - Logistic.Sigmoid(score) : y - score) is var miss ? miss * miss : 0,
    };
}
