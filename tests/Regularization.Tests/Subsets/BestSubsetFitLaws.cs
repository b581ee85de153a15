using CsCheck;

namespace Regularization.Tests;

public class BestSubsetFitLaws
{
    // Objectives of small problems agree to 1e-9 of ½‖y‖²: columns that depend on others to 1e-6 are judged by a Gram matrix.
    private const double Close = 1e-9;

    [Fact]
    public void Agrees_with_all_subsets() => Gen.Select(SubsetProblems.Any, SubsetProblems.Options).Sample((problem, options) =>
    {
        var ((x, y), p) = (problem, problem.X.ColumnCount);
        var path = BestSubset.Fit(x, y, options with { MaxSize = p });
        var slow = SlowSubsets.Best(x, y, options, p);
        return path.IsOptimal && path.Points.All(point => Math.Abs(point.Objective - slow[point.Size]) <= Close * (slow[0] + double.Epsilon));
    }, iter: 400);

    [Fact]
    public void Agrees_with_all_subsets_of_up_to_fifteen_columns() => Gen.Select(Gen.Int[11, 15], Gen.Int[5, 30], Gen.ULong, Gen.Int[0, 6]).Sample((p, n, seed, kind) =>
    {
        var (x, y) = SubsetProblems.Make(n, kind == 6 ? 7 : p - 1, seed, 0.5, kind);
        var path = BestSubset.Fit(x, y, new SubsetOptions { Intercept = false, Scale = ColumnScale.None, MaxSize = x.ColumnCount });
        var all = BestSubset.Enumerate(x, y).Sizes.Select(fit => fit.Rss).ToArray();
        for (var k = 1; k < all.Length; k++)
            all[k] = Math.Min(all[k], all[k - 1]);
        return path.IsOptimal && path.Points.All(point => Math.Abs(point.Rss - all[point.Size]) <= Close * (y * y));
    }, iter: 60);

    [Fact]
    public void What_a_point_says_is_true() => Gen.Select(SubsetProblems.Any, SubsetProblems.Options).Sample((problem, options) =>
    {
        var (x, y) = problem;
        return BestSubset.Fit(x, y, options with { MaxSize = Math.Min(4, x.ColumnCount) }).Points.All(point =>
        {
            var residual = y - point.Model.Predict(x);
            var objective = SlowSubsets.Objective(x, y, options, point.Support);
            var scale = SlowSubsets.Empty(x, y, options) + 1e-12;
            return point.Support.Count <= point.Size && point.Support.SequenceEqual(point.Support.Order().Distinct()) && point.Weights.Count == point.Support.Count
                && Math.Abs(residual * residual - point.Rss) <= Close * scale && Math.Abs(objective - point.Objective) <= Close * scale
                && point.Bound <= point.Objective && point.Gap <= 1e-9 * point.Objective + 1e-11 * scale;
        });
    }, iter: 200);

    [Fact]
    public void The_bound_is_a_bound_wherever_the_search_is_stopped() =>
        Gen.Select(SubsetProblems.Tall, SubsetProblems.Options, Gen.Long[0, 12], Gen.Int[3, 6]).Sample((problem, options, nodes, size) =>
        {
            var (x, y) = problem;
            var point = BestSubset.Fit(x, y, options with { Size = size, NodeLimit = nodes })[size];
            var best = SlowSubsets.Best(x, y, options, size)[size];
            var scale = Close * SlowSubsets.Empty(x, y, options);
            return point.Bound <= best + scale && point.Objective >= best - scale && point.Nodes <= nodes + 1
                && (!point.IsOptimal || point.Objective <= best + scale) && (point.IsOptimal || (point.Stop == SubsetStop.NodeLimit && point.Bound < point.Objective));
        }, iter: 60);

