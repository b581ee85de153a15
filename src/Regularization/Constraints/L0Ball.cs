using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary><c>‖w‖₀ ≤ k</c>: at most k weights in use.</summary>
/// <remarks>
/// Not convex: a union of coordinate subspaces. The nearest point keeps the k largest sizes; when sizes tie, the earlier coordinate stays, so that
/// the answer is always the same. Source: Blumensath and Davies (2008), §3.
/// </remarks>
/// <param name="size">k ≥ 0, how many weights may differ from zero.</param>
public sealed class L0Ball(int size) : IConstraint
{
    /// <summary>k, how many weights may differ from zero.</summary>
    public int Size { get; } = Argument.AtLeast(size, 0);

    /// <inheritdoc/>
    /// <remarks>Here entries with <c>|wⱼ| ≤ tolerance</c> count as zero.</remarks>
    public bool Contains(Vector w, double tolerance = 1e-12) => Norms.L0(w, tolerance) <= Size;

    /// <inheritdoc/>
    public Vector Project(Vector v)
    {
        // OrderByDescending is stable: equal sizes stay in the order of their coordinates.
        var kept = Enumerable.Range(0, v.Count).OrderByDescending(j => Math.Abs(v[j])).Take(Size).ToHashSet();
        return v.MapIndexed((j, vj) => kept.Contains(j) ? vj : 0, Zeros.Include);
    }

    /// <inheritdoc/>
    public override string ToString() => $"‖w‖₀ ≤ {Size}";
}
