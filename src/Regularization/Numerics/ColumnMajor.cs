namespace Regularization;

/// <summary>Matrices as columns that stand one after the other.</summary>
internal static class ColumnMajor
{
    /// <summary>The transpose of an n×p matrix: rows that stand one after the other.</summary>
    public static double[] Transposed(double[] x, int n, int p)
    {
        var transposed = new double[x.Length];
        // In strips that stay in the cache.
        for (var strip = 0; strip < p; strip += 32)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = strip; j < Math.Min(strip + 32, p); j++)
                    transposed[(long)i * p + j] = x[(long)j * n + i];
            }
        }

        return transposed;
    }
}