    [Fact]
    public void Nearly_dependent_columns_are_either_right_or_not_called_optimal() => SubsetProblems.IllConditioned.Sample((x, y) =>
    {
        var options = new SubsetOptions { MaxSize = Math.Min(5, x.ColumnCount), Threads = 1 };
        var slow = SlowSubsets.Best(x, y, options, options.MaxSize.Value);
        // Weights of 10⁵ lose ten digits of the smallest objectives, in the twin too.
        return BestSubset.Fit(x, y, options).Points.All(point =>
            point.Bound <= slow[point.Size] * (1 + 1e-6) + Close * slow[0]
            && (point.IsOptimal ? point.Objective <= slow[point.Size] * (1 + 1e-6) + Close * slow[0] : point is { Stop: SubsetStop.IllConditioned, Bound: 0 }));
    }, iter: 400);

    [Fact]
    public void Powers_beyond_what_double_precision_resolves_are_not_called_optimal()
    {
        var t = Vector.Build.Dense(30, i => 2 + 0.01 * i);
        var x = Matrix.Build.DenseOfColumnVectors(Enumerable.Range(1, 9).Select(power => t.PointwisePower(power)));
        var y = t.Map(v => Math.Sin(20 * v));
        var path = BestSubset.Fit(x, y, new SubsetOptions { MaxSize = 4 });
        Assert.Equal([SubsetStop.Proven, SubsetStop.Proven, SubsetStop.IllConditioned, SubsetStop.IllConditioned, SubsetStop.IllConditioned], path.Points.Select(point => point.Stop));
        Assert.True(BestSubset.Fit(x, y, new SubsetOptions { MaxSize = 4, Lambda = 1e-6 }).IsOptimal);
    }

    [Fact]
    public void A_gap_that_is_allowed_is_kept() => Gen.Select(SubsetProblems.Tall, Gen.Double[0.001, 0.5]).Sample((problem, gap) =>
    {
        var (x, y) = problem;
        var options = new SubsetOptions { Size = 4, RelativeGap = gap };
        var point = BestSubset.Fit(x, y, options)[4];
        var best = SlowSubsets.Best(x, y, options, 4)[4];
        return point.IsOptimal && point.RelativeGap <= gap + Close && point.Bound <= best * (1 + Close) && point.Objective <= best / (1 - gap) * (1 + Close);
    }, iter: 60);

    [Fact]
    public void An_orthonormal_design_keeps_the_largest_correlations() => Gen.Select(Gen.Int[1, 30], Gen.ULong, Gen.Double[0, 2]).Sample((p, seed, lambda) =>
    {
        var random = new SeededRandom(seed);
        var x = SyntheticData.OrthonormalDesign(p + 3, p, random);
        var y = random.NextNormals(p + 3);
        var path = BestSubset.Fit(x, y, new SubsetOptions { Intercept = false, MaxSize = p, Lambda = lambda });
        var z = x.TransposeThisAndMultiply(y);
        int[] order = [.. Enumerable.Range(0, p).OrderByDescending(j => Math.Abs(z[j]))];
        return path.IsOptimal && path.Points.All(point => point.Support.SequenceEqual(order.Take(point.Size).Order())
            && point.Support.Zip(point.Weights, (j, w) => Math.Abs(w - z[j] / (1 + lambda))).All(error => error <= 1e-12));
    }, iter: 100);

    [Fact]
    public void Larger_sizes_are_no_worse() => Gen.Select(SubsetProblems.Any, SubsetProblems.Options).Sample((problem, options) =>
    {
        var points = BestSubset.Fit(problem.X, problem.Y, options with { MaxSize = problem.X.ColumnCount }).Points;
        // A perfect fit leaves rounding errors, which need not fall.
        var rounding = 1e-12 * points[0].Objective;
        return points.Zip(points.Skip(1)).All(pair => pair.Second.Objective <= pair.First.Objective + rounding && pair.Second.Bound <= pair.First.Bound + rounding);
    }, iter: 100);

