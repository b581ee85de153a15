using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Regularization;

/// <summary><c>J₀(w) = ½‖y − Xw‖²</c>.</summary>
/// <remarks>
/// Half of the residual sum of squares, so that the gradient <c>Xᵀ(Xw − y)</c> carries no 2. Its Lipschitz constant is <c>d₁²</c>, the
/// largest squared singular value of X. Source: Hastie, Tibshirani and Friedman (2009), §3.2.
/// </remarks>
/// <param name="x">The design matrix, n×p.</param>
/// <param name="y">The response, n entries.</param>
public sealed class LeastSquares(Matrix x, Vector y) : IDatafit
{
    private double? _lipschitz;

    /// <summary>The design matrix X, one row a sample, one column a feature.</summary>
    public Matrix X { get; } = Argument.Finite(x).Clone();

    /// <summary>The response y, one entry a sample.</summary>
    public Vector Y { get; } = Argument.Finite(Argument.Length(y, x.RowCount), nameof(y)).Clone();

    /// <inheritdoc/>
    public int Dimension => X.ColumnCount;

    /// <inheritdoc/>
    public double Lipschitz => _lipschitz ??= Spectrum.LargestSquaredSingularValue(X);

    /// <inheritdoc/>
    public double Value(Vector w)
    {
        var r = Residual(w);
        return r * r / 2;
    }

    /// <inheritdoc/>
    public Vector Gradient(Vector w) => -X.TransposeThisAndMultiply(Residual(w));

    /// <summary><c>r = y − Xw</c>, what the weights leave unexplained.</summary>
    /// <param name="w">The weights.</param>
    public Vector Residual(Vector w) => Y - X * w;

    /// <summary><c>X⁺y</c>, the shortest of all minimizers.</summary>
    /// <remarks>
    /// <c>X = UDVᵀ</c> gives <c>X⁺y = Σ vⱼ(uⱼᵀy)/dⱼ</c> over the singular values that are not zero to rounding. A QR decomposition first keeps the
    /// SVD at min(n, p)². Source: Golub and Van Loan (2013), §5.5.
    /// </remarks>
    public Vector Minimizer()
    {
        if (X.RowCount < X.ColumnCount)
        {
            var wide = X.Transpose().QR(QRMethod.Thin);
            return wide.Q * PseudoSolve(wide.R.Transpose(), Y);
        }

        var tall = X.QR(QRMethod.Thin);
        return PseudoSolve(tall.R, tall.Q.TransposeThisAndMultiply(Y));
    }

    /// <inheritdoc/>
    public override string ToString() => $"½‖y − Xw‖² with n = {X.RowCount}, p = {X.ColumnCount}";

    private Vector PseudoSolve(Matrix square, Vector b)
    {
        var svd = square.Svd();
        var zero = svd.S[0] * Math.Max(X.RowCount, X.ColumnCount) * Math.ScaleB(1, -52);
        var coordinates = svd.U.TransposeThisAndMultiply(b).MapIndexed((j, c) => svd.S[j] > zero ? c / svd.S[j] : 0);
        return svd.VT.TransposeThisAndMultiply(coordinates);
    }
}
