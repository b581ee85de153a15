namespace Regularization;

/// <summary>Criteria that charge a fit for its degrees of freedom; smaller is better, and only differences on the same data mean something.</summary>
/// <param name="Aic"><c>−2·log L + 2d</c>.</param>
/// <param name="Bic"><c>−2·log L + d·log n</c>.</param>
/// <param name="Ebic"><c>BIC + 2γ·log C(p, k)</c>: charges for having chosen k of p columns too.</param>
/// <remarks>
/// d counts df, the intercept, and for Gaussian data σ² as well, which is estimated by RSS/n: so <c>−2·log L = n·log(2π·RSS/n) + n</c>, as R's
/// <c>AIC</c> has it. For a logistic model −2·log L is the deviance. A perfect fit gives −∞. Sources: Akaike (1974); Schwarz (1978); Chen and
/// Chen (2008) for EBIC.
/// </remarks>
public sealed record InformationCriteria(double Aic, double Bic, double Ebic)
{
    /// <summary>The criteria of a least-squares fit with unknown σ².</summary>
    /// <param name="rss">RSS ≥ 0.</param>
    /// <param name="rows">n.</param>
    /// <param name="degreesOfFreedom">df of the weights and the intercept, not counting σ².</param>
    /// <param name="columns">p, for EBIC.</param>
    /// <param name="size">k, for EBIC.</param>
    /// <param name="gamma">γ from 0 (BIC) to 1.</param>
    public static InformationCriteria Gaussian(double rss, int rows, double degreesOfFreedom, int columns, int size, double gamma = 1) =>
        Of(rows * Math.Log(2 * Math.PI * Argument.Nonnegative(rss) / Argument.AtLeast(rows, 1)) + rows, rows, Argument.Nonnegative(degreesOfFreedom) + 1, columns, size, gamma);

    /// <summary>The criteria of a logistic fit.</summary>
    /// <param name="deviance">−2·log L ≥ 0.</param>
    /// <param name="rows">n.</param>
    /// <param name="degreesOfFreedom">df of the weights and the intercept.</param>
    /// <param name="columns">p, for EBIC.</param>
    /// <param name="size">k, for EBIC.</param>
    /// <param name="gamma">γ from 0 (BIC) to 1.</param>
    public static InformationCriteria Binomial(double deviance, int rows, double degreesOfFreedom, int columns, int size, double gamma = 1) =>
        Of(Argument.Nonnegative(deviance), Argument.AtLeast(rows, 1), Argument.Nonnegative(degreesOfFreedom), columns, size, gamma);

    /// <summary><c>C_p = RSS/σ² − n + 2·df</c>, with σ² from outside, such as the RSS of all columns over <c>n − p − 1</c>.</summary>
    /// <remarks>Source: Mallows (1973).</remarks>
    /// <param name="rss">RSS.</param>
    /// <param name="variance">σ² &gt; 0.</param>
    /// <param name="rows">n.</param>
    /// <param name="degreesOfFreedom">df of the weights and the intercept.</param>
    public static double MallowsCp(double rss, double variance, int rows, double degreesOfFreedom) =>
        Argument.Nonnegative(rss) / Argument.Positive(variance) - rows + 2 * degreesOfFreedom;

    private static InformationCriteria Of(double deviance, int rows, double parameters, int columns, int size, double gamma)
    {
        Argument.Between(gamma, 0, 1);
        Argument.AtMost(Argument.AtLeast(size, 0), columns);
        var bic = deviance + parameters * Math.Log(rows);
        return new InformationCriteria(deviance + 2 * parameters, bic, bic + 2 * gamma * LogChoose(columns, size));
    }

    // log C(p, k) = Σ log((p − i)/(k − i)).
    private static double LogChoose(int p, int k)
    {
        var sum = 0.0;
        for (var i = 0; i < Math.Min(k, p - k); i++)
            sum += Math.Log((double)(p - i) / (i + 1));
        return sum;
    }
}
