namespace Regularization;

/// <summary>The search among more columns than a Gram matrix is kept for: best bound first, until few enough columns are left for a <see cref="SubsetTree"/>.</summary>
/// <remarks>
/// Columns of the Gram matrix are computed when the relaxation first uses them, which are few; every node rules out the columns whose choice cannot
/// lead to a better subset. When at most <see cref="MostLeft"/> are left, their Gram matrix is made and the rest of the node is searched on it.
/// </remarks>
internal sealed class WideSubsetTree
{
    /// <summary>How many columns a node may have left to be searched on a Gram matrix of its own.</summary>
    public const int MostLeft = 2048;

    private const int NodeTries = 6;

    private readonly SubsetProblem problem;
    private readonly int size;
    private readonly SubsetLimits limits;
    private readonly Action<double, double> report;
    private readonly ProjectedColumns projected;
    private readonly PerspectiveBound relaxation = new();
    private readonly PriorityQueue<Node, (double Bound, long Order)> open = new();
    private readonly double[] start;
    private long order;
    private double closed = double.PositiveInfinity;

    /// <summary>A search for at most <paramref name="size"/> columns, starting from a support.</summary>
    public WideSubsetTree(SubsetProblem problem, int size, int[] support, SubsetLimits limits, Action<double, double> report)
    {
        (this.problem, this.size, this.limits, this.report) = (problem, size, limits, report);
        (projected, this.start) = (new ProjectedColumns(problem), new double[problem.Columns]);
        Objective = double.PositiveInfinity;
        Best = support;
        Offer(support);
    }

    /// <summary>The best support found.</summary>
    public int[] Best { get; private set; }

    /// <summary>Its objective.</summary>
    public double Objective { get; private set; }

    /// <summary>No subset has a smaller objective.</summary>
    public double Bound => Math.Min(Objective, Math.Min(closed, open.TryPeek(out _, out var next) ? next.Bound : double.PositiveInfinity));

    private double Cut => SubsetTree.CutOf(Objective, limits.RelativeGap);

    private sealed record Node(int[] In, int[] Out, (int Column, double Weight)[] Start, double Threshold, double Bound);

    /// <summary>Takes a support if it is better than the best one known.</summary>
    public void Offer(IReadOnlyList<int> support)
    {
        int[] sorted = [.. support.Order()];
        if (SubsetRefit.Objective(problem, sorted) is var objective && objective < Objective)
            (Objective, Best) = (objective, sorted);
    }

    /// <summary>Searches until the best support is proven, or a limit is reached.</summary>
    public void Run()
    {
        if (size == 0 || Close(0))
            return;
        Push(new Node([], [], [], 0, 0));
        while (open.TryPeek(out var node, out _) && !Interrupted())
        {
            open.Dequeue();
            if (!Close(node.Bound))
                Visit(node);
        }
    }

    private void Visit(Node node)
    {
        var left = size - node.In.Length;
        var share = (double[])problem.Ridge.Clone();
        foreach (var j in node.In.Concat(node.Out))
            share[j] = double.PositiveInfinity;
        projected.Project(node.In);
        if (left == 1)
        {
            FinishWithOne(node);
            return;
        }

        var columns = new ResidualColumns(projected);
        relaxation.Load(columns, problem.Columns, projected.Correlations, share, Expand(node.Start), node.Threshold);
        var isRoot = node.In.Length + node.Out.Length == 0;
        var bound = Math.Max(node.Bound, relaxation.Tune(columns, left, projected.Objective, Rounding(node.In), Cut, isRoot ? 0 : NodeTries, limits.Work));
        if (Close(bound))
            return;

        int[] kept = [.. Enumerable.Range(0, problem.Columns).Where(j => !double.IsInfinity(share[j]) && !Close(relaxation.With(j)))];
        Offer([.. node.In, .. kept.OrderByDescending(relaxation.Promise).Take(left)]);
        if (kept.Length <= MostLeft)
            Finish(node.In, kept, left, bound);
        else
            Branch(node, kept, bound);
    }

    // The best last column is found by looking at all.
    private void FinishWithOne(Node node)
    {
        var best = -1;
        for (var j = 0; j < problem.Columns; j++)
        {
            if (projected.Drop(j) > (best < 0 ? 0 : projected.Drop(best)) && !node.Out.Contains(j))
                best = j;
        }

        if (best >= 0)
            Offer([.. node.In, best]);
        else
            Offer(node.In);
    }

    // The most promising column that is not decided yet: in, or out.
    private void Branch(Node node, int[] kept, double bound)
    {
        var j = kept.MaxBy(relaxation.Promise);
        (int, double)[] start = [.. kept.Where(i => relaxation.Weight(i) != 0).Select(i => (i, relaxation.Weight(i)))];
        Push(node with { In = [.. node.In, j], Start = start, Threshold = relaxation.Threshold, Bound = Math.Max(bound, relaxation.With(j)) });
        Push(node with { Out = [.. node.Out, j], Start = start, Threshold = relaxation.Threshold, Bound = bound });
    }

    private void Push(Node node)
    {
        if (node.In.Length == size)
            Offer(node.In);
        else
            open.Enqueue(node, (node.Bound, order++));
    }

    // All that is left fits into a Gram matrix: the columns that are in come first and are projected out.
    private void Finish(int[] chosen, int[] kept, int left, double bound)
    {
        SubsetNode root;
        try
        {
            root = SubsetRoot.OfSome(problem, [.. chosen, .. kept], limits.Work);
        }
        catch (OperationCanceledException)
        {
            // What is not searched keeps its bound, if it was the time; if it was the user, the next node throws.
            closed = Math.Min(closed, bound);
            return;
        }

        foreach (var _ in chosen)
        {
            var next = new SubsetNode();
            next.Choose(root, 0);
            root = next;
        }

        (root.Rounding, root.Bound) = (Rounding(chosen), bound);
        for (var i = 0; i < root.Count; i++)
            root.Ids[i] = i;
        double Measure(int[] more) => SubsetRefit.Objective(problem, [.. chosen.Concat(more.Select(i => kept[i])).Order()]);
        var tree = new SubsetTree(root, left, Objective, limits, Measure, tree => Tell(tree.Objective, tree.Bound));
        tree.Run();
        closed = Math.Min(closed, tree.Bound);
        if (tree.Best is { } better)
            Offer([.. chosen, .. better.Select(i => kept[i])]);
    }

    private double Rounding(int[] chosen) =>
        problem.RoundingAfter(2 * (chosen.Length + MostLeft)) * SubsetProblem.Spread(chosen.Length, SmallCholesky.Of(problem, chosen).InverseTrace());

    private double[] Expand((int Column, double Weight)[] weights)
    {
        Array.Clear(start);
        foreach (var (column, weight) in weights)
            start[column] = weight;
        return start;
    }

    private bool Close(double bound)
    {
        if (bound < Cut)
            return false;
        closed = Math.Min(closed, bound);
        return true;
    }

    private bool Interrupted()
    {
        if (limits.IsReportDue)
            Tell(Objective, double.PositiveInfinity);
        return limits.Refuse();
    }

    private void Tell(double objective, double bound) => report(Math.Min(objective, Objective), Math.Min(Bound, bound));
}

/// <summary>The columns of A with the chosen ones projected out, one at a time.</summary>
internal readonly struct ResidualColumns(ProjectedColumns projected) : IGramColumns
{
    public ReadOnlySpan<double> Column(int j) => projected.Column(j);

    public double Diagonal(int j) => projected.Diagonal(j);
}
