using Regularization;

namespace Benchmarks;

/// <summary>Lasso, logistic, ridge and cross-validation. Columns at unit deviation, λ as glmnet has it.</summary>
internal static class PathCases
{
    public static IReadOnlyList<(string Name, Func<string, IEnumerable<Row>> Run)> All { get; } =
    [
        ("lasso n200 p5000 1e-2", name => Lasso(name, 200, 5000, 1e-2, Tight(1e-18, 0.05), Default(0.4), Lars(0.2))),
        ("lasso n200 p5000 1e-3", name => Lasso(name, 200, 5000, 1e-3, Tight(1e-18, 0.05), Default(0.4), Lars(0.2))),
        ("lasso n5000 p200 1e-3", name => Lasso(name, 5000, 200, 1e-3, Tight(1e-15, 0.2), new Peer("sklearn Gram CD", "peers.py", "gram", 1e-6, 0.35))),
        ("lasso n10000 p1000 1e-3", name => Lasso(name, 10000, 1000, 1e-3, Tight(1e-15, 0.25, 1), Default(0.7, 1))),
        ("lasso n1000 p10000 1e-2", name => Lasso(name, 1000, 10000, 1e-2, Tight(1e-18, 0.1, 1), Default(1, 1))),
        ("lasso diabetes 1e-3", name => Lasso(name, Diabetes(), 1e-3, new Peer("sklearn LARS", "peers.py", "lars", 0, 0.1, 50))),
        ("10-fold CV n200 p1000", CrossValidated),
        ("logistic n1000 p1000", LogisticLasso),
        ("ridge n500 p500", RidgeWithGcv),
    ];

    /// <summary>The diabetes data, from the repository.</summary>
    public static Dataset Diabetes()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Course.sln")))
            folder = folder.Parent;
        return CsvDataset.Load(Path.Combine(folder!.FullName, "data", "diabetes.csv"), "progression");
    }

    private static Peer Tight(double threshold, double goal, int repetitions = 2) => new($"glmnet, thresh {threshold:0e+0}", "peers.R", "lasso", threshold, goal, repetitions);

    private static Peer Default(double goal, int repetitions = 3) => new("glmnet default", "peers.R", "lasso", 1e-7, goal, repetitions);

    private static Peer Lars(double goal) => new("sklearn LARS", "peers.py", "lars", 0, goal);

    private static IEnumerable<Row> Lasso(string name, int n, int p, double ratio, params Peer[] peers) =>
        Lasso(name, SyntheticData.SparseLinear(n, p, 20, noise: 1, seed: 1, correlation: 0.5).Data, ratio, peers);

    private static IEnumerable<Row> Lasso(string name, Dataset data, double ratio, params Peer[] peers)
    {
        var options = new LassoOptions { Scale = ColumnScale.UnitDeviation, Grid = LambdaGrid.Log(100, ratio), Threads = 1 };
        var (first, seconds, path) = Clock.Time(() => LassoPath.Fit(data.X, data.Y, options));
        var gap = Gaps.Lasso(data.X, data.Y, path.Lambdas, k => path.Points[k].W);
        using var folder = new DataFolder(data.X, data.Y, path.LambdasIn(LambdaConvention.Glmnet));
        foreach (var peer in peers)
        {
            var (peerSeconds, beta) = peer.Run(folder);
            var scales = Standardization.Fit(data.X, data.Y, ColumnScale.UnitDeviation).Scales;
            var isR = peer.Script == "peers.R";
            var peerGap = Gaps.Lasso(data.X, data.Y, path.Lambdas, k => isR
                ? Vector.Build.Dense(data.Columns, j => beta[k * (data.Columns + 1) + 1 + j])
                : Vector.Build.Dense(data.Columns, j => beta[k * data.Columns + j] / scales[j]));
            yield return new Row(name, seconds, first, gap, peer.Name, peerSeconds, peerGap, peer.Goal, 1e-9);
        }
    }

    private static IEnumerable<Row> CrossValidated(string name)
    {
        var data = SyntheticData.SparseLinear(200, 1000, 20, noise: 1, seed: 1, correlation: 0.5).Data;
        var options = new LassoOptions { Scale = ColumnScale.UnitDeviation, Grid = LambdaGrid.Log(100, 1e-2), Threads = 1, Tolerance = 1e-6 };
        var how = new CrossValidationOptions { FoldOf = [.. Enumerable.Range(0, 200).Select(i => i % 10)] };
        var (first, seconds, result) = Clock.Time(() => CrossValidation.Lasso(data.X, data.Y, options, how));
        var path = result.Path!;
        var gap = Gaps.Lasso(data.X, data.Y, path.Lambdas, k => path.Points[k].W);
        using var folder = new DataFolder(data.X, data.Y, path.LambdasIn(LambdaConvention.Glmnet));
        var (peerSeconds, beta) = new Peer("", "peers.R", "cv", 0, 0).Run(folder);
        var peerGap = Gaps.Lasso(data.X, data.Y, path.Lambdas, k => Vector.Build.Dense(data.Columns, j => beta[k * (data.Columns + 1) + 1 + j]));
        yield return new Row(name, seconds, first, gap, "cv.glmnet default", peerSeconds, peerGap, 0.5, 1e-6);
    }

    private static IEnumerable<Row> LogisticLasso(string name)
    {
        var data = SyntheticData.SparseLogistic(1000, 1000, 20, seed: 1, correlation: 0.5).Data;
        var options = new LogisticOptions { Scale = ColumnScale.UnitDeviation, Grid = LambdaGrid.Log(100, 1e-2), Threads = 1, Tolerance = 1e-6 };
        var (first, seconds, path) = Clock.Time(() => LogisticPath.Fit(data.X, data.Y, options));
        var gap = Gaps.Logistic(data.X, data.Y, path.Lambdas, k => (path.Points[k].Intercept, path.Points[k].W));
        // glmnet takes the mean of the losses, on columns at unit deviation.
        using var folder = new DataFolder(data.X, data.Y, path.LambdasIn(LambdaConvention.HalfMean));
        var peer = new Peer("glmnet, thresh 1e-14", "peers.R", "logistic", 1e-14, 0.4, 2);
        var (peerSeconds, beta) = peer.Run(folder);
        var peerGap = Gaps.Logistic(data.X, data.Y, path.Lambdas, k =>
            (beta[k * (data.Columns + 1)], Vector.Build.Dense(data.Columns, j => beta[k * (data.Columns + 1) + 1 + j])));
        yield return new Row(name, seconds, first, gap, peer.Name, peerSeconds, peerGap, peer.Goal, 1e-6);
    }

    private static IEnumerable<Row> RidgeWithGcv(string name)
    {
        var data = SyntheticData.SparseLinear(500, 500, 20, noise: 1, seed: 1, correlation: 0.5).Data;
        var options = new RidgeOptions { Scale = ColumnScale.UnitDeviation, Threads = 1 };
        // Weights for every λ, degrees of freedom, GCV and a gap: more than the peer computes.
        var (first, seconds, path) = Clock.Time(() =>
        {
            var fitted = RidgePath.Fit(data.X, data.Y, options);
            return (fitted.Points, fitted.Gcv, fitted).fitted;
        });
        var gap = path.Points.Max(point => point.RelativeGap);
        using var folder = new DataFolder(data.X, data.Y, path.Lambdas);
        var peer = new Peer("NumPy Gram + eigh", "peers.py", "ridge", 0, 0.25);
        var (peerSeconds, _) = peer.Run(folder);
        yield return new Row(name, seconds, first, gap, peer.Name, peerSeconds, null, peer.Goal, 1e-9);
    }
}
