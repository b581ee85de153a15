namespace Regularization.Tests;

public class BestSubsetFitTests
{
    private static readonly Matrix X = SubsetProblems.Make(20, 5, 1, 0.5, 0).X;
    private static readonly Vector Y = SubsetProblems.Make(20, 5, 1, 0.5, 0).Y;

    [Fact]
    public void Without_options_every_size_up_to_eight_is_fitted()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5], BestSubset.Fit(X, Y).Sizes);
        var (x, y) = SubsetProblems.Make(20, 10, 1, 0.5, 0);
        Assert.Equal(Enumerable.Range(0, 9), BestSubset.Fit(x, y).Sizes);
        Assert.Equal([3], BestSubset.Fit(x, y, new SubsetOptions { Size = 3 }).Sizes);
    }

    [Fact]
    public void A_path_is_ready_to_read_and_to_plot()
    {
        var path = BestSubset.Fit(X, Y, new SubsetOptions { Names = ["a", "b", "c", "d", "e"], MaxSize = 3 });
        Assert.Equal((20, 5, 0.0, true), (path.Rows, path.Columns, path.Lambda, path.IsOptimal));
        Assert.Equal(path.Points.Select(point => point.Rss), path.Rss);
        Assert.Equal(path[2].Support.Select(j => path.Names[j]), path.NamesAt(2));
        Assert.All(path.Points, point => Assert.Equal(point.W[3], path.Weights(3)[point.Size]));
        Assert.Equal(4, path.ToString().Split('\n').Length);
        Assert.Contains("optimal", path.ToString(), StringComparison.Ordinal);
        Assert.Contains("expected one of 0, 1, 2, 3", Assert.Throws<ArgumentOutOfRangeException>(() => path[4]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_and_data_sets_are_the_same_as_matrices()
    {
        var expected = BestSubset.Fit(X, Y)[2];
        var data = new Dataset(["a", "b", "c", "d", "e"], X, Y, "y");
        Assert.Equal(expected.W, BestSubset.Fit(X.ToArray(), Y.ToArray())[2].W);
        Assert.Equal(expected.W, BestSubset.Fit(data)[2].W);
        Assert.Equal(["a", "b", "c", "d", "e"], BestSubset.Fit(data).Names);
    }

    [Theory]
    [InlineData(double.NaN, "x[3, 2] is NaN")]
    [InlineData(double.PositiveInfinity, "x[3, 2] is Infinity")]
    public void A_number_that_is_not_finite_is_named_with_its_place(double value, string expected)
    {
        var x = X.Clone();
        x[3, 2] = value;
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => BestSubset.Fit(x, Y)).Message, StringComparison.Ordinal);
        var y = Y.Clone();
        y[4] = value;
        Assert.Contains("y[4] is", Assert.Throws<ArgumentException>(() => BestSubset.Fit(X, y)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        static string Message(Func<object> call) => Assert.ThrowsAny<ArgumentException>(call).Message;
        Assert.Contains("Lambda is -1", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { Lambda = -1 })), StringComparison.Ordinal);
        Assert.Contains("Lambda is NaN", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { Lambda = double.NaN })), StringComparison.Ordinal);
        Assert.Contains("Size is 6", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { Size = 6 })), StringComparison.Ordinal);
        Assert.Contains("Size is -1", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { Size = -1 })), StringComparison.Ordinal);
        Assert.Contains("MaxSize is 6", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { MaxSize = 6 })), StringComparison.Ordinal);
        Assert.Contains("expected at most one", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { Size = 1, MaxSize = 2 })), StringComparison.Ordinal);
        Assert.Contains("RelativeGap is 2", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { RelativeGap = 2 })), StringComparison.Ordinal);
        Assert.Contains("NodeLimit is -1", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { NodeLimit = -1 })), StringComparison.Ordinal);
        Assert.Contains("TimeLimit is -00:00:01", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { TimeLimit = TimeSpan.FromSeconds(-1) })), StringComparison.Ordinal);
        Assert.Contains("Threads is 0", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { Threads = 0 })), StringComparison.Ordinal);
        Assert.Contains("WarmStarts", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { WarmStarts = [[1, 5]] })), StringComparison.Ordinal);
        Assert.Contains("y has 19 entries; expected 20", Message(() => BestSubset.Fit(X, Y.SubVector(0, 19))), StringComparison.Ordinal);
        Assert.Contains("Names", Message(() => BestSubset.Fit(X, Y, new SubsetOptions { Names = ["a"] })), StringComparison.Ordinal);
    }

    [Fact]
    public void No_rows_and_no_columns_are_refused()
    {
        Assert.Contains("rows", Assert.ThrowsAny<ArgumentException>(() => BestSubset.Fit(new double[0, 3], [])).Message, StringComparison.Ordinal);
        Assert.Contains("columns", Assert.ThrowsAny<ArgumentException>(() => BestSubset.Fit(new double[3, 0], [1, 2, 3])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_says_nothing_beyond_its_mean()
    {
        var path = BestSubset.Fit(new double[,] { { 1, 2 } }, [3]);
        Assert.True(path.IsOptimal);
        Assert.All(path.Points, point => Assert.Equal((0, 3.0, 0.0), (point.Support.Count, point.Intercept, point.Rss)));
    }

    [Fact]
    public void A_constant_response_needs_no_column()
    {
        var path = BestSubset.Fit(X, Vector.Build.Dense(20, 0.1));
        Assert.True(path.IsOptimal);
        Assert.All(path.Points, point => Assert.Equal((0, 0.1, 0.0, 0.0), (point.Support.Count, point.Intercept, point.Objective, point.RelativeGap)));
    }

    [Fact]
    public void Constant_and_repeated_columns_are_no_use()
    {
        var x = X.InsertColumn(0, Vector.Build.Dense(20, 3)).InsertColumn(3, X.Column(1)).InsertColumn(7, 0 * X.Column(0));
        var (plain, spoiled) = (BestSubset.Fit(X, Y), BestSubset.Fit(x, Y, new SubsetOptions { MaxSize = 8 }));
        Assert.True(spoiled.IsOptimal);
        Assert.All(spoiled.Points, point => Assert.Equal(plain[Math.Min(point.Size, 5)].Rss, point.Rss, 1e-9));
        Assert.Equal(5, spoiled[8].Support.Count);
    }

    [Theory]
    [InlineData(1e100, 1e-100)]
    [InlineData(1e-100, 1e100)]
    public void Units_far_from_one_are_handled(double columns, double response)
    {
        var (expected, actual) = (BestSubset.Fit(X, Y)[3], BestSubset.Fit(X * columns, Y * response)[3]);
        Assert.True(actual.IsOptimal);
        Assert.Equal(expected.Support, actual.Support);
        Assert.All(expected.Weights.Zip(actual.Weights), pair => Assert.Equal(pair.First, pair.Second / response * columns, 1e-9));
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Units_whose_squares_have_no_number_are_refused_by_name(double scale)
    {
        Assert.Contains("column 0 of x", Assert.ThrowsAny<ArgumentException>(() => BestSubset.Fit(X * scale, Y)).Message, StringComparison.Ordinal);
        Assert.Contains("y", Assert.ThrowsAny<ArgumentException>(() => BestSubset.Fit(X, Y * scale)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_nearly_equal_columns_keep_their_digits()
    {
        // The Gram matrix has condition 10¹⁰; corrected by residuals, the weights lose five digits and not ten.
        var (z, _) = SubsetProblems.Make(30, 3, 4, 0, 0);
        var x = Matrix.Build.DenseOfColumnVectors(z.Column(0), z.Column(0) + 1e-5 * z.Column(1), z.Column(2));
        var point = BestSubset.Fit(x, x.Column(0) + x.Column(1), new SubsetOptions { Size = 2 })[2];
        Assert.Equal([0, 1], point.Support);
        Assert.All(point.Weights, w => Assert.Equal(1, w, 1e-9));
    }

    [Fact]
    public void More_columns_than_rows_are_not_called_optimal_unless_proven()
    {
        var (x, y) = SubsetProblems.Make(15, 60, 3, 0.5, 0);
        var point = BestSubset.Fit(x, y, new SubsetOptions { Size = 8, NodeLimit = 50 })[8];
        Assert.False(point.IsOptimal);
        Assert.Equal(SubsetStop.NodeLimit, point.Stop);
        Assert.True(point.Gap > 0);
        Assert.Contains("gap ≤", BestSubset.Fit(x, y, new SubsetOptions { Size = 8, NodeLimit = 50 }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_too_deep_to_search_are_said_to_be_too_large()
    {
        var (x, y) = SubsetProblems.Make(260, 225, 3, 0.5, 0);
        var point = BestSubset.Fit(x, y, new SubsetOptions { Size = 212 })[212];
        Assert.Equal((SubsetStop.TooLarge, false, 212), (point.Stop, point.IsOptimal, point.Support.Count));
        Assert.InRange(point.Gap, 1e-9, point.Objective);
    }

    [Fact]
    public void A_warm_start_is_used()
    {
        // No time at all: what the heuristics find by exchanges is compared with the start.
        var (x, y) = SubsetProblems.Make(40, 12, 7, 0.95, 0);
        var best = BestSubset.Fit(x, y, new SubsetOptions { Size = 4 })[4];
        var told = BestSubset.Fit(x, y, new SubsetOptions { Size = 4, NodeLimit = 0, WarmStarts = [best.Support] })[4];
        Assert.Equal(best.Support, told.Support);
    }

    [Fact]
    public void No_time_still_gives_an_answer_with_a_true_bound()
    {
        var (x, y) = SubsetProblems.Make(60, 30, 2, 0.5, 0);
        var best = BestSubset.Fit(x, y, new SubsetOptions { Size = 5 })[5];
        var hasty = BestSubset.Fit(x, y, new SubsetOptions { Size = 5, TimeLimit = TimeSpan.Zero })[5];
        Assert.Equal(SubsetStop.TimeLimit, hasty.Stop);
        Assert.False(hasty.IsOptimal);
        Assert.InRange(best.Objective, hasty.Bound, hasty.Objective * (1 + 1e-12));
    }

    [Fact]
    public void The_exact_cover_is_found()
    {
        // Natarajan (1995): three of the six sets cover the nine points exactly.
        string[] sets = ["012", "034", "345", "678", "258", "147"];
        var x = Matrix.Build.Dense(9, 6, (i, j) => sets[j].Contains((char)('0' + i), StringComparison.Ordinal) ? 1 : 0);
        var path = BestSubset.Fit(x, Vector.Build.Dense(9, 1), new SubsetOptions { Intercept = false, Scale = ColumnScale.None, MaxSize = 4 });
        Assert.True(path.IsOptimal);
        Assert.Equal([0, 2, 3], path[3].Support);
        Assert.Equal(0, path[3].Rss, 1e-20);
        Assert.True(path[2].Rss > 0.5);
    }
}
