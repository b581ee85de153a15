using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Regularization;

/// <summary><c>G = XᵀX</c> of columns that stand one after the other, in tiles of 4×4 entries.</summary>
/// <remarks>
/// A tile keeps sixteen sums in registers, so that every number loaded is used four times; the rows come in blocks that stay
/// in the cache.
/// </remarks>
internal static class Gram
{
    private const int Lanes = 8;
    private const int RowBlock = 256;
    private const int ColumnBlock = 48;

    /// <summary>The p×p matrix XᵀX, symmetric, so in either order of storage.</summary>
    /// <param name="x">X, column after column, n·p numbers.</param>
    /// <param name="n">The length of a column.</param>
    /// <param name="p">The number of columns.</param>
    /// <param name="cancellation">Asked once a block of columns.</param>
    public static double[] Of(ReadOnlySpan<double> x, int n, int p, CancellationToken cancellation = default)
    {
        var gram = new double[checked((long)p * p)];
        for (var row = 0; row < n; row += RowBlock)
        {
            var rows = Math.Min(RowBlock, n - row);
            for (var block = 0; block < p; block += ColumnBlock)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var i = block; i < p; i += 4)
                {
                    for (var j = block; j < Math.Min(block + ColumnBlock, i + 4); j += 4)
                        AddTile(x, n, p, row, rows, i, j, gram);
                }
            }
        }

        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < i; j++)
                gram[(long)j * p + i] = gram[(long)i * p + j];
        }

        return gram;
    }

    private static void AddTile(ReadOnlySpan<double> x, int n, int p, int row, int rows, int i, int j, double[] gram)
    {
        if (i + 4 <= p && j + 4 <= p)
        {
            AddFullTile(x, n, p, row, rows, i, j, gram);
            return;
        }

        for (var a = i; a < Math.Min(i + 4, p); a++)
        {
            for (var b = j; b < Math.Min(j + 4, p); b++)
                gram[(long)a * p + b] += Kernels.Dot(x.Slice(a * n + row, rows), x.Slice(b * n + row, rows));
        }
    }

    private static void AddFullTile(ReadOnlySpan<double> x, int n, int p, int row, int rows, int i, int j, double[] gram)
    {
        ref var left = ref MemoryMarshal.GetReference(x[(i * n + row)..]);
        ref var right = ref MemoryMarshal.GetReference(x[(j * n + row)..]);
        Vector512<double> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        Vector512<double> s20 = default, s21 = default, s22 = default, s23 = default, s30 = default, s31 = default, s32 = default, s33 = default;
        var k = 0;
        for (; k <= rows - Lanes; k += Lanes)
        {
            var at = (nuint)k;
            var b0 = Vector512.LoadUnsafe(ref right, at);
            var b1 = Vector512.LoadUnsafe(ref right, at + (nuint)n);
            var b2 = Vector512.LoadUnsafe(ref right, at + (nuint)(2 * n));
            var b3 = Vector512.LoadUnsafe(ref right, at + (nuint)(3 * n));
            var a = Vector512.LoadUnsafe(ref left, at);
            (s00, s01, s02, s03) = (Fma(a, b0, s00), Fma(a, b1, s01), Fma(a, b2, s02), Fma(a, b3, s03));
            a = Vector512.LoadUnsafe(ref left, at + (nuint)n);
            (s10, s11, s12, s13) = (Fma(a, b0, s10), Fma(a, b1, s11), Fma(a, b2, s12), Fma(a, b3, s13));
            a = Vector512.LoadUnsafe(ref left, at + (nuint)(2 * n));
            (s20, s21, s22, s23) = (Fma(a, b0, s20), Fma(a, b1, s21), Fma(a, b2, s22), Fma(a, b3, s23));
            a = Vector512.LoadUnsafe(ref left, at + (nuint)(3 * n));
            (s30, s31, s32, s33) = (Fma(a, b0, s30), Fma(a, b1, s31), Fma(a, b2, s32), Fma(a, b3, s33));
        }

        AddRow(gram, (long)i * p + j, s00, s01, s02, s03);
        AddRow(gram, (long)(i + 1) * p + j, s10, s11, s12, s13);
        AddRow(gram, (long)(i + 2) * p + j, s20, s21, s22, s23);
        AddRow(gram, (long)(i + 3) * p + j, s30, s31, s32, s33);
        for (; k < rows; k++)
        {
            for (var a = 0; a < 4; a++)
            {
                for (var b = 0; b < 4; b++)
                    gram[(long)(i + a) * p + j + b] += x[(i + a) * n + row + k] * x[(j + b) * n + row + k];
            }
        }
    }

    private static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, Vector512<double> sum) => Vector512.FusedMultiplyAdd(a, b, sum);

    private static void AddRow(double[] gram, long at, Vector512<double> s0, Vector512<double> s1, Vector512<double> s2, Vector512<double> s3)
    {
        gram[at] += Vector512.Sum(s0);
        gram[at + 1] += Vector512.Sum(s1);
        gram[at + 2] += Vector512.Sum(s2);
        gram[at + 3] += Vector512.Sum(s3);
    }
}
