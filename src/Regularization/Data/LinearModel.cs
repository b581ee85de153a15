namespace Regularization;

/// <summary><c>ŷ = b + Xw</c>: an intercept and weights, in the units of the data they are applied to.</summary>
/// <param name="Intercept">The intercept b.</param>
/// <param name="W">The weights w.</param>
public sealed record LinearModel(double Intercept, Vector W)
{
    /// <summary><c>b + Xw</c>, one prediction a row.</summary>
    public Vector Predict(Matrix x) => x * W + Intercept;

    /// <summary><c>‖y − ŷ‖²/n</c>, the mean squared error.</summary>
    public double MeanSquaredError(Matrix x, Vector y)
    {
        var residual = y - Predict(x);
        return residual * residual / y.Count;
    }
}
