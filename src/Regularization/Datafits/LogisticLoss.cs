using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary><c>J₀(w) = Σᵢ log(1 + e^zᵢ) − yᵢzᵢ</c> with <c>z = Xw</c> and <c>y ∈ {0, 1}</c>.</summary>
/// <remarks>
/// The negative log-likelihood of logistic regression: a sum over the samples, not a mean. Its second derivative in z is <c>σ(1 − σ) ≤ ¼</c>, so
/// the Lipschitz constant is <c>¼d₁²</c>. Source: Hastie, Tibshirani and Friedman (2009), §4.4.1.
/// </remarks>
/// <param name="x">The design matrix, n×p.</param>
/// <param name="y">The response, n entries, each 0 or 1.</param>
public sealed class LogisticLoss(Matrix x, Vector y) : IDatafit
{
    private double? _lipschitz;

    /// <summary>The design matrix X, one row a sample, one column a feature.</summary>
    public Matrix X { get; } = Argument.Finite(x).Clone();

    /// <summary>The response y, 0 or 1 for each sample.</summary>
    public Vector Y { get; } = Argument.ZeroOrOne(Argument.Length(y, x.RowCount), nameof(y)).Clone();

    /// <inheritdoc/>
    public int Dimension => X.ColumnCount;

    /// <inheritdoc/>
    public double Lipschitz => _lipschitz ??= Spectrum.LargestSquaredSingularValue(X) / 4;

    /// <inheritdoc/>
    /// <remarks>For <c>y = 1</c> the term is <c>log(1 + e⁻ᶻ)</c>: written with the sign, nothing cancels.</remarks>
    public double Value(Vector w) => (X * w).Zip(Y, (z, y) => Logistic.LogOnePlusExp(y == 1 ? -z : z)).Sum();

    /// <inheritdoc/>
    public Vector Gradient(Vector w) => X.TransposeThisAndMultiply(Probabilities(w) - Y);

    /// <summary><c>σ(Xw)</c>, the probability of a 1 for each sample.</summary>
    /// <param name="w">The weights.</param>
    public Vector Probabilities(Vector w) => (X * w).Map(Logistic.Sigmoid, Zeros.Include);

    /// <inheritdoc/>
    public override string ToString() => $"Σ log(1 + e^z) − yz, z = Xw, with n = {X.RowCount}, p = {X.ColumnCount}";
}
