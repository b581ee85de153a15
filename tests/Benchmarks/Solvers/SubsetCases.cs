using System.Diagnostics;
using Regularization;

namespace Benchmarks;

/// <summary>Certified best subsets, and the article's example.</summary>
internal static class SubsetCases
{
    public static IReadOnlyList<(string Name, Func<string, IEnumerable<Row>> Run)> All { get; } =
    [
        ("subset p40 k1-8", name => AgainstLeaps(name, SyntheticData.SparseLinear(500, 40, 10, noise: 3, seed: 1, correlation: 0.5).Data, 0.5)),
        ("subset p60 k1-8", name => AgainstLeaps(name, SyntheticData.SparseLinear(500, 60, 10, noise: 3, seed: 1, correlation: 0.5).Data, 0.05)),
        ("subset diabetes quadratic k1-8", name => AgainstLeaps(name, Quadratic(PathCases.Diabetes()), 1)),
        ("subset n2000 p200 k10", name => Timed(name, SyntheticData.SparseLinear(2000, 200, 10, noise: 3, seed: 1, correlation: 0.5).Data, new SubsetOptions { Size = 10, Threads = 1 }, 0.5)),
        .. Enumerable.Range(1, 10).Select(seed => Wide(seed, 0.01, 5)),
        .. Enumerable.Range(1, 10).Select(seed => Wide(seed, 0.03, 1)),
        ("article 1000 features", Article),
    ];

    /// <summary>The ten measurements, their products and squares; the square of sex says what sex says, and is left out.</summary>
    public static Dataset Quadratic(Dataset data)
    {
        var names = data.Names.ToList();
        var standardized = Standardization.Fit(data).X;
        var columns = standardized.EnumerateColumns().ToList();
        for (var i = 0; i < data.Columns; i++)
        {
            for (var j = i; j < data.Columns; j++)
            {
                if (i == j && data.Names[i] == "sex")
                    continue;
                names.Add($"{data.Names[i]}*{data.Names[j]}");
                columns.Add(standardized.Column(i).PointwiseMultiply(standardized.Column(j)));
            }
        }

        return new Dataset(names, Matrix.Build.DenseOfColumnVectors(columns), data.Y, data.Target);
    }

    private static IEnumerable<Row> AgainstLeaps(string name, Dataset data, double goal)
    {
        var (first, seconds, path) = Clock.Time(() => BestSubset.Fit(data.X, data.Y, new SubsetOptions { MaxSize = 8, Threads = 1 }));
        using var folder = new DataFolder(data.X, data.Y, null);
        var (peerSeconds, rss) = new Peer("", "peers.R", "leaps", 8, 0, 1).Run(folder);
        // Both exact: by how much ours is worse, if at all.
        var worse = path.Points.Skip(1).Zip(rss).Max(pair => Math.Abs(pair.First.Rss - pair.Second) / pair.Second);
        yield return new Row(name, seconds, first, Math.Max(worse, Proven(path)), "leaps", peerSeconds, 0, goal, 1e-8);
    }

    private static IEnumerable<Row> Timed(string name, Dataset data, SubsetOptions options, double goal, double gapGoal = 1e-8)
    {
        var (first, seconds, path) = Clock.Time(() => BestSubset.Fit(data.X, data.Y, options), atLeastSeconds: 1);
        yield return new Row(name, seconds, first, Proven(path), "", null, null, goal, gapGoal);
    }

    // σ is set so that var(Xw)/σ² is the signal-to-noise ratio; λ/n is for ½RSS + ½λ‖w‖² with columns at unit deviation.
    private static (string Name, Func<string, IEnumerable<Row>> Run) Wide(int seed, double ridge, double snr) =>
        (FormattableString.Invariant($"subset n500 p1000 k5 SNR {snr} seed {seed}"), name =>
        {
            var clean = SyntheticData.SparseLinear(500, 1000, 5, noise: 0, seed: (ulong)seed, correlation: 0.5).Data;
            var deviation = Math.Sqrt((clean.Y - clean.Y.Average()).PointwisePower(2).Average() / snr);
            var data = SyntheticData.SparseLinear(500, 1000, 5, noise: deviation, seed: (ulong)seed, correlation: 0.5).Data;
            var options = new SubsetOptions { Size = 5, Lambda = ridge * 500, Scale = ColumnScale.UnitDeviation, RelativeGap = 1e-6, TimeLimit = TimeSpan.FromSeconds(20), Threads = 1 };
            return Timed(name, data, options, 1, 1e-6);
        }
    );

    // What a notebook cell of the lesson does: three fits, one after the other, the first time they are called.
    private static IEnumerable<Row> Article(string name)
    {
        var linear = SyntheticData.SparseLinear(500, 1000, 5, noise: 1, seed: 7).Data;
        var classes = SyntheticData.SparseLogistic(500, 1000, 5, seed: 7, rate: 0.3, strength: 1.5).Data;
        var start = Stopwatch.GetTimestamp();
        var subset = BestSubset.Fit(linear.X, linear.Y, new SubsetOptions { Size = 5, Lambda = 5 });
        var lasso = LassoPath.Fit(linear.X, linear.Y, new LassoOptions());
        var logistic = LogisticPath.Fit(classes.X, classes.Y, new LogisticOptions { Tolerance = 1e-6 });
        var first = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var gap = new[] { Proven(subset), lasso.Points.Max(point => point.RelativeGap), logistic.Points.Max(point => point.RelativeGap) }.Max();
        yield return new Row(name, first, first, gap, "", null, null, 2, 1e-6);
    }

    // The worst gap that was proven.
    private static double Proven(SubsetPath path) => path.Points.Max(point => point.IsOptimal ? Math.Min(point.RelativeGap, 1) : 1);
}
