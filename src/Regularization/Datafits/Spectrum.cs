using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary>Eigenvalues, where a constant must be exact and not a bound.</summary>
internal static class Spectrum
{
    /// <summary><c>d₁²</c>, the largest eigenvalue of <c>XᵀX</c>, taken from the smaller of <c>XᵀX</c> and <c>XXᵀ</c>, which share it.</summary>
    public static double LargestSquaredSingularValue(Matrix x) =>
        Eigenvalues(x.RowCount < x.ColumnCount ? x.TransposeAndMultiply(x) : x.TransposeThisAndMultiply(x)).Maximum();

    /// <summary>The eigenvalues of a symmetric matrix.</summary>
    public static Vector Eigenvalues(Matrix symmetric) =>
        symmetric.Evd(Symmetricity.Symmetric).EigenValues.Map(e => e.Real);
}
