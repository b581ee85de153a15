using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Regularization;

/// <summary><c>X = U·diag(d)·Vᵀ</c> with only as many columns as X has singular values above rounding: its numerical rank.</summary>
/// <remarks>A tall X is first reduced to its triangular factor, so that no n×n matrix is ever made (Chan 1982).</remarks>
internal sealed record ThinSvd(Matrix U, Vector D, Matrix V)
{
    public static ThinSvd Of(Matrix x)
    {
        if (x.RowCount < x.ColumnCount)
        {
            var (v, d, u) = Of(x.Transpose());
            return new ThinSvd(u, d, v);
        }

        var reduced = x.QR(QRMethod.Thin);
        var svd = reduced.R.Svd();
        var rounding = svd.S.Maximum() * Math.Max(x.RowCount, x.ColumnCount) * Math.ScaleB(1, -52);
        var rank = Math.Max(1, svd.S.Count(value => value > rounding));
        return new ThinSvd(
            reduced.Q * svd.U.SubMatrix(0, x.ColumnCount, 0, rank),
            svd.S.SubVector(0, rank),
            svd.VT.SubMatrix(0, rank, 0, x.ColumnCount).Transpose());
    }
}