    [Fact]
    public void Order_sign_and_units_of_the_columns_do_not_matter() => Gen.Select(SubsetProblems.Tall, Gen.ULong, Gen.Double[0, 1]).Sample((problem, seed, lambda) =>
    {
        var (x, y) = problem;
        var random = new SeededRandom(seed);
        int[] order = [.. random.NextPermutation(x.ColumnCount)];
        double[] factor = [.. order.Select(_ => (random.NextUniform() < 0.5 ? -1 : 1) * Math.Exp(3 * random.NextNormal()))];
        var other = Matrix.Build.DenseOfColumnVectors(order.Select((j, i) => factor[i] * x.Column(j)));
        var options = new SubsetOptions { Size = 4, Lambda = lambda };
        var (before, after) = (BestSubset.Fit(x, y, options)[4], BestSubset.Fit(other, 3 * y - 5, options)[4]);
        return before.Support.SequenceEqual(after.Support.Select(i => order[i]).Order()) && Math.Abs(after.Objective / 9 - before.Objective) <= 1e-10 * before.Objective
            && after.Support.Select((i, at) => Math.Abs(after.Weights[at] * factor[i] / 3 - before.W[order[i]])).All(error => error <= 1e-9);
    }, iter: 60);

    [Fact]
    public void Ridge_is_least_squares_with_more_rows() => Gen.Select(SubsetProblems.Tall, Gen.Double[0.1, 5]).Sample((problem, lambda) =>
    {
        var (x, y) = problem;
        var p = x.ColumnCount;
        var plain = new SubsetOptions { Intercept = false, Scale = ColumnScale.None, Size = 4 };
        var ridge = BestSubset.Fit(x, y, plain with { Lambda = lambda })[4];
        var augmented = BestSubset.Fit(x.Stack(Math.Sqrt(lambda) * Matrix.Build.DenseIdentity(p)), Vector.Build.Dense(y.Count + p, i => i < y.Count ? y[i] : 0), plain)[4];
        return ridge.Support.SequenceEqual(augmented.Support) && (ridge.W - augmented.W).InfinityNorm() <= 1e-9 && Math.Abs(ridge.Objective - augmented.Rss / 2) <= 1e-9 * ridge.Objective
            && ridge.DegreesOfFreedom < 4 && Math.Abs(augmented.DegreesOfFreedom - 4) <= 1e-12;
    }, iter: 60);

    [Fact]
    public void Weight_two_is_the_row_twice() => Gen.Select(SubsetProblems.Tall, Gen.Double[0, 1]).Sample((problem, lambda) =>
    {
        var (x, y) = problem;
        var twice = Enumerable.Range(0, y.Count).SelectMany(i => Enumerable.Repeat(i, i % 3)).ToArray();
        var options = new SubsetOptions { Size = 3, Lambda = lambda };
        var weighted = BestSubset.Fit(x, y, options with { SampleWeights = [.. Enumerable.Range(0, y.Count).Select(i => i % 3.0)] })[3];
        var repeated = BestSubset.Fit(Matrix.Build.DenseOfRowVectors(twice.Select(x.Row)), Vector.Build.DenseOfEnumerable(twice.Select(i => y[i])), options)[3];
        return weighted.Support.SequenceEqual(repeated.Support) && (weighted.W - repeated.W).InfinityNorm() <= 1e-9
            && Math.Abs(weighted.Intercept - repeated.Intercept) <= 1e-9 && Math.Abs(weighted.Rss - repeated.Rss) <= 1e-9 * repeated.Rss;
    }, iter: 60);

    [Fact]
    public void Threads_and_repetition_change_nothing() => Gen.Select(SubsetProblems.Tall, SubsetProblems.Options).Sample((problem, options) =>
    {
        string Fit(int threads) => Bytes(BestSubset.Fit(problem.X, problem.Y, options with { MaxSize = 6, Threads = threads, NodeLimit = 20 }));
        return Fit(1) == Fit(2) && Fit(2) == Fit(5);
    }, iter: 20);

    private static string Bytes(SubsetPath path) => string.Join('\n', path.Points.Select(point =>
        FormattableString.Invariant($"{point.Objective:R} {point.Bound:R} {point.Nodes} {point.Intercept:R} {string.Join(' ', point.Support)} {string.Join(' ', point.Weights.Select(BitConverter.DoubleToInt64Bits))}")));
}
