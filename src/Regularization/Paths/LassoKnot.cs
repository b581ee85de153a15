namespace Regularization;

/// <summary>A point where the lasso path changes direction: at this <c>λ</c> a column enters or leaves the support.</summary>
/// <param name="Lambda">The strength λ of the knot.</param>
/// <param name="W">The solution w(λ); an entering or leaving weight is exactly 0 here.</param>
/// <param name="L1Norm"><c>t = ‖w(λ)‖₁</c>, the radius of the ball on whose surface the solution lies.</param>
/// <param name="Entering">The column that becomes nonzero below λ, if any.</param>
/// <param name="Leaving">The column that becomes zero below λ, if any.</param>
public sealed record LassoKnot(double Lambda, Vector W, double L1Norm, int? Entering = null, int? Leaving = null);
