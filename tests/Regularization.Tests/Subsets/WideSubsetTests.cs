namespace Regularization.Tests;

/// <summary>More columns than a Gram matrix is kept for: the other search.</summary>
public class WideSubsetTests
{
    private const int Columns = 2100;

    private static readonly (Matrix X, Vector Y) Strong = Make(80, 3, 0.5);
    private static readonly (Matrix X, Vector Y) Weak = Make(40, 3, 3);

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    public void The_best_pair_is_the_best_of_all_pairs(double lambda)
    {
        foreach (var (x, y) in new[] { Strong, Weak })
        {
            var options = new SubsetOptions { MaxSize = 2, Lambda = lambda };
            var path = BestSubset.Fit(x, y, options);
            Assert.True(path.IsOptimal);
            var (single, pair) = SlowPair(x, y, lambda);
            Assert.Equal(single, path[1].Objective, 1e-9 * single);
            Assert.Equal(pair, path[2].Objective, 1e-9 * pair);
        }
    }

    [Fact]
    public void A_strong_signal_is_found_and_proven()
    {
        var (x, y) = Strong;
        var point = BestSubset.Fit(x, y, new SubsetOptions { Size = 3, Lambda = 0.1 })[3];
        Assert.True(point.IsOptimal);
        Assert.Equal([0, Columns / 3, 2 * (Columns / 3)], point.Support);
        Assert.Equal(SlowSubsets.Objective(x, y, new SubsetOptions { Lambda = 0.1 }, point.Support), point.Objective, 1e-9 * point.Objective);
    }

    [Fact]
    public void Wide_and_dense_search_agree()
    {
        // The same problem with constant columns added, which are left out again, and with useless columns added, which are not.
        var (x, y) = (Weak.X.SubMatrix(0, 40, 0, 300), Weak.Y);
        var options = new SubsetOptions { Size = 3, Lambda = 1 };
        var dense = BestSubset.Fit(x, y, options)[3];
        var useless = Matrix.Build.Dense(40, Columns, (i, j) => i == j % 40 ? 1 + j : 0);
        for (var j = 0; j < Columns; j++)
            useless.SetColumn(j, useless.Column(j) - 1e-3 * y);
        var wide = BestSubset.Fit(useless.Append(x), y, options with { WarmStarts = [[.. dense.Support.Select(j => j + Columns)]] })[3];
        Assert.True(dense.IsOptimal && wide.IsOptimal);
        Assert.True(wide.Objective <= dense.Objective * (1 + 1e-12));
        Assert.Equal(dense.Support, BestSubset.Fit(Matrix.Build.Dense(40, Columns, 1).Append(x), y, options)[3].Support.Select(j => j - Columns));
    }

    [Fact]
    public void The_bound_holds_wherever_the_search_is_stopped()
    {
        var (x, y) = Weak;
        var options = new SubsetOptions { Size = 2, Lambda = 0.3 };
        var best = SlowPair(x, y, 0.3).Pair;
        foreach (var nodes in new[] { 0, 1, 2, 5, 20 })
        {
            var point = BestSubset.Fit(x, y, options with { NodeLimit = nodes })[2];
            Assert.InRange(best, point.Bound * (1 - 1e-9), point.Objective * (1 + 1e-9));
            Assert.True(point.Nodes <= nodes);
            Assert.True(point.IsOptimal || point.Bound < point.Objective);
        }

        // Stopped inside a search on a Gram matrix of its own: what was open there is open.
        foreach (var nodes in new[] { 1, 2, 3, 4 })
        {
            var point = BestSubset.Fit(x, y, options with { Size = 4, Lambda = 1, NodeLimit = nodes })[4];
            Assert.True(point.IsOptimal || (point.Stop == SubsetStop.NodeLimit && point.Bound < point.Objective));
        }
    }

    [Fact]
    public void Noise_in_which_nothing_is_ruled_out_is_searched_to_the_end()
    {
        // No start, so that the search has to find the best pair itself, by branching: more columns are left than a Gram matrix is made for.
        var random = new SeededRandom(5);
        var (x, y) = (SyntheticData.CorrelatedDesign(30, WideSubsetTree.MostLeft + 60, 0, random), random.NextNormals(30));
        var options = new SubsetOptions { Size = 2, Lambda = 0.02 };
        var problem = SubsetProblem.Of(x, y, options);
        var limits = new SubsetLimits(options, System.Diagnostics.Stopwatch.StartNew(), TestContext.Current.CancellationToken);
        var tree = new WideSubsetTree(problem, 2, [], limits, (_, _) => { });
        tree.Run();
        var square = problem.Length * problem.Length;
        var best = SlowPair(x, y, 0.02).Pair;
        Assert.True(limits.Nodes > 20);
        Assert.Equal(best, tree.Objective * square, 1e-9 * best);
        Assert.InRange(tree.Bound * square, best * (1 - 1e-8), best * (1 + 1e-9));
    }

    [Fact]
    public void Without_ridge_only_one_column_is_proven()
    {
        var (x, y) = Strong;
        var path = BestSubset.Fit(x, y, new SubsetOptions { MaxSize = 2 });
        Assert.Equal([SubsetStop.Proven, SubsetStop.Proven, SubsetStop.TooLarge], path.Points.Select(point => point.Stop));
        Assert.Equal(SlowPair(x, y, 0).Single, path[1].Objective, 1e-9 * path[1].Objective);
        Assert.Equal(0, path[2].Bound);
        Assert.False(path.IsOptimal);
    }

    [Fact]
    public void No_time_is_no_error()
    {
        var (x, y) = Strong;
        var point = BestSubset.Fit(x, y, new SubsetOptions { Size = 3, Lambda = 0.1, TimeLimit = TimeSpan.Zero })[3];
        Assert.Equal((SubsetStop.TimeLimit, false, 3), (point.Stop, point.IsOptimal, point.Support.Count));
        Assert.True(point.Gap > 0);
    }

    private static (Matrix X, Vector Y) Make(int n, int nonzeros, double noise)
    {
        var random = new SeededRandom(11);
        var x = SyntheticData.CorrelatedDesign(n, Columns, 0.5, random);
        var y = noise * random.NextNormals(n);
        for (var i = 0; i < nonzeros; i++)
            y += (i % 2 == 0 ? 1 : -1) * x.Column(i * (Columns / nonzeros));
        return (x, y);
    }

    // ½‖y‖² − ½ cᵀ(G + λI)⁻¹c for every column and every pair, by Cramer's rule.
    private static (double Single, double Pair) SlowPair(Matrix x, Vector y, double lambda)
    {
        var standardized = Standardization.Fit(x, y);
        var gram = standardized.X.TransposeThisAndMultiply(standardized.X).ToArray();
        var c = standardized.X.TransposeThisAndMultiply(standardized.Y).ToArray();
        var (single, pair, d) = (0.0, 0.0, 1 + lambda);
        for (var i = 0; i < c.Length; i++)
        {
            single = Math.Max(single, c[i] * c[i] / d);
            for (var j = 0; j < i; j++)
                pair = Math.Max(pair, (d * c[i] * c[i] + d * c[j] * c[j] - 2 * gram[i, j] * c[i] * c[j]) / (d * d - gram[i, j] * gram[i, j]));
        }

        var half = standardized.Y * standardized.Y / 2;
        return (half - single / 2, half - pair / 2);
    }
}
