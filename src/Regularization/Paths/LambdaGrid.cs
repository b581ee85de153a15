namespace Regularization;

/// <summary><c>λ₁ &gt; λ₂ &gt; …</c>: the strengths a path is computed for, in a named scaling.</summary>
/// <remarks>
/// A bare number is the course's λ (docs/notation.md). Values in somebody else's scaling say so, and are converted by
/// <see cref="LambdaScale"/>; so scalings cannot be mixed silently.
/// </remarks>
public sealed class LambdaGrid
{
    private readonly Func<double, LambdaScale, double[]> resolve;
    private readonly string text;

    private LambdaGrid(Func<double, LambdaScale, double[]> resolve, string text) => (this.resolve, this.text) = (resolve, text);

    /// <summary><c>λ_k = λ_max·ratio^(k/(count−1))</c>: evenly spaced in log λ, from λ_max down to <c>ratio·λ_max</c>.</summary>
    /// <param name="count">How many, at least 2.</param>
    /// <param name="ratio">λ_min/λ_max, between 0 and 1.</param>
    public static LambdaGrid Log(int count = 100, double ratio = 1e-3)
    {
        Argument.AtLeast(count, 2);
        Argument.Between(Argument.Positive(ratio), 0, 1);
        return new LambdaGrid(
            (lambdaMax, _) => [.. Enumerable.Range(0, count).Select(k => lambdaMax * Math.Pow(ratio, k / (count - 1.0)))],
            FormattableString.Invariant($"{count} values from λ_max to {ratio}·λ_max"));
    }

    /// <summary>The knots of a lasso path, where its support changes, and λ = 0: with these every λ in between is known exactly.</summary>
    public static LambdaGrid Knots { get; } = new((_, _) => throw new NotSupportedException("Only the lasso has knots."), "the knots");

    /// <summary>These values of the course's λ; sorted from large to small, equal ones once.</summary>
    public static LambdaGrid Of(params IEnumerable<double> lambdas) => In(LambdaConvention.Course, lambdas);

    /// <summary>These values in the scaling of <paramref name="convention"/>; sorted from large to small, equal ones once.</summary>
    public static LambdaGrid In(LambdaConvention convention, params IEnumerable<double> lambdas)
    {
        double[] values = [.. lambdas.Select(lambda => Argument.Nonnegative(lambda)).Distinct().OrderDescending()];
        Argument.AtLeast(values.Length, 1, nameof(lambdas));
        return new LambdaGrid((_, scale) => [.. values.Select(value => scale.From(convention, value))], $"{values.Length} values ({convention})");
    }

    /// <inheritdoc/>
    public override string ToString() => text;

    /// <summary>The grid in the course's λ, from large to small.</summary>
    internal double[] Resolve(double lambdaMax, LambdaScale scale) => resolve(lambdaMax, scale);
}
