namespace Regularization;

/// <summary><c>g(w) = 0</c>.</summary>
/// <remarks>The datafit alone: what is left when λ = 0. Its prox moves nothing.</remarks>
public sealed class NoPenalty : SeparablePenalty, ISmoothPenalty
{
    /// <inheritdoc/>
    public override double Value(double w) => 0;

    /// <inheritdoc/>
    public override double Prox(double v, double step) => v;

    /// <inheritdoc/>
    public override double SubdifferentialDistance(double w, double gradient) => Math.Abs(gradient);

    /// <inheritdoc/>
    public Vector Gradient(Vector w) => Vector.Build.Dense(w.Count);

    /// <inheritdoc/>
    public override string ToString() => "0";
}
