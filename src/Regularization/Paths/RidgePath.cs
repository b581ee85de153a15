namespace Regularization;

/// <summary><c>w(λ) = argmin ½‖y − Xw‖² + ½λ‖w‖² = Σ_j d_j/(d_j² + λ)·(u_jᵀy)·v_j</c>, from one singular value decomposition.</summary>
/// <remarks>
/// In the direction v_j ridge keeps the share <c>d_j²/(d_j² + λ)</c> of the least-squares solution: directions in which the data
/// say little (small d_j) are shrunk most. λ = 0 gives the least-squares solution of least norm. The data are used as given:
/// standardize first. Source: Hastie, Tibshirani and Friedman (2009), §3.4.1.
/// </remarks>
public sealed class RidgePath
{
    private readonly ThinSvd svd;
    private readonly Vector rotatedResponse;

    private RidgePath(ThinSvd svd, Vector y)
    {
        this.svd = svd;
        rotatedResponse = svd.U.TransposeThisAndMultiply(y);
    }

    /// <summary>The singular values d_1 ≥ d_2 ≥ … above rounding; as many as the rank of X.</summary>
    public Vector SingularValues => svd.D.Clone();

    /// <summary>The directions v_j, one a column, in the order of <see cref="SingularValues"/>.</summary>
    public Matrix Directions => svd.V.Clone();

    /// <summary>Decomposes X once; every λ is cheap afterwards.</summary>
    public static RidgePath Fit(Matrix x, Vector y)
    {
        Argument.Length(Argument.Finite(y), Argument.Finite(x).RowCount, nameof(y));
        return new RidgePath(ThinSvd.Of(x), y);
    }

    /// <summary><c>w(λ)</c>.</summary>
    public Vector At(double lambda)
    {
        Argument.Nonnegative(lambda);
        return svd.V * rotatedResponse.PointwiseMultiply(svd.D.Map(d => d == 0 ? 0 : d / (d * d + lambda)));
    }

    /// <summary><c>d_j²/(d_j² + λ)</c> for every direction: the share of the least-squares solution that is left.</summary>
    public Vector Shrinkage(double lambda)
    {
        Argument.Nonnegative(lambda);
        return svd.D.Map(d => d == 0 ? 0 : d * d / (d * d + lambda));
    }

    /// <summary><c>df(λ) = Σ_j d_j²/(d_j² + λ)</c>, the effective degrees of freedom: the rank at λ = 0, falling to 0.</summary>
    public double DegreesOfFreedom(double lambda) => Shrinkage(lambda).Sum();

    /// <summary><c>‖w(λ)‖₂</c>, the radius of the ball on whose surface the solution lies.</summary>
    public double Radius(double lambda) => At(lambda).L2Norm();

    /// <summary>The λ with <c>‖w(λ)‖₂ = t</c>: the multiplier of the constraint; 0 when t is at least the least-squares norm.</summary>
    public double LambdaAt(double radius)
    {
        if (Argument.Positive(radius) >= Radius(0))
            return 0;
        // ‖w(λ)‖ ≤ ‖Xᵀy‖/λ, so beyond this λ the norm is below t.
        var high = svd.D.PointwiseMultiply(rotatedResponse).L2Norm() / radius;
        return Bisection.Solve(lambda => Radius(lambda) - radius, 0, high);
    }
}
