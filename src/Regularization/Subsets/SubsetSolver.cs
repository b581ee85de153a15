using System.Diagnostics;

namespace Regularization;

/// <summary>Puts the search together: the problem, supports to start from, one tree a size.</summary>
internal sealed class SubsetSolver
{
    // Values of λ₀ for the relaxation over all columns, which is computed once a size.
    private const int RootTries = 25;

    private readonly SubsetProblem problem;
    private readonly SubsetOptions options;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly IReadOnlyList<int> greedy;
    private readonly SubsetNode? dense;

    private SubsetSolver(Matrix x, Vector y, SubsetOptions options)
    {
        this.options = options;
        problem = SubsetProblem.Of(x, y, options);
        if (problem.Columns <= SubsetProblem.MostDense)
            dense = Root([.. Enumerable.Range(0, problem.Columns)], problem.DenseGram(options.Cancellation), problem.Rows);
        greedy = ForwardStepwise.Support(problem, options.Sizes(x.ColumnCount)[^1], options.Cancellation);
    }

    /// <summary>The best subset of every size asked for, as far as the limits allow.</summary>
    public static SubsetPath Fit(Matrix x, Vector y, SubsetOptions options)
    {
        Argument.NotNull(options).Checked();
        Argument.NotNull(x);
        var solver = new SubsetSolver(x, y, options);
        var sizes = options.Sizes(x.ColumnCount);
        var found = new Found[sizes.Count];
        // The largest size takes longest, so it begins first.
        InParallel.For(sizes.Count, options.Threads, i => found[^(i + 1)] = solver.Search(sizes[^(i + 1)]), options.Cancellation);
        return new SubsetPath(solver.Points(sizes, found), solver.problem.Design.Names, x.RowCount, options.Lambda);
    }

    private sealed record Found(int[] Support, double Objective, double Bound, long Nodes, SubsetStop Stop);

    private Found Search(int size)
    {
        var limits = new SubsetLimits(options, clock);
        var start = Start(size);
        if (dense is not null)
            return Search(dense, size, start, limits, double.PositiveInfinity);

        var objective = Objective(start);
        if (problem.Lambda == 0)
            return new Found(start, objective, 0, 0, SubsetStop.TooLarge);
        var relaxation = new PerspectiveRelaxation();
        var columns = new ProblemColumns(problem);
        relaxation.Load(columns, problem.Columns, problem.Correlation, problem.Ridge, new double[problem.Columns], 0);
        var cut = objective * (1 - limits.RelativeGap);
        var bound = relaxation.Tune(columns, 0, Math.Max(size, 1), HalfSquare, problem.Rounding, cut, RootTries, true, options.Cancellation);
        int[] kept = [.. Enumerable.Range(0, problem.Columns).Where(j => relaxation.BoundWith(j) < cut || start.Contains(j))];
        var outside = Enumerable.Range(0, problem.Columns).Select(relaxation.BoundWith).Where(b => b >= cut).DefaultIfEmpty(double.PositiveInfinity).Min();
        if (kept.Length > SubsetProblem.MostDense)
            return new Found(start, objective, bound, 1, SubsetStop.TooLarge);
        var root = Root(kept, Gathered(kept), 0);
        root.Bound = Math.Max(0, bound);
        return Search(root, size, [.. start.Select(j => Array.IndexOf(kept, j))], limits, outside);
    }

    private Found Search(SubsetNode root, int size, int[] start, SubsetLimits limits, double outside)
    {
        var square = problem.Length * problem.Length;
        var tree = new SubsetTree(root, size, limits, report: tree =>
            limits.Report(new SubsetProgress(size, tree.Nodes, tree.Objective * square, Math.Max(0, Math.Min(tree.Bound, outside)) * square)));
        tree.Offer(start);
        foreach (var warm in options.WarmStarts ?? [])
            tree.Offer([.. Positions(root, warm).Take(size)]);
        tree.Run();
        return new Found([.. tree.Best.Select(i => root.Ids[i])], tree.Objective, Math.Min(tree.Bound, outside), tree.Nodes, tree.Stop);
    }

    private double HalfSquare => Kernels.SumOfSquares(problem.Y) / 2;

    private IEnumerable<int> Positions(SubsetNode root, IReadOnlyList<int> support)
    {
        foreach (var column in support.Distinct())
        {
            Argument.AtMost(Argument.AtLeast(column, 0, nameof(options.WarmStarts)), problem.Design.Columns - 1, nameof(options.WarmStarts));
            var j = Array.IndexOf(problem.Original, column);
            if (j >= 0 && Array.IndexOf(root.Ids, j) is >= 0 and var position)
                yield return position;
        }
    }

    private int[] Start(int size) => size == 0 ? [] : SwapSearch.Improve(problem, [.. greedy.Take(size)], options.Cancellation);

    private double Objective(int[] support) => new ProjectedColumns(problem).Project(support).Objective;

    private SubsetNode Root(int[] columns, double[] gram, int rows)
    {
        var ridge = columns.Select(j => problem.Ridge[j]).ToArray();
        var rounding = problem.RoundingAfter(2 * columns.Length);
        return new SubsetNode
        {
            Count = columns.Length,
            Ids = columns,
            Gram = gram,
            Correlation = [.. columns.Select(j => problem.Correlation[j])],
            Share = DiagonalShare.Of(gram, ridge, rows, rounding, options.Cancellation),
            Start = new double[columns.Length],
            Base = HalfSquare,
            Rounding = rounding,
        };
    }

    private double[] Gathered(int[] columns)
    {
        var n = problem.Rows;
        var x = new double[checked(columns.Length * n)];
        for (var i = 0; i < columns.Length; i++)
            problem.Unit(columns[i]).CopyTo(x.AsSpan(i * n, n));
        var gram = Gram.Of(x, n, columns.Length, options.Cancellation);
        for (var i = 0; i < columns.Length; i++)
            gram[i * columns.Length + i] += problem.Ridge[columns[i]];
        return gram;
    }

    // A smaller size cannot be better than a larger one, and a bound for a larger size holds for a smaller one.
    private SubsetPoint[] Points(IReadOnlyList<int> sizes, Found[] found)
    {
        for (var i = found.Length - 2; i >= 0; i--)
            found[i] = found[i] with { Bound = Math.Max(found[i].Bound, Math.Min(found[i].Objective, found[i + 1].Bound)) };
        for (var i = 1; i < found.Length; i++)
        {
            if (found[i].Objective > found[i - 1].Objective)
                found[i] = found[i] with { Support = found[i - 1].Support, Objective = found[i - 1].Objective };
        }

        return [.. found.Select((f, i) => SubsetRefit.Point(problem, sizes[i], [.. f.Support.Order()], f.Bound, f.Nodes, f.Stop))];
    }
}

/// <summary>The columns of the whole problem, computed when asked for.</summary>
internal readonly struct ProblemColumns(SubsetProblem problem) : IGramColumns
{
    public ReadOnlySpan<double> Column(int j) => problem.GramColumn(j);

    public double Diagonal(int j) => 1 + problem.Ridge[j];
}
