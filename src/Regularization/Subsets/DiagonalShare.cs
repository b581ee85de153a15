namespace Regularization;

/// <summary>D, a diagonal with <c>G + Λ − D</c> positive semidefinite: what every column can be charged alone for its weight.</summary>
/// <remarks>
/// The ridge Λ can always be taken. With full column rank there is more in G itself: <c>θ/(G⁻¹)_jj</c>, where θ is the smallest eigenvalue of G
/// scaled so that the diagonal of its inverse is 1. Whatever was computed, a Cholesky factorization of <c>G − D − ηI</c> has to succeed, with η above all rounding
/// errors: then G − D is positive semidefinite without doubt (Higham 2002, §10.1).
/// </remarks>
internal static class DiagonalShare
{
    private const double UnitRoundoff = 1.0 / (1L << 53);
    private const int PowerIterations = 30;

    /// <summary>D for a node that is a whole problem.</summary>
    /// <param name="penalized">G + Λ, p×p.</param>
    /// <param name="ridge">Λ.</param>
    /// <param name="rows">n: with fewer rows than columns there is nothing in G.</param>
    /// <param name="rounding">ε: how wrong an entry may be.</param>
    /// <param name="cancellation">Asked once a column.</param>
    public static double[] Of(ReadOnlySpan<double> penalized, double[] ridge, int rows, double rounding, CancellationToken cancellation)
    {
        var p = ridge.Length;
        double[] share = [.. ridge];
        if (rows <= p)
            return share;
        var gram = penalized.ToArray();
        for (var j = 0; j < p; j++)
            gram[j * p + j] -= ridge[j];
        var inverse = Inverse(gram, p, cancellation);
        if (inverse is null)
            return share;

        var eta = p * (rounding + (p + 2) * UnitRoundoff);
        var theta = 0.98 / LargestEigenvalue(inverse, p);
        for (var attempt = 0; attempt < 12; attempt++, theta *= 0.8)
        {
            double[] candidate = [.. Enumerable.Range(0, p).Select(j => theta / inverse[j * p + j])];
            if (!IsPositive(gram, p, candidate, eta, cancellation))
                continue;
            for (var j = 0; j < p; j++)
                share[j] += candidate[j];
            return share;
        }

        return share;
    }

    private static bool IsPositive(double[] gram, int p, double[] share, double eta, CancellationToken cancellation)
    {
        var shifted = gram.AsSpan().ToArray();
        for (var j = 0; j < p; j++)
            shifted[j * p + j] -= share[j] + eta;
        return Factor(shifted, p, 0, cancellation);
    }

    // L in the lower triangle, row after row; false at the first pivot that is too small.
    private static bool Factor(double[] a, int p, double smallest, CancellationToken cancellation)
    {
        for (var i = 0; i < p; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var j = 0; j < i; j++)
                a[i * p + j] = (a[i * p + j] - Kernels.Dot(a.AsSpan(i * p, j), a.AsSpan(j * p, j))) / a[j * p + j];
            var pivot = a[i * p + i] - Kernels.SumOfSquares(a.AsSpan(i * p, i));
            if (!(pivot > smallest))
                return false;
            a[i * p + i] = Math.Sqrt(pivot);
        }

        return true;
    }

    // G⁻¹ = L⁻ᵀL⁻¹, or nothing if columns are dependent.
    private static double[]? Inverse(double[] gram, int p, CancellationToken cancellation)
    {
        var l = gram.AsSpan().ToArray();
        if (!Factor(l, p, SubsetProblem.Dependent, cancellation))
            return null;
        var rows = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var row = rows.AsSpan(i * p, i + 1);
            for (var k = 0; k < i; k++)
                Kernels.Axpy(-l[i * p + k], rows.AsSpan(k * p, k + 1), row);
            row[i] = 1;
            System.Numerics.Tensors.TensorPrimitives.Divide(row, l[i * p + i], row);
        }

        var inverse = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var j = 0; j <= i; j++)
                Kernels.Axpy(rows[i * p + j], rows.AsSpan(i * p, i + 1), inverse.AsSpan(j * p, i + 1));
        }

        return inverse;
    }

    // Of the inverse scaled to a unit diagonal, by power iteration; from below, so θ comes out too large at worst, and is then refused.
    private static double LargestEigenvalue(double[] inverse, int p)
    {
        double[] scale = [.. Enumerable.Range(0, p).Select(j => 1 / Math.Sqrt(inverse[j * p + j]))];
        double[] v = [.. Enumerable.Repeat(1.0, p)], next = new double[p];
        var eigenvalue = 1.0;
        for (var iteration = 0; iteration < PowerIterations; iteration++)
        {
            var length = Math.Sqrt(Kernels.SumOfSquares(v));
            for (var j = 0; j < p; j++)
                v[j] *= scale[j] / length;
            for (var j = 0; j < p; j++)
                next[j] = scale[j] * Kernels.Dot(inverse.AsSpan(j * p, p), v);
            (v, next) = (next, v);
            eigenvalue = Math.Max(eigenvalue, Math.Sqrt(Kernels.SumOfSquares(v)));
        }

        return eigenvalue;
    }
}
