namespace Regularization;

/// <summary>A convex penalty with a gradient everywhere, <c>∂g(w) = {∇g(w)}</c>: all that gradient descent and Adam can use.</summary>
public interface ISmoothPenalty : IConvexPenalty
{
    /// <summary><c>∇g(w)</c>.</summary>
    /// <param name="w">The weights.</param>
    Vector Gradient(Vector w);

    Vector IConvexPenalty.Subgradient(Vector w) => Gradient(w);
}
