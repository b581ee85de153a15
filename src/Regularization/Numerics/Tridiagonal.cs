using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Regularization;

/// <summary><c>A = QTQᵀ</c> with T tridiagonal: made once, after which <c>(A + λI)⁻¹b</c> and its trace cost O(m) for every λ.</summary>
/// <remarks>
/// Householder's reflections from the last row up. The update of one step and the product that the next step needs go through the matrix
/// together, which halves the memory traffic. Sources: Golub and Van Loan (2013), §8.3.1; Elden (1977) for its use in ridge regression.
/// </remarks>
internal sealed class Tridiagonal
{
    private const int Lanes = 8;

    private readonly double[][] reflectors;
    private readonly double[] halves;

    private Tridiagonal(double[] diagonal, double[] beside, double[][] reflectors, double[] halves) =>
        (Diagonal, Beside, this.reflectors, this.halves) = (diagonal, beside, reflectors, halves);

    /// <summary>The diagonal of T, m numbers.</summary>
    public double[] Diagonal { get; }

    /// <summary>The numbers beside the diagonal; entry i stands between i − 1 and i, entry 0 is 0.</summary>
    public double[] Beside { get; }

    /// <summary>Reduces a symmetric matrix, m×m in either order.</summary>
    public static Tridiagonal Of(double[] symmetric, int m, CancellationToken cancellation)
    {
        var a = new double[m][];
        for (var i = 0; i < m; i++)
            a[i] = symmetric.AsSpan(i * m, i + 1).ToArray();
        var (diagonal, beside, reflectors, halves) = (new double[m], new double[m], new double[m][], new double[m]);
        // The pending update A ← A − uqᵀ − quᵀ.
        var (u, q) = (new double[m], new double[m]);
        for (var i = m - 1; i >= 0; i--)
        {
            if (i % 32 == 0)
                cancellation.ThrowIfCancellationRequested();
            Kernels.Axpy(-u[i], q.AsSpan(0, i + 1), a[i]);
            Kernels.Axpy(-q[i], u.AsSpan(0, i + 1), a[i]);
            diagonal[i] = a[i][i];
            if (i == 0)
                break;

            var next = a[i].AsSpan(0, i).ToArray();
            (beside[i], halves[i]) = Reflect(next);
            reflectors[i] = next;
            var product = new double[i];
            for (var r = 0; r < i; r++)
                product[r] += UpdateAndMultiply(a[r], u[r], q, q[r], u, next, product);
            (u, q) = (next, Companion(product, next, halves[i]));
        }

        return new Tridiagonal(diagonal, beside, reflectors, halves);
    }

    /// <summary><c>b ← Qᵀb</c>.</summary>
    public void ToTridiagonal(Span<double> b)
    {
        for (var i = Diagonal.Length - 1; i > 0; i--)
            Apply(i, b);
    }

    /// <summary><c>b ← Qb</c>.</summary>
    public void FromTridiagonal(Span<double> b)
    {
        for (var i = 1; i < Diagonal.Length; i++)
            Apply(i, b);
    }

    /// <summary><c>z = (T + λI)⁻¹b</c> and <c>tr (T + λI)⁻¹</c>, for T + λI positive definite.</summary>
    public double Solve(double lambda, ReadOnlySpan<double> b, Span<double> z)
    {
        var m = Diagonal.Length;
        var pivots = new double[m];
        for (var i = 0; i < m; i++)
        {
            var factor = i == 0 ? 0 : Beside[i] / pivots[i - 1];
            pivots[i] = Diagonal[i] + lambda - factor * Beside[i];
            z[i] = b[i] - (i == 0 ? 0 : factor * z[i - 1]);
        }

        // From the other end: the pivots of both directions together give the diagonal of the inverse.
        double trace = 0, back = 0;
        for (var i = m - 1; i >= 0; i--)
        {
            var above = i == m - 1 ? 0 : Beside[i + 1];
            z[i] = (z[i] - (i == m - 1 ? 0 : above * z[i + 1])) / pivots[i];
            back = Diagonal[i] + lambda - (i == m - 1 ? 0 : above * above / back);
            trace += 1 / (pivots[i] + back - Diagonal[i] - lambda);
        }

        return trace;
    }

