namespace Regularization;

/// <summary>The search for the best subset of one size: which column next, in or out, with bounds that close most of the tree.</summary>
/// <remarks>
/// Depth first, with the most promising column first. Child i of a node chooses column i and gives up the columns before it. A node is closed when the
/// larger of two bounds says that nothing better is below it: <see cref="PerspectiveBound"/>, which counts the columns and is strong
/// with ridge or well-conditioned columns, and <see cref="SupersetBound"/>, which does not count and is strong where columns are alike.
/// The last two columns are found by looking at all pairs.
/// </remarks>
internal sealed class SubsetTree
{
    // Objectives are known to this much of ½‖y‖² = ½, so two that differ by less are equal.
    private const double Resolution = 1e-12;
    private const int MostForSuperset = 400;
    // Every level has its own matrices (2 GB in all), and a place on the stack.
    private const long MostNumbers = 1L << 28;
    private const int MostLevels = 200;
    private const int NodeTries = 6;
    private const int SiblingTries = 3;

    private readonly SubsetNode root;
    private readonly int size;
    private readonly SubsetLimits limits;
    private readonly Func<int[], double> measure;
    private readonly Action<SubsetTree>? report;
    private readonly List<SubsetLevel> levels = [];
    private readonly SupportFactor factor = new();
    private readonly PairSearch pairs = new();
    private readonly BoundChoice superset = new();
    private readonly BoundChoice relaxation = new();
    private readonly bool canRelax;
    private readonly bool canBoundBySuperset;
    private readonly int[] chosen;
    private double closed = double.PositiveInfinity;

    /// <summary>A search below <paramref name="root"/>, whose supports <paramref name="measure"/> knows the objectives of, for at most <paramref name="size"/> of its columns that are better than <paramref name="objective"/>.</summary>
    public SubsetTree(SubsetNode root, int size, double objective, SubsetLimits limits, Func<int[], double> measure, Action<SubsetTree>? report)
    {
        (this.root, this.size, this.limits, this.measure, this.report) = (root.View(), size, limits, measure, report);
        chosen = new int[size];
        canRelax = root.Share.Take(root.Count).All(share => share > 0);
        canBoundBySuperset = root.Count <= MostForSuperset;
        Best = null;
        Objective = objective;
    }

    /// <summary>The best support found, positions in the root; nothing if none is better than what was known.</summary>
    public int[]? Best { get; private set; }

    /// <summary>Its objective.</summary>
    public double Objective { get; private set; }

    /// <summary>No subset has a smaller objective.</summary>
    public double Bound => Math.Min(Objective, Math.Min(closed, levels.Count == 0 ? root.Bound : levels.Min(level => level.Rest)));

    // Nodes whose bound is at least this are closed.
    private double Cut => CutOf(Objective, limits.RelativeGap);

    /// <summary>Where a bound is good enough.</summary>
    public static double CutOf(double objective, double relativeGap) => objective - Math.Max(relativeGap * objective, Resolution);

    /// <summary>Takes a support if it is better than the best one known.</summary>
    public void Offer(ReadOnlySpan<int> support)
    {
        int[] sorted = [.. support];
        Array.Sort(sorted);
        var objective = measure(sorted);
        if (objective < Objective)
            (Objective, Best) = (objective, sorted);
    }

    /// <summary>Searches until the best support is proven, or a limit is reached.</summary>
    public void Run()
    {
        Level(0).Node = root;
        Level(0).Rest = root.Bound;
        if (size > 0)
            Visit(0);
        Level(0).Rest = limits.Stop is null ? double.PositiveInfinity : Level(0).Rest;
    }

    private void Visit(int depth)
    {
        var level = levels[depth];
        var (node, left) = (level.Node, size - depth);
        if (Interrupted() || Close(node.Bound))
            return;
        if (node.Count <= left)
            OfferWith(depth, [.. node.Ids.AsSpan(0, node.Count)]);
        else if (left <= 2)
            Finish(node, depth);
        else if (depth >= MostLevels || 3L * (depth + 1) * root.Count * root.Count > MostNumbers)
            limits.GiveUp();
        else
            Branch(level, depth);
    }

