using MathNet.Numerics.LinearAlgebra;

namespace Regularization.Tests;

/// <summary>Solutions by formula, where there is one.</summary>
internal static class ClosedForm
{
    /// <summary><c>(XᵀX + λI)⁻¹Xᵀy</c>.</summary>
    public static Vector Ridge(LeastSquares f, double lambda) =>
        (f.X.TransposeThisAndMultiply(f.X) + lambda * Matrix.Build.DenseIdentity(f.Dimension)).Solve(f.X.TransposeThisAndMultiply(f.Y));

    /// <summary>z = Xᵀy, the least-squares solution of an orthonormal design, with a function of one number applied to each entry.</summary>
    public static Vector Orthonormal(LeastSquares f, Func<double, double> threshold) =>
        f.X.TransposeThisAndMultiply(f.Y).Map(threshold, Zeros.Include);
}