    /// <summary>The largest eigenvalue, by counting how many lie below a number.</summary>
    public double LargestEigenvalue()
    {
        var (low, high) = (Diagonal.Max(), 0.0);
        for (var i = 0; i < Diagonal.Length; i++)
            high = Math.Max(high, Diagonal[i] + Math.Abs(Beside[i]) + (i + 1 < Diagonal.Length ? Math.Abs(Beside[i + 1]) : 0));
        for (var step = 0; step < 60 && high - low > 1e-14 * high; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = AllBelow(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    // Whether x − T has positive pivots only.
    private bool AllBelow(double x)
    {
        var pivot = double.PositiveInfinity;
        for (var i = 0; i < Diagonal.Length; i++)
        {
            pivot = x - Diagonal[i] - (i == 0 ? 0 : Beside[i] * Beside[i] / pivot);
            if (!(pivot > 0))
                return false;
        }

        return true;
    }

    // Turns a row into the vector u of the reflection I − uuᵀ/h that leaves only its last entry; returns that entry and h = ‖u‖²/2.
    private static (double Beside, double Half) Reflect(Span<double> row)
    {
        var scale = 0.0;
        foreach (var value in row)
            scale = Math.Max(scale, Math.Abs(value));
        var last = row.Length - 1;
        var rest = scale == 0 ? 0 : Kernels.SumOfSquares(row[..last]);
        if (rest == 0)
        {
            var kept = row[last];
            row.Clear();
            return (kept, 0);
        }

        var length = Math.Sqrt(rest + row[last] * row[last]);
        var beside = row[last] > 0 ? -length : length;
        row[last] -= beside;
        return (beside, (rest + row[last] * row[last]) / 2);
    }

    // q = p − (uᵀp/2h)u with p = Au/h.
    private static double[] Companion(double[] product, double[] u, double half)
    {
        if (half == 0)
            return new double[u.Length];
        var k = Kernels.Dot(u, product) / (2 * half * half);
        for (var i = 0; i < product.Length; i++)
            product[i] = product[i] / half - k * u[i];
        return product;
    }

    private void Apply(int i, Span<double> b)
    {
        if (halves[i] != 0)
            Kernels.Axpy(-Kernels.Dot(reflectors[i], b[..i]) / halves[i], reflectors[i], b[..i]);
    }

    /// <summary><c>a ← a − u_r·q − q_r·u</c> for the row r of a lower triangle, its product with x, and its part in the other rows' products.</summary>
    private static double UpdateAndMultiply(double[] row, double ur, double[] q, double qr, double[] u, double[] x, double[] product)
    {
        var r = row.Length - 1;
        ref var a = ref MemoryMarshal.GetArrayDataReference(row);
        ref var qs = ref MemoryMarshal.GetArrayDataReference(q);
        ref var us = ref MemoryMarshal.GetArrayDataReference(u);
        ref var xs = ref MemoryMarshal.GetArrayDataReference(x);
        ref var ys = ref MemoryMarshal.GetArrayDataReference(product);
        var (minusU, minusQ, xr) = (Vector512.Create(-ur), Vector512.Create(-qr), Vector512.Create(x[r]));
        Vector512<double> sum = default;
        var i = 0;
        for (; i <= r - Lanes; i += Lanes)
        {
            var at = (nuint)i;
            var value = Vector512.FusedMultiplyAdd(minusU, Vector512.LoadUnsafe(ref qs, at), Vector512.LoadUnsafe(ref a, at));
            value = Vector512.FusedMultiplyAdd(minusQ, Vector512.LoadUnsafe(ref us, at), value);
            value.StoreUnsafe(ref a, at);
            sum = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref xs, at), sum);
            Vector512.FusedMultiplyAdd(xr, value, Vector512.LoadUnsafe(ref ys, at)).StoreUnsafe(ref ys, at);
        }

        var result = Vector512.Sum(sum);
        for (; i < r; i++)
        {
            row[i] = row[i] - ur * q[i] - qr * u[i];
            result += row[i] * x[i];
            product[i] += x[r] * row[i];
        }

        row[r] -= 2 * ur * q[r];
        return result + row[r] * x[r];
    }
}
