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
    private double[] inverse = [];
    private double[] beta = [];

    /// <summary>The column that lowers the objective most, if it is by more than <paramref name="drop"/>.</summary>
    public (double Drop, int Column) Single(SubsetNode node, double drop)
    {
        Prepare(node);
        var best = -1;
        for (var j = 0; j < node.Count; j++)
        {
            var d = beta[j] * beta[j] / 2;
            if (d > drop)
                (drop, best) = (d, j);
        }

        return (drop, best);
    }

    /// <summary>The pair that lowers the objective most, if it is by more than <paramref name="drop"/>.</summary>
    public (double Drop, int First, int Second) Pair(SubsetNode node, double drop)
    {
        Prepare(node);
        var (first, second) = (-1, -1);
        for (var i = 1; i < node.Count; i++)
        {
            if (!MayExceed(node.Row(i)[..i], inverse[i], beta[i], 2 * drop))
                continue;
            for (var j = 0; j < i; j++)
            {
                var d = Drop(node.Row(i)[j] * inverse[i] * inverse[j], beta[i], beta[j]);
                if (d > drop)
                    (drop, first, second) = (d, i, j);
            }
        }

        return (drop, first, second);
    }

    private static double Drop(double r, double left, double right)
    {
        var independent = 1 - r * r;
        return independent <= SubsetProblem.Dependent
            ? Math.Max(left * left, right * right) / 2
            : (left * left + right * right - 2 * r * left * right) / (2 * independent);
    }

    private bool MayExceed(ReadOnlySpan<double> row, double scale, double left, double need)
    {
        ref var r = ref MemoryMarshal.GetReference(row);
        ref var s = ref MemoryMarshal.GetArrayDataReference(inverse);
        ref var b = ref MemoryMarshal.GetArrayDataReference(beta);
        var (scales, constant, slope, needs) = (Vector512.Create(scale), Vector512.Create(left * left - need), Vector512.Create(-2 * left), Vector512.Create(need));
        var most = Vector512.Create(double.NegativeInfinity);
        var j = 0;
        for (; j <= row.Length - 8; j += 8)
        {
            var at = (nuint)j;
            var right = Vector512.LoadUnsafe(ref b, at);
            var correlation = Vector512.LoadUnsafe(ref r, at) * scales * Vector512.LoadUnsafe(ref s, at);
            var excess = Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(slope, correlation, right), right, constant);
            most = Vector512.Max(most, Vector512.FusedMultiplyAdd(needs * correlation, correlation, excess));
        }

        if (Vector512.GreaterThanAny(most, Vector512<double>.Zero))
            return true;
        for (; j < row.Length; j++)
        {
            var correlation = row[j] * scale * inverse[j];
            if ((beta[j] - 2 * left * correlation) * beta[j] + left * left - need + need * correlation * correlation > 0)
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
