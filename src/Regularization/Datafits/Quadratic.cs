using System.Globalization;

namespace Regularization;

/// <summary><c>J₀(w) = ½(w − c)ᵀH(w − c)</c>.</summary>
/// <remarks>
/// The loss whose contours are ellipses around <c>c</c>, with axes along the eigenvectors of H and half-axes like <c>1/√eigenvalue</c>. Least squares
/// is this with <c>H = XᵀX</c> and <c>c</c> a minimizer, plus a constant. Source: Boyd and Vandenberghe (2004), §2.2.2 and §3.1.4.
/// </remarks>
public sealed class Quadratic : IDatafit
{
    /// <summary>The quadratic with this curvature and this minimizer.</summary>
    /// <param name="hessian">H, symmetric, no eigenvalue below zero.</param>
    /// <param name="center">c, the minimizer.</param>
    public Quadratic(Matrix hessian, Vector center)
    {
        Hessian = Argument.Symmetric(Argument.Finite(hessian), nameof(hessian)).Clone();
        Center = Argument.Finite(Argument.Length(center, hessian.ColumnCount), nameof(center)).Clone();

        var eigenvalues = Spectrum.Eigenvalues(hessian);
        Lipschitz = eigenvalues.Maximum();
        // The computed eigenvalues of a singular H are zero to rounding only.
        if (eigenvalues.Minimum() < -1e-12 * Math.Abs(Lipschitz))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"hessian has the eigenvalue {eigenvalues.Minimum()}; expected none below zero."), nameof(hessian));
    }

    /// <summary>H, the matrix of second derivatives.</summary>
    public Matrix Hessian { get; }

    /// <summary>c, the minimizer.</summary>
    public Vector Center { get; }

    /// <inheritdoc/>
    public int Dimension => Center.Count;

    /// <inheritdoc/>
    /// <remarks>The largest eigenvalue of H.</remarks>
    public double Lipschitz { get; }

    /// <inheritdoc/>
    public double Value(Vector w) => (w - Center) * (Hessian * (w - Center)) / 2;

    /// <inheritdoc/>
    public Vector Gradient(Vector w) => Hessian * (w - Center);

    /// <inheritdoc/>
    public override string ToString() => $"½(w − c)ᵀH(w − c) with p = {Dimension}";
}
