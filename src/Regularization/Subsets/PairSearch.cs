using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Regularization;

/// <summary>The best one or two of the free columns, found by looking at all of them.</summary>
/// <remarks>
/// For unit columns with correlation r and coordinates β_i, β_j, two columns lower the objective by
/// <c>½(β_i² + β_j² − 2rβ_iβ_j)/(1 − r²)</c>. Whether that exceeds d is asked without dividing:
/// <c>β_i² + β_j² − 2rβ_iβ_j − 2d(1 − r²) > 0</c>, eight pairs at a time. Stopping the recursion two levels early is what makes the tree small.
/// </remarks>
internal sealed class PairSearch
{
    // The shortcut takes one margin for all pairs, good for weights up to this; a pair whose weights may be larger gets a margin of its own.
    private const double LargestWeights = 200;


    private readonly List<(double Most, int First, int Second)> candidates = [];
    private double[] inverse = [];
    private double[] beta = [];

    /// <summary>The pairs that may lower the objective by more than <paramref name="drop"/>, rounding errors counted in their favor.</summary>
    /// <remarks>A pair that is beaten by another whatever the rounding errors is left out, so there is seldom more than one.</remarks>
    public IReadOnlyList<(double Most, int First, int Second)> Pairs(SubsetNode node, double drop)
    {
        Prepare(node);
        candidates.Clear();
        var slack = Margin(node.Rounding, LargestWeights);
        for (var i = 1; i < node.Count; i++)
        {
            if (!MayExceed(node.Row(i)[..i], inverse[i], beta[i], 2 * (drop - slack)))
                continue;
            for (var j = 0; j < i; j++)
                drop = Consider(node, i, j, drop);
        }

        candidates.RemoveAll(pair => pair.Most <= drop);
        return candidates;
    }

    /// <summary>The same for one column; it comes first, and −1 second.</summary>
    public IReadOnlyList<(double Most, int First, int Second)> Singles(SubsetNode node, double drop)
    {
        Prepare(node);
        candidates.Clear();
        for (var j = 0; j < node.Count; j++)
        {
            var (d, margin) = (beta[j] * beta[j] / 2, Margin(node.Rounding, Math.Abs(beta[j]) * inverse[j]));
            if (d + margin > drop)
                candidates.Add((d + margin, j, -1));
            drop = Math.Max(drop, d - margin);
        }

        candidates.RemoveAll(one => one.Most <= drop);
        return candidates;
    }

    private double Consider(SubsetNode node, int i, int j, double drop)
    {
        var (d, weights) = Drop(node.Row(i)[j] * inverse[i] * inverse[j], beta[i], beta[j], inverse[i], inverse[j]);
        var margin = Margin(node.Rounding, weights);
        if (d + margin > drop)
            candidates.Add((d + margin, i, j));
        return Math.Max(drop, d - margin);
    }

    // An error of ε in entries moves the objective at weights w by ε(½‖w‖₁² + ‖w‖₁) at most; the factor 2 is for second-order terms.
    private static double Margin(double rounding, double weights) => 2 * rounding * (1 + weights) * (1 + weights);

    // By how much two columns lower the objective, and the sum of their weights.
    private static (double Drop, double Weights) Drop(double r, double left, double right, double leftScale, double rightScale)
    {
        var independent = 1 - r * r;
        if (independent <= SubsetProblem.Dependent)
            return Math.Abs(left) > Math.Abs(right) ? (left * left / 2, Math.Abs(left) * leftScale) : (right * right / 2, Math.Abs(right) * rightScale);
        return ((left * left + right * right - 2 * r * left * right) / (2 * independent),
            (Math.Abs(left - r * right) * leftScale + Math.Abs(right - r * left) * rightScale) / independent);
    }

    private bool MayExceed(ReadOnlySpan<double> row, double scale, double left, double need)
    {
        ref var r = ref MemoryMarshal.GetReference(row);
        ref var s = ref MemoryMarshal.GetArrayDataReference(inverse);
        ref var b = ref MemoryMarshal.GetArrayDataReference(beta);
        var (size, constant) = (Math.Abs(left), left * left - need);
        var most = Vector512.Create(double.NegativeInfinity);
        var j = 0;
        for (; j <= row.Length - 8; j += 8)
        {
            var (right, other) = (Vector512.LoadUnsafe(ref b, (nuint)j), Vector512.LoadUnsafe(ref s, (nuint)j));
            var correlation = Vector512.LoadUnsafe(ref r, (nuint)j) * scale * other;
            var square = correlation * correlation;
            var excess = (right - 2 * left * correlation) * right + square * need + Vector512.Create(constant);
            var weights = (Vector512.Abs(right) + Vector512.Create(size)) * (other + Vector512.Create(scale));
            most = Vector512.Max(most, Vector512.Max(excess, weights + square * LargestWeights - Vector512.Create(LargestWeights)));
        }

        if (Vector512.GreaterThanAny(most, Vector512<double>.Zero))
            return true;
        for (; j < row.Length; j++)
        {
            var correlation = row[j] * scale * inverse[j];
            var square = correlation * correlation;
            if ((beta[j] - 2 * left * correlation) * beta[j] + square * need + constant > 0
                || (size + Math.Abs(beta[j])) * (scale + inverse[j]) > LargestWeights * (1 - square))
                return true;
        }

        return false;
    }

    private void Prepare(SubsetNode node)
    {
        if (beta.Length < node.Count)
            (inverse, beta) = (new double[node.Count], new double[node.Count]);
        for (var j = 0; j < node.Count; j++)
        {
            var diagonal = node.Diagonal(j);
            inverse[j] = diagonal > SubsetProblem.Dependent ? 1 / Math.Sqrt(diagonal) : 0;
            beta[j] = node.Correlation[j] * inverse[j];
        }
    }
}
