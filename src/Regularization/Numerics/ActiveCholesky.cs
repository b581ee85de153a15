namespace Regularization;

/// <summary><c>LLᵀ = X_AᵀX_A</c> for a set A of columns that grows and shrinks one column at a time.</summary>
/// <remarks>Appending and removing cost O(|A|²), solving too. Source: Golub and Van Loan (2013), §6.5.</remarks>
internal sealed class ActiveCholesky
{
    // A column whose part outside the span of the others is shorter than 1e-6 of its length is taken as dependent.
    private const double Dependent = 1e-12;

    private double[][] rows = new double[16][];

    /// <summary>|A|.</summary>
    public int Count { get; private set; }

    /// <summary>A copy that shares nothing.</summary>
    public ActiveCholesky Clone()
    {
        var copy = new ActiveCholesky { rows = new double[rows.Length][], Count = Count };
        for (var i = 0; i < Count; i++)
            copy.rows[i] = [.. rows[i]];
        return copy;
    }

    /// <summary>Appends a column; refuses one that depends on the others.</summary>
    /// <param name="cross"><c>X_Aᵀx</c>, in the order of A.</param>
    /// <param name="square"><c>‖x‖²</c>.</param>
    public bool Append(ReadOnlySpan<double> cross, double square)
    {
        var row = new double[Count + 1];
        var rest = square;
        for (var i = 0; i < Count; i++)
        {
            row[i] = (cross[i] - Kernels.Dot(rows[i].AsSpan(0, i), row.AsSpan(0, i))) / rows[i][i];
            rest -= row[i] * row[i];
        }

        if (!(rest > Dependent * square))
            return false;
        row[Count] = Math.Sqrt(rest);
        if (Count == rows.Length)
            Array.Resize(ref rows, 2 * Count);
        rows[Count++] = row;
        return true;
    }

    /// <summary>Removes the k-th column: the rows below lose a column and become triangular again by rotations.</summary>
    public void RemoveAt(int k)
    {
        Count--;
        for (var i = k; i < Count; i++)
            rows[i] = rows[i + 1];
        for (var i = k; i < Count; i++)
        {
            var (a, b) = (rows[i][i], rows[i][i + 1]);
            var length = Math.Sqrt(a * a + b * b);
            var (cos, sin) = (a / length, b / length);
            for (var q = i; q < Count; q++)
            {
                var (u, v) = (rows[q][i], rows[q][i + 1]);
                rows[q][i] = cos * u + sin * v;
                rows[q][i + 1] = cos * v - sin * u;
            }

            rows[i] = rows[i][..(i + 1)];
        }
    }

    /// <summary><c>x = (X_AᵀX_A)⁻¹b</c>.</summary>
    public void Solve(ReadOnlySpan<double> b, Span<double> x)
    {
        for (var i = 0; i < Count; i++)
            x[i] = (b[i] - Kernels.Dot(rows[i].AsSpan(0, i), x[..i])) / rows[i][i];
        for (var i = Count - 1; i >= 0; i--)
        {
            x[i] /= rows[i][i];
            Kernels.Axpy(-x[i], rows[i].AsSpan(0, i), x[..i]);
        }
    }
}
