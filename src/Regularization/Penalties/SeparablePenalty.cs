using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary><c>g(w) = Σ g(wⱼ)</c>: a penalty that looks at one weight at a time.</summary>
/// <remarks>So its prox is a function of one number, applied to every coordinate. Source: Parikh and Boyd (2014), §2.1.</remarks>
public abstract class SeparablePenalty : IPenalty
{
    /// <summary><c>g(w)</c> for one weight.</summary>
    /// <param name="w">The weight.</param>
    public abstract double Value(double w);

    /// <summary><c>argmin over w of g(w) + (w − v)²/(2·step)</c> for one weight.</summary>
    /// <param name="v">The point to start from.</param>
    /// <param name="step">The step, &gt; 0.</param>
    public abstract double Prox(double v, double step);

    /// <summary><c>dist(−gradient, ∂g(w))</c> for one weight.</summary>
    /// <param name="w">The weight.</param>
    /// <param name="gradient">The partial derivative of the datafit.</param>
    public abstract double SubdifferentialDistance(double w, double gradient);

    /// <inheritdoc/>
    public double Value(Vector w) => w.Sum(Value);

    /// <inheritdoc/>
    public Vector Prox(Vector v, double step) => v.Map(vj => Prox(vj, step), Zeros.Include);

    /// <inheritdoc/>
    public double SubdifferentialDistance(Vector w, Vector gradient) =>
        Norms.L2(w.MapIndexed((j, wj) => SubdifferentialDistance(wj, gradient[j]), Zeros.Include));
}
