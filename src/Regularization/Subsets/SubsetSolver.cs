using System.Diagnostics;

namespace Regularization;

/// <summary>Puts the search together: the problem, supports to start from, one tree a size.</summary>
internal sealed class SubsetSolver
{
    private const double MostForSwaps = 2e9;

    private readonly SubsetProblem problem;
    private readonly SubsetOptions options;
    private readonly CancellationToken work;
    private readonly Stopwatch clock;
    private readonly SubsetNode? root;
    private readonly bool isClear;
    private readonly IReadOnlyList<int> greedy;

    private SubsetSolver(SubsetProblem problem, int largest, SubsetOptions options, Stopwatch clock, CancellationToken work)
    {
        (this.problem, this.options, this.clock, this.work) = (problem, options, clock, work);
        root = problem.Columns <= SubsetProblem.MostDense ? InTime(() => SubsetRoot.OfAll(problem, work), null) : null;
        isClear = root is null ? problem.Ridge.All(ridge => ridge > SubsetProblem.Dependent) : InTime(() => ClearRank.IsClear(problem, root, work), false);
        greedy = InTime(() => ForwardStepwise.Support(problem, largest, work), MostCorrelated(largest));
    }

    /// <summary>The best subset of every size asked for, as far as the limits allow.</summary>
    public static SubsetPath Fit(Matrix x, Vector y, SubsetOptions options)
    {
        var clock = Stopwatch.StartNew();
        var sizes = options.Checked(Argument.NotNull(x).ColumnCount).Sizes(x.ColumnCount);
        var problem = SubsetProblem.Of(x, y, options);
        using var work = CancellationTokenSource.CreateLinkedTokenSource(options.Cancellation);
        if (options.TimeLimit is { } limit && limit < TimeSpan.FromDays(1))
            work.CancelAfter(limit - clock.Elapsed is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero);

        var solver = new SubsetSolver(problem, sizes[^1], options, clock, work.Token);
        var found = new Found[sizes.Count];
        // The largest size takes longest, so it begins first.
        InParallel.For(sizes.Count, options.Threads, i => found[^(i + 1)] = solver.Search(sizes[^(i + 1)]));
        return new SubsetPath(solver.Points(sizes, found), problem.Design.Names, x.RowCount, options.Lambda) { InterceptCount = options.Intercept ? 1 : 0 };
    }

    private sealed record Found(int[] Support, double Objective, double Bound, long Nodes, SubsetStop Stop);

    private Found Search(int size)
    {
        int[] start = [.. greedy.Take(size)];
        // A round of exchanges costs about k³p.
        if (Math.Pow(size, 3) * problem.Columns <= MostForSwaps)
            start = InTime(() => SwapSearch.Improve(problem, start, work), start);
        var limits = new SubsetLimits(options, clock, work);
        if (root is not null)
            return SearchDense(root, size, start, limits);
        if (problem.Lambda > 0)
            return SearchWide(size, start, limits);
        var objective = new ProjectedColumns(problem).Project(start).Objective;
        // The best single column is found by looking at all. Beyond that only 0 is known: no diagonal is free, and all columns together may fit y.
        return size <= 1 && !work.IsCancellationRequested
            ? new Found(start, objective, objective, 0, SubsetStop.Proven)
            : new Found(start, objective, 0, 0, problem.Columns <= SubsetProblem.MostDense ? SubsetStop.TimeLimit : SubsetStop.TooLarge);
    }

    private Found SearchDense(SubsetNode from, int size, int[] start, SubsetLimits limits)
    {
        var tree = new SubsetTree(from, size, double.PositiveInfinity, limits, support => SubsetRefit.Objective(problem, support), tree => Report(limits, size, tree.Objective, tree.Bound));
        foreach (var support in WarmStarts(size).Prepend(start))
            tree.Offer(support);
        tree.Run();
        return new Found(tree.Best ?? [], tree.Objective, tree.Bound, limits.Nodes, limits.Stop ?? Ended(size));
    }

    private Found SearchWide(int size, int[] start, SubsetLimits limits)
    {
        var tree = new WideSubsetTree(problem, size, start, limits, (objective, bound) => Report(limits, size, objective, bound));
        foreach (var support in WarmStarts(size))
            tree.Offer(support);
        tree.Run();
        return new Found(tree.Best, tree.Objective, tree.Bound, limits.Nodes, limits.Stop ?? Ended(size));
    }

    // A single column depends on nothing.
    private SubsetStop Ended(int size) => isClear || size <= 1 ? SubsetStop.Proven : SubsetStop.IllConditioned;

    private void Report(SubsetLimits limits, int size, double objective, double bound)
    {
        var square = problem.Length * problem.Length;
        limits.Report(new SubsetProgress(size, limits.Nodes, objective * square, Math.Max(0, bound) * square));
    }

    private IEnumerable<int[]> WarmStarts(int size) => (options.WarmStarts ?? []).Select(support =>
        (int[])[.. support.Distinct().Select(column => Array.IndexOf(problem.Original, column)).Where(j => j >= 0).Take(size)]);

    private int[] MostCorrelated(int size) => [.. Enumerable.Range(0, problem.Columns).OrderByDescending(j => Math.Abs(problem.Correlation[j])).Take(size)];

    // What is computed before the search begins is given up when the time is over, but not when the user cancels.
    private T InTime<T>(Func<T> compute, T otherwise)
    {
        try
        {
            return compute();
        }
        catch (OperationCanceledException) when (!options.Cancellation.IsCancellationRequested)
        {
            return otherwise;
        }
    }

    // Where rounding errors could hide a better subset, nothing is claimed. A smaller size cannot be better than a larger one, and a bound for a larger size holds for a smaller one.
    private SubsetPoint[] Points(IReadOnlyList<int> sizes, Found[] found)
    {
        for (var i = 0; i < found.Length; i++)
            found[i] = isClear || sizes[i] <= 1 ? found[i] : found[i] with { Bound = 0 };
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
