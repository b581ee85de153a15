namespace Regularization;

/// <summary><c>df = tr(X_A(X_AᵀX_A + λ₂C)⁻¹X_Aᵀ)</c>: the degrees of freedom of the elastic net; for the lasso the size of the support.</summary>
/// <remarks>Unbiased for Gaussian noise. For columns in general position the lasso's is |A|. Sources: Zou, Hastie and Tibshirani (2007); Zou and Hastie (2005), §3.</remarks>
internal static class ElasticNetFreedom
{
    public static double Of(LassoProblem problem, ReadOnlySpan<int> support, double lambda2)
    {
        if (lambda2 == 0)
            return support.Length;
        var factor = new ActiveCholesky();
        var rest = 0.0;
        var columns = support.ToArray();
        for (var i = 0; i < columns.Length; i++)
        {
            var j = columns[i];
            double[] cross = [.. columns[..i].Select(k => Kernels.Dot(problem.Column(k), problem.Column(j)))];
            if (!factor.Append(cross, problem.Squares[j] + lambda2 * problem.PenaltyWeights[j]))
                return support.Length;
        }

        // tr((G + Λ)⁻¹G) = |A| − tr((G + Λ)⁻¹Λ).
        var (unit, column) = (new double[columns.Length], new double[columns.Length]);
        for (var i = 0; i < columns.Length; i++)
        {
            Array.Clear(unit);
            unit[i] = 1;
            factor.Solve(unit, column);
            rest += column[i] * lambda2 * problem.PenaltyWeights[columns[i]];
        }

        return columns.Length - rest;
    }
}
