namespace Regularization;

/// <summary>What one level of the recursion works with: the node handed down, the same node in the order of branching, and its bounds.</summary>
internal sealed class SubsetLevel
{
    private int[] order = [];
    private double[] keys = [];
    private double[] weights = [];

    /// <summary>As the level above made it.</summary>
    public SubsetNode Node { get; set; } = new();

    /// <summary>The columns that can be in a better subset, the most promising first.</summary>
    public SubsetNode Arranged { get; } = new();

    public PerspectiveBound Relaxation { get; } = new();

    public SupersetBound Superset { get; } = new();

    /// <summary>A lower bound for what is left of this level after the child that is being visited.</summary>
    public double Rest { get; set; } = double.PositiveInfinity;

    /// <summary>Sorts by what a column lowers the objective alone, <c>b_j²/A_jj</c>.</summary>
    public void ArrangeByDrop()
    {
        Prepare();
        for (var j = 0; j < Node.Count; j++)
            (order[j], keys[j]) = (j, -Node.Correlation[j] * Node.Correlation[j] / Math.Max(Node.Diagonal(j), SubsetProblem.Dependent));
        Array.Sort(keys, order, 0, Node.Count);
        Arranged.Gather(Node, order.AsSpan(0, Node.Count), weights);
    }

    /// <summary>Leaves out the columns whose choice cannot lead below <paramref name="cut"/>, and sorts the others by what the relaxation thinks of them.</summary>
    /// <returns>The lowest bound among the columns left out.</returns>
    public double ArrangeByRelaxation(double cut)
    {
        Prepare();
        var (kept, lowest) = (0, double.PositiveInfinity);
        for (var j = 0; j < Node.Count; j++)
        {
            weights[j] = Relaxation.Weight(j);
            if (Relaxation.With(j) is var bound && bound >= cut)
            {
                lowest = Math.Min(lowest, bound);
                continue;
            }

            (order[kept], keys[kept]) = (j, -Relaxation.Promise(j));
            kept++;
        }

        Array.Sort(keys, order, 0, kept);
        Arranged.Gather(Node, order.AsSpan(0, kept), weights);
        Arranged.Threshold = Relaxation.Threshold;
        return lowest;
    }

    private void Prepare()
    {
        if (order.Length < Node.Count)
            (order, keys, weights) = (new int[Node.Count], new double[Node.Count], new double[Node.Count]);
    }
}

/// <summary>The columns of a node's A, for a relaxation.</summary>
internal readonly struct NodeColumns(SubsetNode node) : IGramColumns
{
    public ReadOnlySpan<double> Column(int j) => node.Row(j);

    public double Diagonal(int j) => node.Diagonal(j);
}
