namespace Regularization;

/// <summary>The Cholesky factor of a small block of a Gram matrix: the objective of one support, and how well it is determined.</summary>
internal sealed class SupportFactor
{
    private double[] factor = [];
    private double[] work = [];

    /// <summary><c>tr G_CC⁻¹ ≥ 1/λ_min</c> of the support last asked about; dependent columns left out.</summary>
    public double InverseTrace { get; private set; }

    /// <summary><c>½‖y‖² − ½ c_Cᵀ G_CC⁻¹ c_C</c>; a column that depends on those before it adds nothing.</summary>
    public double Objective(SubsetNode root, ReadOnlySpan<int> support)
    {
        Resize(support.Length);
        var k = support.Length;
        var objective = root.Base;
        for (var i = 0; i < k; i++)
        {
            var column = root.Row(support[i]);
            var (rest, projected) = (root.Diagonal(support[i]), root.Correlation[support[i]]);
            for (var j = 0; j < i; j++)
            {
                var sum = column[support[j]];
                for (var m = 0; m < j; m++)
                    sum -= factor[i * k + m] * factor[j * k + m];
                var entry = factor[j * k + j] == 0 ? 0 : sum / factor[j * k + j];
                factor[i * k + j] = entry;
                rest -= entry * entry;
                projected -= entry * work[j];
            }

            var isDependent = rest <= SubsetProblem.Dependent;
            factor[i * k + i] = isDependent ? 0 : Math.Sqrt(rest);
            work[i] = isDependent ? 0 : projected / factor[i * k + i];
            objective -= work[i] * work[i] / 2;
        }

        InverseTrace = TraceOfInverse(k);
        return objective;
    }

    // Σ of the squares of L⁻¹, column after column.
    private double TraceOfInverse(int k)
    {
        var trace = 0.0;
        for (var column = 0; column < k; column++)
        {
            for (var i = column; i < k; i++)
            {
                var sum = i == column ? 1.0 : 0;
                for (var j = column; j < i; j++)
                    sum -= factor[i * k + j] * work[j];
                work[i] = factor[i * k + i] == 0 ? 0 : sum / factor[i * k + i];
                trace += work[i] * work[i];
            }
        }

        return trace;
    }

    private void Resize(int k)
    {
        if (work.Length < k)
            (factor, work) = (new double[k * k], new double[k]);
    }
}
