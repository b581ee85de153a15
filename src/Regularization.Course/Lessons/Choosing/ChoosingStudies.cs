using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>How a method did over several splits of the data.</summary>
/// <param name="Name">The method.</param>
/// <param name="Errors">The error on the test part of each split.</param>
/// <param name="Sizes">The number of features it used in each split.</param>
public sealed record MethodResult(string Name, ImmutableArray<double> Errors, ImmutableArray<double> Sizes)
{
    /// <summary>The mean error.</summary>
    public double Mean => Errors.Average();

    /// <summary>The mean number of features.</summary>
    public double MeanSize => Sizes.Average();

    /// <summary>The mean difference to another method on the same splits, and its standard deviation over the splits.</summary>
    /// <remarks>The splits share data, so this deviation is a spread and not the error of the mean.</remarks>
    public (double Mean, double Deviation) Against(MethodResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var differences = Errors.Zip(other.Errors, (a, b) => a - b).ToArray();
        var mean = differences.Average();
        return (mean, Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1)));
    }
}

public static partial class Choosing
{
    private const int LargestSubset = 10;

    /// <summary>Cross-validated mean squared error of least squares on the features that correlate most with a response that is pure noise of variance 1.</summary>
    /// <remarks>Once chosen on all rows before the folds are made, which is wrong, and once within each fold. As in Hastie, Tibshirani and Friedman (2009), §7.10.2.</remarks>
    /// <param name="rows">n.</param>
    /// <param name="columns">p.</param>
    /// <param name="kept">How many features are chosen.</param>
    /// <param name="trials">How many data sets; the means are returned.</param>
    /// <param name="seed">The seed.</param>
    public static (double Leaking, double Honest) Leak(int rows, int columns, int kept, int trials, ulong seed)
    {
        double leaking = 0, honest = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            var random = new SeededRandom(seed + (ulong)trial);
            var x = Matrix.Build.Dense(rows, columns, [.. random.NextNormals(rows * columns)]);
            var y = random.NextNormals(rows);
            var before = MostCorrelated(x, y, kept);
            foreach (var fold in KFold.Split(rows, 10, seed))
            {
                var (train, test) = (Rows(x, fold.Train), Rows(x, fold.Test));
                var (seen, unseen) = (Entries(y, fold.Train), Entries(y, fold.Test));
                leaking += SquaredError(train, seen, test, unseen, before) / rows / trials;
                honest += SquaredError(train, seen, test, unseen, MostCorrelated(train, seen, kept)) / rows / trials;
            }
        }

