namespace Regularization;

/// <summary><c>w(λ, φ) = φ·w(λ) + (1 − φ)·w_A</c>: the lasso's weights, mixed with those of least squares on its support A.</summary>
/// <remarks>φ = 1 is the lasso, φ = 0 takes all of its shrinkage away and keeps its choice. Sources: Meinshausen (2007); in this form Hastie, Tibshirani and Tibshirani (2020).</remarks>
public static class RelaxedLasso
{
    /// <summary>The weights for a lasso solution and φ.</summary>
    /// <param name="lasso">w(λ).</param>
    /// <param name="x">X, n×p, as the lasso saw it.</param>
    /// <param name="y">y, n responses.</param>
    /// <param name="phi">φ, from 0 to 1.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or φ is not between 0 and 1.</exception>
    public static Vector At(Vector lasso, Matrix x, Vector y, double phi)
    {
        Argument.Length(lasso, Argument.NotNull(x).ColumnCount);
        Argument.Length(y, x.RowCount);
        Argument.Between(phi, 0, 1);
        int[] support = [.. Enumerable.Range(0, lasso.Count).Where(j => lasso[j] != 0)];
        var mixed = phi * lasso;
        if (support.Length == 0)
            return mixed;
        var refit = RidgePath.Fit(Matrix.Build.DenseOfColumnVectors(support.Select(x.Column)), y).At(0);
        for (var i = 0; i < support.Length; i++)
            mixed[support[i]] += (1 - phi) * refit[i];
        return mixed;
    }
}
