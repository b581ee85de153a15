namespace Regularization;

/// <summary><c>objective(C ∪ S) ≥ objective(C ∪ F)</c> for every S ⊆ F: the residual of the superset, for every tail of the free columns.</summary>
/// <remarks>
/// Eliminating the free columns from the last to the first gives the objective of every tail <c>{i, …, f−1}</c> on the way. Child i of a node may use only
/// its tail, and tails shrink, so once a tail is not good enough no later child is. Source: Furnival and Wilson (1974).
/// </remarks>
internal sealed class SupersetBound
{
    private double[] work = [];
    private double[] correlation = [];
    private double[] pivots = [];
    private double[] weights = [];
    private double[] row = [];
    private double[] tails = [];
    private SubsetNode node = null!;
    private int reached;

    /// <summary>Eliminates from the last column on, until a tail is below <paramref name="cut"/>: those further left are too, and need no bound.</summary>
    public void Compute(SubsetNode of, double cut)
    {
        node = of;
        var f = node.Count;
        Resize(f);
        node.Gram.AsSpan(0, f * f).CopyTo(work);
        node.Correlation.AsSpan(0, f).CopyTo(correlation);
        tails[f] = node.Base;
        for (reached = f; reached > 0 && tails[reached] >= cut; reached--)
            Eliminate(reached - 1);
    }

    /// <summary>A lower bound for all subsets of the columns i, i+1, …, safe against rounding; −∞ if none was computed.</summary>
    public double Tail(int i) => i < reached ? double.NegativeInfinity : tails[i] - Margin(i);

    private void Eliminate(int i)
    {
        var f = node.Count;
        var (pivot, c) = (work[i * f + i], correlation[i]);
        var own = work.AsSpan(i * f, i);
        if (pivot <= SubsetProblem.SurelyIndependent)
        {
            // A column that surely depends on the later ones adds nothing; where that is in doubt, so is every bound from here on.
            (pivots[i], tails[i]) = (0, pivot <= SubsetProblem.SurelyDependent ? tails[i + 1] : double.NegativeInfinity);
            return;
        }

        (pivots[i], tails[i]) = (pivot, tails[i + 1] - c * c / (2 * pivot));
        own.CopyTo(row);
        for (var a = 0; a < i; a++)
        {
            var factor = row[a] / pivot;
            correlation[a] -= factor * c;
            own[a] = factor;
            Kernels.Axpy(-factor, row.AsSpan(0, a + 1), work.AsSpan(a * f, a + 1));
        }
    }

    // The elimination is backward stable: it is exact for a matrix and correlations that are off by ε. That moves the objective at weights w by
    // at most ε(½‖w‖₁² + ‖w‖₁); the weights are those of the tail, and (1 + ‖w‖₁)² leaves a factor 2 for second-order terms.
    private double Margin(int from)
    {
        var f = node.Count;
        var sum = 0.0;
        for (var j = from; j < f; j++)
        {
            weights[j] = 0;
            if (pivots[j] == 0)
                continue;
            var w = correlation[j] / pivots[j] - Kernels.Dot(work.AsSpan(j * f + from, j - from), weights.AsSpan(from, j - from));
            weights[j] = w;
            sum += Math.Abs(w);
        }

        return node.Rounding * (1 + sum) * (1 + sum);
    }

    private void Resize(int count)
    {
        if (pivots.Length >= count)
            return;
        work = new double[count * count];
        (correlation, pivots, weights, row, tails) = (new double[count], new double[count], new double[count], new double[count], new double[count + 1]);
    }
}
