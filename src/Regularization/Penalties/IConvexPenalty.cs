namespace Regularization;

/// <summary>A penalty with <c>g(u) ≥ g(w) + sᵀ(u − w)</c> for all u, and a way to get such an <c>s</c>.</summary>
public interface IConvexPenalty : IPenalty
{
    /// <summary><c>s ∈ ∂g(w)</c>, one of the subgradients; at a kink the one of least norm.</summary>
    /// <param name="w">The weights.</param>
    Vector Subgradient(Vector w);
}
