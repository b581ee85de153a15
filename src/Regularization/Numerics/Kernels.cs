using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Regularization;

/// <summary>The inner loops of the fast solvers, on columns of numbers: dot products and <c>target += a·x</c>.</summary>
/// <remarks>
/// Eight numbers at a time with fused multiply-add, always summed in the same order: a processor without 512-bit registers splits each
/// step in two and gets the same bits. Lengths are the callers' to agree on; nothing is checked here.
/// </remarks>
internal static class Kernels
{
    private const int Lanes = 8;

    /// <summary><c>xᵀy</c>.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= x.Length - 4 * Lanes; i += 4 * Lanes)
        {
            var at = (nuint)i;
            s0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, at), Vector512.LoadUnsafe(ref b, at), s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, at + Lanes), Vector512.LoadUnsafe(ref b, at + Lanes), s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, at + 2 * Lanes), Vector512.LoadUnsafe(ref b, at + 2 * Lanes), s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, at + 3 * Lanes), Vector512.LoadUnsafe(ref b, at + 3 * Lanes), s3);
        }

        for (; i <= x.Length - Lanes; i += Lanes)
            s0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, (nuint)i), Vector512.LoadUnsafe(ref b, (nuint)i), s0);
        var sum = Vector512.Sum((s0 + s1) + (s2 + s3));
        for (; i < x.Length; i++)
            sum = Math.FusedMultiplyAdd(x[i], y[i], sum);
        return sum;
    }

    /// <summary><c>Σ xᵢ</c>.</summary>
    public static double Sum(ReadOnlySpan<double> x)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        Vector512<double> s0 = default, s1 = default;
        var i = 0;
        for (; i <= x.Length - 2 * Lanes; i += 2 * Lanes)
        {
            s0 += Vector512.LoadUnsafe(ref a, (nuint)i);
            s1 += Vector512.LoadUnsafe(ref a, (nuint)(i + Lanes));
        }

        var sum = Vector512.Sum(s0 + s1);
        for (; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    /// <summary><c>‖x‖²</c>.</summary>
    public static double SumOfSquares(ReadOnlySpan<double> x) => Dot(x, x);

    /// <summary><c>target ← target + a·x</c>.</summary>
    public static void Axpy(double a, ReadOnlySpan<double> x, Span<double> target)
    {
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(target);
        var factor = Vector512.Create(a);
        var i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
            Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(ref from, (nuint)i), Vector512.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (; i < x.Length; i++)
            target[i] = Math.FusedMultiplyAdd(a, x[i], target[i]);
    }

    /// <summary><c>xᵀr_q</c> for four vectors that stand one after the other in <paramref name="four"/>: x is read once for all of them.</summary>
    public static void Dot4(ReadOnlySpan<double> x, ReadOnlySpan<double> four, Span<double> result)
    {
        var n = x.Length;
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var r = ref MemoryMarshal.GetReference(four);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= n - Lanes; i += Lanes)
        {
            var at = (nuint)i;
            var v = Vector512.LoadUnsafe(ref a, at);
            s0 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref r, at), s0);
            s1 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref r, at + (nuint)n), s1);
            s2 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref r, at + (nuint)(2 * n)), s2);
            s3 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref r, at + (nuint)(3 * n)), s3);
        }

        result[0] = Vector512.Sum(s0);
        result[1] = Vector512.Sum(s1);
        result[2] = Vector512.Sum(s2);
        result[3] = Vector512.Sum(s3);
        for (; i < n; i++)
        {
            for (var q = 0; q < 4; q++)
                result[q] = Math.FusedMultiplyAdd(x[i], four[q * n + i], result[q]);
        }
    }
}
