namespace Regularization;

/// <summary><c>X_ij = cos(jπq_i)</c> for j = 1 … count: waves on [0, 1] as columns, so that a linear model in them is a curve with mean zero.</summary>
/// <remarks>At the n midpoints q_i = (i + ½)/n and with count &lt; n the columns are orthogonal and of squared length n/2: the discrete cosine transform.
/// Source: Strang (1999), §2.</remarks>
public static class CosineFeatures
{
    /// <summary>The n midpoints <c>(i + ½)/n</c> of [0, 1].</summary>
    /// <param name="n">How many, at least 1.</param>
    public static Vector Midpoints(int n) => Vector.Build.Dense(Argument.AtLeast(n, 1), i => (i + 0.5) / n);

    /// <summary>The n×count matrix of the waves at n inputs.</summary>
    /// <param name="positions">q, the inputs.</param>
    /// <param name="count">The number of waves, at least 1.</param>
    public static Matrix Of(Vector positions, int count)
    {
        Argument.Finite(positions);
        return Matrix.Build.Dense(positions.Count, Argument.AtLeast(count, 1), (i, j) => Math.Cos((j + 1) * Math.PI * positions[i]));
    }

    /// <summary><c>∫₀¹ f″(q)² dq = ½π⁴ Σ j⁴w_j²</c> of the curve <c>f(q) = Σ w_j cos(jπq)</c>: zero for a constant, large for a wiggly curve.</summary>
    /// <param name="w">The weights of the waves j = 1, 2, ….</param>
    public static double Roughness(Vector w)
    {
        Argument.Finite(w);
        return Math.Pow(Math.PI, 4) / 2 * w.Select((wj, j) => Math.Pow(j + 1, 4) * wj * wj).Sum();
    }
}
