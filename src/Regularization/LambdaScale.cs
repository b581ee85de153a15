namespace Regularization;

/// <summary><c>λ_theirs = factor · λ_course</c>: the same solution in everybody's scaling of the objective.</summary>
/// <remarks>
/// Dividing the whole objective by a constant changes λ and not the solution; scaling the columns by c scales the weights by 1/c,
/// which multiplies λ by c for the lasso and by c² for ridge. The derivations are in docs/notation.md.
/// </remarks>
public sealed class LambdaScale
{
    private readonly string penalty;
    private readonly Dictionary<LambdaConvention, double> factors;

    private LambdaScale(string penalty, Dictionary<LambdaConvention, double> factors) => (this.penalty, this.factors) = (penalty, factors);

    /// <summary>The conventions that exist for this penalty.</summary>
    public IReadOnlyCollection<LambdaConvention> Conventions => factors.Keys;

    /// <summary>The factors for <c>‖w‖₁</c> with n rows.</summary>
    public static LambdaScale Lasso(int rows)
    {
        double n = Argument.AtLeast(rows, 1);
        return new LambdaScale("lasso", new()
        {
            [LambdaConvention.Course] = 1,
            [LambdaConvention.ResidualSumOfSquares] = 2,
            [LambdaConvention.HalfMean] = 1 / n,
            [LambdaConvention.HalfMeanUnitVariance] = 1 / Math.Sqrt(n),
            [LambdaConvention.Glmnet] = 1 / Math.Sqrt(n),
            [LambdaConvention.ScikitLearn] = 1 / n,
        });
    }

    /// <summary>The factors for <c>‖w‖₁</c> on columns of the given length: those of others that name a length of their own exist only where it can be converted.</summary>
    public static LambdaScale Lasso(int rows, ColumnScale columns)
    {
        double n = Argument.AtLeast(rows, 1);
        var scale = Lasso(rows);
        if (columns == ColumnScale.UnitNorm)
            return scale;
        // With columns at unit deviation theirs are the same columns; without a scale their columns are others.
        foreach (var convention in new[] { LambdaConvention.HalfMeanUnitVariance, LambdaConvention.Glmnet })
        {
            if (columns == ColumnScale.UnitDeviation)
                scale.factors[convention] = 1 / n;
            else
                scale.factors.Remove(convention);
        }

        return scale;
    }

    /// <summary>The factors for <c>ρ‖w‖₁ + ½(1 − ρ)‖w‖²</c>, the same ρ and the same columns on both sides.</summary>
    /// <remarks>Other columns change the two parts by different factors, so glmnet's λ is no multiple of ours.</remarks>
    public static LambdaScale ElasticNet(int rows)
    {
        double n = Argument.AtLeast(rows, 1);
        return new LambdaScale("elastic net", new()
        {
            [LambdaConvention.Course] = 1,
            [LambdaConvention.ResidualSumOfSquares] = 2,
            [LambdaConvention.HalfMean] = 1 / n,
            [LambdaConvention.ScikitLearn] = 1 / n,
        });
    }

    /// <summary>The factors for a sum of logistic losses: others take the mean, on the same columns.</summary>
    /// <remarks>scikit-learn's <c>C</c> is 1/λ for both penalties. glmnet's λ is on columns at unit deviation.</remarks>
    public static LambdaScale Logistic(int rows)
    {
        double n = Argument.AtLeast(rows, 1);
        return new LambdaScale("logistic model", new() { [LambdaConvention.Course] = 1, [LambdaConvention.HalfMean] = 1 / n });
    }

    /// <summary>The factors for <c>‖w‖²</c> with n rows; glmnet's also needs the standard deviation of y (divisor n).</summary>
    public static LambdaScale Ridge(int rows, double responseDeviation)
    {
        double n = Argument.AtLeast(rows, 1);
        return new LambdaScale("ridge", new()
        {
            [LambdaConvention.Course] = 1,
            [LambdaConvention.ResidualSumOfSquares] = 1,
            [LambdaConvention.HalfMean] = 1 / n,
            [LambdaConvention.HalfMeanUnitVariance] = 1,
            [LambdaConvention.Glmnet] = Argument.Positive(responseDeviation),
            [LambdaConvention.ScikitLearn] = 1,
            [LambdaConvention.WeightDecay] = 2 / n,
        });
    }

    /// <summary>The factors for <c>‖w‖²</c> on columns of the given length: those of others that name a length of their own exist only where it can be converted.</summary>
    public static LambdaScale Ridge(int rows, double responseDeviation, ColumnScale columns)
    {
        double n = Argument.AtLeast(rows, 1);
        var scale = Ridge(rows, responseDeviation);
        if (columns == ColumnScale.UnitNorm)
            return scale;
        if (columns == ColumnScale.UnitDeviation)
        {
            scale.factors[LambdaConvention.HalfMeanUnitVariance] = 1 / n;
            scale.factors[LambdaConvention.Glmnet] = responseDeviation / n;
        }
        else
        {
            scale.factors.Remove(LambdaConvention.HalfMeanUnitVariance);
            scale.factors.Remove(LambdaConvention.Glmnet);
        }

        return scale;
    }

    /// <summary>The course's λ, said in another convention.</summary>
    public double To(LambdaConvention convention, double lambda) => Argument.Nonnegative(lambda) * Factor(convention);

    /// <summary>Another convention's value, as the course's λ.</summary>
    public double From(LambdaConvention convention, double value) => Argument.Nonnegative(value) / Factor(convention);

    /// <summary>From any convention to any other.</summary>
    public double Convert(double value, LambdaConvention from, LambdaConvention to) => To(to, From(from, value));

    private double Factor(LambdaConvention convention) =>
        factors.TryGetValue(convention, out var factor)
            ? factor
            : throw new ArgumentOutOfRangeException(
                nameof(convention), convention, $"{convention} does not exist for the {penalty}; expected one of {string.Join(", ", factors.Keys)}.");
}
