namespace Regularization;

/// <summary><c>g(w)</c>: what the weights cost by themselves, in the objective <c>J(w) = J₀(w) + g(w)</c>. The strength λ is part of g.</summary>
/// <remarks>It need not be smooth, nor convex; a solver gets at it through its prox. Source: Parikh and Boyd (2014), §1.1.</remarks>
public interface IPenalty
{
    /// <summary><c>g(w)</c>.</summary>
    /// <param name="w">The weights.</param>
    double Value(Vector w);

    /// <summary><c>prox(v) = argmin over w of g(w) + ‖w − v‖²/(2·step)</c>.</summary>
    /// <param name="v">The point to start from.</param>
    /// <param name="step">The step, &gt; 0.</param>
    Vector Prox(Vector v, double step);

    /// <summary><c>dist(−∇J₀(w), ∂g(w))</c> in the Euclidean norm: 0 exactly where <c>0 ∈ ∇J₀(w) + ∂g(w)</c>, at a stationary point.</summary>
    /// <remarks>For a convex g such a point is a minimizer. Source: Bertrand et al. (2022).</remarks>
    /// <param name="w">The weights.</param>
    /// <param name="gradient">The gradient of the datafit at <paramref name="w"/>.</param>
    double SubdifferentialDistance(Vector w, Vector gradient);
}
