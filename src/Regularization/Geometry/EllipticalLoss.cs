using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary><c>J₀(w) = ½(w − c)ᵀH(w − c)</c>: a loss whose contours are ellipses around its minimizer c.</summary>
/// <remarks>Least squares has this shape, up to a constant, with <c>H = XᵀX</c> and c the least-squares solution.</remarks>
public sealed record EllipticalLoss
{
    /// <summary>Takes a symmetric positive definite H and a center of the same size.</summary>
    public EllipticalLoss(Matrix hessian, Vector center)
    {
        Argument.Finite(hessian);
        Argument.Length(Argument.Finite(center), hessian.RowCount, nameof(center));
        if (hessian.ColumnCount != hessian.RowCount || !hessian.IsSymmetric())
            throw new ArgumentException("hessian is not symmetric; expected a symmetric matrix.", nameof(hessian));
        var smallest = hessian.Evd(Symmetricity.Symmetric).EigenValues.Real().Minimum();
        if (smallest <= 0)
            throw new ArgumentException(FormattableString.Invariant($"hessian has the eigenvalue {smallest}; expected all > 0."), nameof(hessian));
        (Hessian, Center) = (hessian.Clone(), center.Clone());
    }

    /// <summary>H, the curvature.</summary>
    public Matrix Hessian { get; }

    /// <summary>c, where the loss is zero.</summary>
    public Vector Center { get; }

    /// <summary>The shape of <c>½‖y − Xw‖²</c> around its minimizer.</summary>
    public static EllipticalLoss OfLeastSquares(Matrix x, Vector y) => new(x.TransposeThisAndMultiply(x), RidgePath.Fit(x, y).At(0));

    /// <summary><c>½(w − c)ᵀH(w − c)</c>.</summary>
    public double Value(Vector w) => (w - Center) * (Hessian * (w - Center)) / 2;

    /// <summary><c>H(w − c)</c>.</summary>
    public Vector Gradient(Vector w) => Hessian * (w - Center);

    /// <summary>The ellipse <c>{w : J₀(w) = level}</c> in the plane, <c>c + √(2·level)·L⁻ᵀ(cos θ, sin θ)</c> for <c>H = LLᵀ</c>; closed.</summary>
    public Curve Contour(double level, int points = 180)
    {
        Plane.Require(Center);
        Argument.Nonnegative(level);
        Argument.AtLeast(points, 4);
        var toEllipse = Hessian.Cholesky().Factor.Transpose().Inverse() * Math.Sqrt(2 * level);
        return Curve.Of(Enumerable.Range(0, points + 1).Select(i =>
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (i % points) / points);
            return (Center[0] + toEllipse[0, 0] * cos + toEllipse[0, 1] * sin, Center[1] + toEllipse[1, 0] * cos + toEllipse[1, 1] * sin);
        }));
    }
}
