namespace Regularization;

/// <summary><c>N(w) = {g : gᵀ(v − w) ≤ 0 for all v in the ball}</c>, the directions that the L1 ball of the plane blocks at w.</summary>
/// <remarks>
/// w solves <c>min J₀ s.t. ‖w‖₁ ≤ t</c> iff <c>−∇J₀(w)</c> lies in the cone. On an edge the cone is one ray, at a vertex a whole
/// quarter-plane: that is why so many losses end in a vertex. Inside the ball only 0 is left. Source: Rockafellar (1970), §23.
/// </remarks>
/// <param name="Apex">The point w at which the cone is attached.</param>
/// <param name="Rays">The rays that span the cone, counter-clockwise: two at a vertex, one on an edge, none inside.</param>
public sealed record NormalCone(Vector Apex, IReadOnlyList<Vector> Rays)
{
    /// <summary>The normal cone of <c>{‖w‖₁ ≤ t}</c> at a point in or on it; its rays have entries ±1.</summary>
    /// <param name="point">The point w.</param>
    /// <param name="radius">t > 0.</param>
    /// <param name="tolerance">How far from t, relative to t, <c>‖w‖₁</c> may be for a point on the boundary.</param>
    public static NormalCone OfL1Ball(Vector point, double radius, double tolerance = 1e-12)
    {
        Plane.Require(Argument.Finite(point), nameof(point));
        Argument.Positive(radius);
        var excess = point.L1Norm() / radius - 1;
        if (excess > tolerance)
            throw new ArgumentException(FormattableString.Invariant($"point has the norm {point.L1Norm()}; expected at most {radius}."), nameof(point));
        if (excess < -tolerance)
            return new NormalCone(point.Clone(), []);

        var (s1, s2) = (Math.Sign(point[0]), Math.Sign(point[1]));
        return new NormalCone(point.Clone(), (s1, s2) switch
        {
            (_, 0) => [Plane.Point(s1, -s1), Plane.Point(s1, s1)],
            (0, _) => [Plane.Point(s2, s2), Plane.Point(-s2, s2)],
            _ => [Plane.Point(s1, s2)],
        });
    }

    /// <summary>Is <paramref name="direction"/> in the cone, up to rounding?</summary>
    public bool Contains(Vector direction, double tolerance = 1e-9)
    {
        Plane.Require(direction);
        var slack = tolerance * direction.L2Norm();
        return Rays.Count switch
        {
            0 => direction.L2Norm() == 0,
            1 => Math.Abs(Cross(Rays[0], direction)) <= slack && Rays[0] * direction >= -slack,
            _ => Cross(Rays[0], direction) >= -slack && Cross(direction, Rays[1]) >= -slack,
        };
    }

    private static double Cross(Vector a, Vector b) => a[0] * b[1] - a[1] * b[0];
}