        return (leaking, honest);
    }

    /// <summary>Degrees of freedom of best subset, <c>Σ cov(ŷᵢ, yᵢ)/σ²</c>, for every size, with orthonormal columns and no true weight at all.</summary>
    /// <remarks>There the best k are the k largest |z_j|, z ~ N(0, I), and Σ cov(ŷᵢ, yᵢ) is the mean of the sum of their squares. Source: Tibshirani (2015).</remarks>
    /// <param name="columns">p.</param>
    /// <param name="draws">How many z are drawn.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<double> SubsetFreedom(int columns, int draws, ulong seed)
    {
        var random = new SeededRandom(seed);
        var sums = new double[columns + 1];
        for (var draw = 0; draw < draws; draw++)
        {
            var total = 0.0;
            foreach (var (k, square) in random.NextNormals(columns).Select(z => z * z).OrderDescending().Index())
                sums[k + 1] += (total += square) / draws;
        }

        return sums;
    }

    /// <summary>Test error of six methods on splits of a regression problem, each tuned by ten-fold cross-validation on the training part.</summary>
    /// <remarks>Best subset has at most ten features, and stops after 5,000 nodes with the best it has found.</remarks>
    /// <param name="data">The data.</param>
    /// <param name="splits">How many random splits.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Root mean squared error on a quarter of the rows.</returns>
    public static IReadOnlyList<MethodResult> CompareRegression(Dataset data, int splits, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Compare(data, splits, seed, (x, y, test, truth, fold) =>
        {
            var how = new CrossValidationOptions { Seed = fold };
            (double, double) At(CrossValidation cv, double lambda) => Measure(cv.Path!.PointAt(lambda));
            (double, double) Measure(PathPoint point) => (RootMeanSquare(truth - point.Model.Predict(test)), point.Support.Count);
            var lasso = CrossValidation.Lasso(x, y, new LassoOptions { Threads = 1 }, how);
            var ridge = CrossValidation.Ridge(x, y, new RidgeOptions { Threads = 1 }, how);
            var net = CrossValidation.ElasticNet(x, y, new ElasticNetOptions { Threads = 1 }, how);
            var subset = SubsetValidation.Run(x, y, new SubsetOptions { MaxSize = Math.Min(LargestSubset, Math.Min(x.ColumnCount, x.RowCount / 2)), NodeLimit = 5_000, Threads = 1 }, how);
            var chosen = subset.Path[subset.Best.Size];
            var standardized = Standardization.Fit(x, y);
            var all = standardized.ToOriginal(RidgePath.Fit(standardized.X, standardized.Y).At(0));
            return
            [
                ("least squares", RootMeanSquare(truth - all.Predict(test)), all.W.Count(w => w != 0)), ("best subset", RootMeanSquare(truth - chosen.Model.Predict(test)), chosen.Size),
                Named("lasso", At(lasso, lasso.LambdaMin)), Named("lasso, 1 SE", At(lasso, lasso.LambdaOneStandardError)),
                Named("ridge", At(ridge, ridge.LambdaMin)), Named("elastic net", At(net, net.LambdaMin)),
            ];
        });
    }

    /// <summary>Test error of four methods on splits of a classification problem, each tuned by five-fold cross-validation on the training part.</summary>
    /// <param name="data">The data, y of 0 and 1.</param>
    /// <param name="splits">How many random splits.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Mean log loss on a quarter of the rows.</returns>
    public static IReadOnlyList<MethodResult> CompareClassification(Dataset data, int splits, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Compare(data, splits, seed, (x, y, test, truth, fold) =>
        {
            var how = new CrossValidationOptions { Seed = fold, Folds = 5 };
            // How far down: until the cross-validated error has risen again, for each.
            CrossValidation Fit(double share, double ratio) =>
                CrossValidation.Logistic(x, y, new LogisticOptions { L1Ratio = share, Threads = 1, Tolerance = 1e-6, Grid = LambdaGrid.Log(40, ratio) }, how);
            (double, double) At(CrossValidation cv, double lambda)
            {
                var p = ((LogisticPath)cv.Path!).Probabilities(test, lambda);
                return (-p.Zip(truth, (q, t) => Math.Log(t == 1 ? q : 1 - q)).Average(), cv.Path!.PointAt(lambda).Support.Count);
            }

            CrossValidation lasso = Fit(1, 1e-3), net = Fit(0.5, 1e-5), ridge = Fit(0, 1e-7);
            return [Named("lasso", At(lasso, lasso.LambdaMin)), Named("lasso, 1 SE", At(lasso, lasso.LambdaOneStandardError)), Named("elastic net", At(net, net.LambdaMin)), Named("ridge", At(ridge, ridge.LambdaMin))];
        });
    }

    /// <summary>How often each feature is among the first five, over random halves of the rows: for lasso, elastic net and best subset.</summary>
    /// <remarks>For the lasso and the elastic net the strength is lowered until five weights are not zero; best subset takes the best five. Source: Meinshausen and Bühlmann (2010).</remarks>
    /// <param name="data">The data, at least five features and 20 rows.</param>
    /// <param name="halves">How many halves.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>A row for each method, a column for each feature.</returns>
    public static (ImmutableArray<string> Methods, Matrix Share) Selection(Dataset data, int halves, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        const int Size = 5;
        if (data.Columns < Size || data.Rows < 4 * Size)
            throw new ArgumentException($"data has {data.Rows} rows and {data.Columns} features; expected at least {4 * Size} and {Size}.", nameof(data));
        var counts = Matrix.Build.Dense(3, data.Columns);
        var grid = LambdaGrid.Log(200, 1e-3);
        for (var half = 0; half < halves; half++)
        {
            int[] rows = [.. new SeededRandom(seed + (ulong)half).NextPermutation(data.Rows).Take(data.Rows / 2)];
            var (x, y) = (Rows(data.X, rows), Entries(data.Y, rows));
            IEnumerable<int> First(RegularizationPath path) => (path.Points.FirstOrDefault(p => p.Support.Count >= Size) ?? path.Points[^1]).Support;
            IEnumerable<int>[] chosen =
            [
                First(LassoPath.Fit(x, y, new LassoOptions { Grid = grid, Threads = 1 })), First(ElasticNetPath.Fit(x, y, new ElasticNetOptions { Grid = grid, Threads = 1 })),
                BestSubset.Fit(x, y, new SubsetOptions { Size = Size, NodeLimit = 5_000, Threads = 1 })[Size].Support,
            ];
            for (var method = 0; method < chosen.Length; method++)
            {
                foreach (var j in chosen[method])
                    counts[method, j]++;
            }
        }

        return (["lasso", "elastic net", "best subset"], counts / halves);
    }

    private static IReadOnlyList<MethodResult> Compare(
        Dataset data, int splits, ulong seed, Func<Matrix, Vector, Matrix, Vector, ulong, (string Name, double Error, double Size)[]> methods)
    {
        // Each split has its own seed: the order in which threads take them changes nothing.
        var results = Enumerable.Range(0, splits).AsParallel().AsOrdered().Select(split =>
        {
            var order = new SeededRandom(seed + (ulong)split).NextPermutation(data.Rows);
            int[] test = [.. order.Take(data.Rows / 4)], train = [.. order.Skip(data.Rows / 4)];
            return methods(Rows(data.X, train), Entries(data.Y, train), Rows(data.X, test), Entries(data.Y, test), seed + (ulong)split);
        }).ToArray();
        return [.. results[0].Select((m, i) => new MethodResult(m.Name, [.. results.Select(r => r[i].Error)], [.. results.Select(r => r[i].Size)]))];
    }

    private static (string Name, double Error, double Size) Named(string name, (double Error, double Size) result) => (name, result.Error, result.Size);

    private static int[] MostCorrelated(Matrix x, Vector y, int count)
    {
        var data = Standardization.Fit(x, y);
        return [.. data.X.TransposeThisAndMultiply(data.Y).Select((c, j) => (Size: Math.Abs(c), j)).OrderByDescending(c => c.Size).Take(count).Select(c => c.j)];
    }

    private static double SquaredError(Matrix train, Vector seen, Matrix test, Vector unseen, int[] columns)
    {
        Matrix Part(Matrix x) => Matrix.Build.DenseOfColumnVectors(columns.Select(x.Column));
        var data = Standardization.Fit(Part(train), seen);
        var off = unseen - data.ToOriginal(RidgePath.Fit(data.X, data.Y).At(0)).Predict(Part(test));
        return off * off;
    }

    private static double RootMeanSquare(Vector v) => v.L2Norm() / Math.Sqrt(v.Count);

    private static Matrix Rows(Matrix x, IReadOnlyList<int> rows) => Matrix.Build.DenseOfRowVectors(rows.Select(x.Row));

    private static Vector Entries(Vector y, IReadOnlyList<int> rows) => Vector.Build.DenseOfEnumerable(rows.Select(i => y[i]));
}
