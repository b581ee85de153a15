namespace Regularization;

/// <summary><c>w(λ) = argmin ½‖y − Xw‖² + λ‖w‖₁</c> for all λ at once: piecewise linear, so its knots say everything.</summary>
/// <remarks>
/// The knots come from <see cref="LassoHomotopy"/>; between two of them the solution is a straight line in λ, and so is its norm.
/// The data are used as given: standardize first (<see cref="Standardization"/>). Source: Efron, Hastie, Johnstone and Tibshirani
/// (2004), §3.1; Osborne, Presnell and Turlach (2000).
/// </remarks>
public sealed class LassoPath
{
    private readonly LassoKnot[] points;

    private LassoPath(LassoKnot[] points) => this.points = points;

    /// <summary>The knots, from <see cref="LambdaMax"/> downwards; λ = 0 is <see cref="End"/> and not among them.</summary>
    public IReadOnlyList<LassoKnot> Knots => points[..^1];

    /// <summary>The path's other end, λ = 0: a least-squares solution.</summary>
    public LassoKnot End => points[^1];

    /// <summary><c>λ_max = max_j |x_jᵀy|</c>: from here upwards every weight is zero.</summary>
    public double LambdaMax => points[0].Lambda;

    /// <summary>Follows the path from λ_max to 0.</summary>
    public static LassoPath Fit(Matrix x, Vector y)
    {
        Argument.Length(Argument.Finite(y), Argument.Finite(x).RowCount, nameof(y));
        return new LassoPath([.. LassoHomotopy.Follow(x, y)]);
    }

    /// <summary><c>w(λ)</c>, exact: the straight line between the two knots around λ.</summary>
    public Vector At(double lambda)
    {
        if (Argument.Nonnegative(lambda) >= LambdaMax)
            return points[0].W.Clone();
        var (above, below) = Around(point => point.Lambda <= lambda);
        var share = (lambda - below.Lambda) / (above.Lambda - below.Lambda);
        return share * above.W + (1 - share) * below.W;
    }

    /// <summary><c>t(λ) = ‖w(λ)‖₁</c>: the ball whose constraint form has the same solution; it shrinks as λ grows.</summary>
    public double Radius(double lambda) => At(lambda).L1Norm();

    /// <summary>The multiplier of the constraint <c>‖w‖₁ ≤ t</c>, the inverse of <see cref="Radius"/>; 0 when t reaches <see cref="End"/>.</summary>
    public double LambdaAt(double radius)
    {
        if (Argument.Nonnegative(radius) >= End.L1Norm)
            return 0;
        var (above, below) = Around(point => point.L1Norm > radius);
        var share = (radius - below.L1Norm) / (above.L1Norm - below.L1Norm);
        return share * above.Lambda + (1 - share) * below.Lambda;
    }

    // The first point that is past the place asked for, and the one before it; callers have excluded the first point.
    private (LassoKnot Above, LassoKnot Below) Around(Func<LassoKnot, bool> isPast)
    {
        var index = Array.FindIndex(points, point => isPast(point));
        return (points[index - 1], points[index]);
    }
}
