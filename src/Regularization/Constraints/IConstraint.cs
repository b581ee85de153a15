namespace Regularization;

/// <summary><c>w ∈ C</c>: a closed set that the weights must stay in, here always a ball around the origin.</summary>
public interface IConstraint
{
    /// <summary><c>w ∈ C</c>, up to rounding.</summary>
    /// <param name="w">The weights.</param>
    /// <param name="tolerance">How far over the radius counts as on the border: absolute up to radius 1, relative beyond.</param>
    bool Contains(Vector w, double tolerance = 1e-12);

    /// <summary><c>argmin over w ∈ C of ‖w − v‖₂</c>, the nearest point of the set.</summary>
    /// <param name="v">The point to project.</param>
    Vector Project(Vector v);
}
