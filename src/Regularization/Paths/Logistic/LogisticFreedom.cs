namespace Regularization;

/// <summary><c>df = tr (X_AᵀHX_A + λ₂C)⁻¹X_AᵀHX_A</c> with <c>H = diag(vσ(1 − σ))</c>: degrees of freedom of the last quadratic model.</summary>
/// <remarks>For the lasso the size of the support. Source: Hastie, Tibshirani and Friedman (2009), §7.6, on the weighted least squares of the last step.</remarks>
internal static class LogisticFreedom
{
    public static double Of(LogisticProblem problem, LogisticState state, int[] support, double lambda2)
    {
        if (lambda2 == 0)
            return support.Length;
        var (n, p) = (problem.Rows, support.Length);
        double[] roots = [.. state.Curvature.Select(Math.Sqrt)];
        var total = problem.HasIntercept ? Kernels.SumOfSquares(roots) : 1;
        var scaled = new double[checked(n * p)];
        for (var i = 0; i < p; i++)
        {
            var column = scaled.AsSpan(i * n, n);
            // The intercept is fitted beside: what it explains is taken out.
            var mean = problem.HasIntercept ? Kernels.Dot(problem.Column(support[i]), state.Curvature) / total : 0;
            System.Numerics.Tensors.TensorPrimitives.Subtract(problem.Column(support[i]), mean, column);
            System.Numerics.Tensors.TensorPrimitives.Multiply<double>(column, roots, column);
            // With weights of penalties w̃_j = √c_j·w_j brings every column to the same ridge.
            System.Numerics.Tensors.TensorPrimitives.Divide(column, Math.Sqrt(problem.PenaltyWeights[support[i]]) is var root and > 0 ? root : 1e-150, column);
        }

        var free = support.Count(j => problem.PenaltyWeights[j] == 0);
        if (free > 0)
            return FreeByInverse(problem, support, scaled, n, lambda2);
        var square = p <= n ? Gram.Of(scaled, n, p, problem.Threads, problem.Cancellation) : Gram.Of(ColumnMajor.Transposed(scaled, n, p), p, n, problem.Threads, problem.Cancellation);
        var m = Math.Min(n, p);
        var tridiagonal = Tridiagonal.Of(square, m, problem.Cancellation);
        return m - lambda2 * tridiagonal.Solve(lambda2, new double[m], new double[m]);
    }

    // Unpenalized columns count one each, and the others less what those explain; rare, and small.
    private static double FreeByInverse(LogisticProblem problem, int[] support, double[] scaled, int n, double lambda2)
    {
        var x = Matrix.Build.Dense(n, support.Length, (i, j) => scaled[j * n + i] * (problem.PenaltyWeights[support[j]] == 0 ? 1e-150 : Math.Sqrt(problem.PenaltyWeights[support[j]])));
        var gram = x.TransposeThisAndMultiply(x);
        var ridge = Matrix.Build.DenseOfDiagonalArray([.. support.Select(j => lambda2 * problem.PenaltyWeights[j])]);
        return (gram + ridge).Solve(gram).Trace();
    }
}