    private void Branch(SubsetLevel level, int depth)
    {
        var (node, left) = (level.Node, size - depth);
        var relax = canRelax && (!canBoundBySuperset || relaxation.Decide());
        if (relax)
        {
            level.Relaxation.Load(new NodeColumns(node), node.Count, node.Correlation, node.Share, node.Start, node.Threshold);
            var bound = level.Relaxation.Tune(new NodeColumns(node), left, node.Base, node.Rounding, Cut, depth == 0 ? 0 : NodeTries, limits.Work);
            if (Close(Math.Max(bound, node.Bound)))
            {
                relaxation.Win();
                return;
            }

            node.Bound = Math.Max(node.Bound, bound);
            closed = Math.Min(closed, level.ArrangeByRelaxation(Cut));
        }
        else
        {
            level.ArrangeByDrop();
        }

        var arranged = level.Arranged;
        arranged.Bound = node.Bound;
        var useSuperset = canBoundBySuperset && arranged.Count <= MostForSuperset && (!relax || superset.Decide());
        if (useSuperset)
            level.Superset.Compute(arranged, Cut);
        if (relax)
            level.Relaxation.Load(new NodeColumns(arranged), arranged.Count, arranged.Correlation, arranged.Share, arranged.Start, arranged.Threshold);
        VisitChildren(level, depth, relax, useSuperset);
    }

    // The bound of the later children is computed before child i is visited, so that the bound of the whole search is good at every moment.
    private void VisitChildren(SubsetLevel level, int depth, bool relax, bool useSuperset)
    {
        var isOpen = Advance(level, depth, 0, relax, useSuperset);
        for (var i = 0; isOpen; i++)
        {
            var isWorthwhile = PrepareChild(level, depth, i, relax);
            isOpen = Advance(level, depth, i + 1, relax, useSuperset);
            if (isWorthwhile)
                VisitChild(depth + 1);
            if (limits.Stop is not null)
                return;
            isOpen = isOpen && !Close(level.Rest);
        }

        level.Rest = double.PositiveInfinity;
    }

    // Gives up the columns before i, and says whether anything better can be among those from i on.
    private bool Advance(SubsetLevel level, int depth, int i, bool relax, bool useSuperset)
    {
        var (node, left) = (level.Arranged, size - depth);
        level.Rest = double.PositiveInfinity;
        if (node.Count - i <= left)
        {
            OfferWith(depth, [.. node.Ids.AsSpan(i, node.Count - i)]);
            return false;
        }

        if (useSuperset && level.Superset.Tail(i) is var tail && tail > node.Bound)
        {
            node.Bound = tail;
            if (Close(tail))
            {
                superset.Win();
                return false;
            }
        }

        if (relax)
        {
            var columns = new NodeColumns(node);
            if (i > 0)
                level.Relaxation.ExcludeFirst(columns);
            var bound = level.Relaxation.Tune(columns, left, node.Base, node.Rounding, Cut, i == 0 ? 1 : SiblingTries, limits.Work);
            node.Bound = Math.Max(node.Bound, bound);
            if (Close(bound))
            {
                relaxation.Win();
                return false;
            }
        }

        level.Rest = node.Bound;
        return true;
    }

    // Chooses column i, unless that cannot lead to anything better.
    private bool PrepareChild(SubsetLevel level, int depth, int i, bool relax)
    {
        var (from, below) = (level.Arranged, Level(depth + 1));
        if (from.Diagonal(i) <= SubsetProblem.Dependent || (relax && Close(level.Relaxation.With(i))))
            return false;
        var child = below.Node;
        chosen[depth] = from.Ids[i];
        child.Choose(from, i);
        child.Bound = relax ? Math.Max(from.Bound, level.Relaxation.With(i)) : from.Bound;
        child.Threshold = relax ? level.Relaxation.Threshold : 0;
        for (var j = 0; j < child.Count; j++)
            child.Start[j] = relax ? level.Relaxation.Weight(i + 1 + j) : 0;
        factor.Objective(root, chosen.AsSpan(0, depth + 1));
        child.Rounding = root.Rounding * SubsetProblem.Spread(depth + 1, factor.InverseTrace);
        below.Rest = child.Bound;
        return true;
    }

    private void VisitChild(int depth)
    {
        Visit(depth);
        if (limits.Stop is null)
            levels[depth].Rest = double.PositiveInfinity;
    }

    private void Finish(SubsetNode node, int depth)
    {
        var need = node.Base - Objective;
        foreach (var (most, first, second) in size - depth == 1 ? pairs.Singles(node, need) : pairs.Pairs(node, need))
        {
            if (node.Base - most < Objective)
                OfferWith(depth, second < 0 ? [node.Ids[first]] : [node.Ids[first], node.Ids[second]]);
        }
    }

    private void OfferWith(int depth, ReadOnlySpan<int> more) => Offer([.. chosen.AsSpan(0, depth), .. more]);

    // Whether nothing better than the gap is below; the lowest bound of what was closed is part of the certificate.
    private bool Close(double bound)
    {
        if (bound < Cut)
            return false;
        closed = Math.Min(closed, bound);
        return true;
    }

    private bool Interrupted()
    {
        if (limits.Nodes % 16 == 0 && report is not null && limits.IsReportDue)
            report(this);
        return limits.Refuse();
    }

    private SubsetLevel Level(int depth)
    {
        if (levels.Count == depth)
            levels.Add(new SubsetLevel());
        return levels[depth];
    }
}
