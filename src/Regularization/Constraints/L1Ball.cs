using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary><c>‖w‖₁ ≤ t</c>: the diamond.</summary>
/// <remarks>
/// The nearest point is a soft threshold <c>sign(vⱼ)(|vⱼ| − θ)₊</c>, with the one θ that brings the sum of sizes down to t. Sorting finds it exactly:
/// with the sizes <c>u₁ ≥ u₂ ≥ …</c>, θ solves <c>Σ_{i≤k}(uᵢ − θ) = t</c> for the largest k with <c>u_k &gt; θ</c>. Source: Duchi, Shalev-Shwartz, Singer and
/// Chandra (2008). The code measures everything down from <c>u₁</c> (<c>θ = u₁ − δ</c>), so that entries of 1e15 lose no digits of t = 1.
/// </remarks>
/// <param name="radius">t ≥ 0.</param>
public sealed class L1Ball(double radius) : IConstraint
{
    /// <summary>The radius t.</summary>
    public double Radius { get; } = Argument.Nonnegative(radius);

    /// <inheritdoc/>
    public bool Contains(Vector w, double tolerance = 1e-12) => Norms.L1(w) <= Radius + tolerance * Math.Max(1, Radius);

    /// <inheritdoc/>
    public Vector Project(Vector v)
    {
        if (Contains(v, tolerance: 0))
            return v;

        var largest = Norms.LInfinity(v);
        var delta = Delta(v.Select(vj => largest - Math.Abs(vj)).Order());
        return v.Map(vj => Math.Sign(vj) * Math.Max(0, delta - (largest - Math.Abs(vj))), Zeros.Include);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"‖w‖₁ ≤ {Radius}");

    // δ = (t + Σ_{i≤k} gᵢ)/k, where gᵢ = u₁ − uᵢ: a coordinate joins as long as its gap is below the δ of those before it.
    private double Delta(IEnumerable<double> gaps)
    {
        var (delta, sum, k) = (double.PositiveInfinity, Radius, 0);
        foreach (var gap in gaps.TakeWhile(gap => gap < delta))
            delta = (sum += gap) / ++k;
        return delta;
    }
}
