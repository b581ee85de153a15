using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary><c>0 ∈ ∂ⱼJ₀(w) + ∂g(wⱼ)</c> for every j: the conditions of Karush, Kuhn and Tucker, and by how much each is missed.</summary>
/// <remarks>For the lasso they read <c>xⱼᵀr = λ sign wⱼ</c> where <c>wⱼ ≠ 0</c>, and <c>|xⱼᵀr| ≤ λ</c> where <c>wⱼ = 0</c>. Source: Tibshirani (2013), §2.1.</remarks>
public static class Kkt
{
    /// <summary><c>dist(−∂ⱼJ₀(w), ∂g(wⱼ))</c> for each coordinate j: which condition is violated, and by how much.</summary>
    /// <param name="f">The datafit.</param>
    /// <param name="g">The penalty.</param>
    /// <param name="w">The weights.</param>
    public static Vector Residuals(IDatafit f, SeparablePenalty g, Vector w)
    {
        var gradient = f.Gradient(w);
        return w.MapIndexed((j, wj) => g.SubdifferentialDistance(wj, gradient[j]), Zeros.Include);
    }

    /// <summary><c>max over j of dist(−∂ⱼJ₀(w), ∂g(wⱼ))</c>: the worst violation.</summary>
    /// <param name="f">The datafit.</param>
    /// <param name="g">The penalty.</param>
    /// <param name="w">The weights.</param>
    public static double Residual(IDatafit f, SeparablePenalty g, Vector w) => Norms.LInfinity(Residuals(f, g, w));

    /// <summary><c>λ_max = ‖∇J₀(0)‖∞</c>: the smallest λ at which <c>w = 0</c> minimizes <c>J₀(w) + λ‖w‖₁</c>.</summary>
    /// <param name="f">The datafit.</param>
    public static double LambdaMax(IDatafit f) => Norms.LInfinity(f.Gradient(Vector.Build.Dense(f.Dimension)));
}
