namespace Regularization;

/// <summary><c>(b, w)(λ) = argmin ½Σvᵢ(yᵢ − b − xᵢᵀw)² + λΣc_j(ρ|w̃_j| + ½(1 − ρ)w̃_j²)</c> for a grid of λ, on prepared columns.</summary>
/// <remarks>Source: Zou and Hastie (2005), in the parameters of Friedman, Hastie and Tibshirani (2010).</remarks>
public sealed class ElasticNetPath : RegularizationPath
{
    private ElasticNetPath(FittedLasso fit, int rows, double l1Ratio)
        : base(fit.Points, fit.Names, rows, fit.Scale) => (LambdaMax, L1Ratio) = (fit.LambdaMax, l1Ratio);

    /// <summary>The smallest λ for which every penalized weight is zero: <c>max_j |x̃_jᵀỹ|/(ρc_j)</c>.</summary>
    public double LambdaMax { get; }

    /// <summary>ρ.</summary>
    public double L1Ratio { get; }

    /// <summary>Fits the path.</summary>
    /// <param name="x">X, n×p.</param>
    /// <param name="y">y, n entries.</param>
    /// <param name="options">The options; ρ must be above 0 (for ρ = 0 see <see cref="RidgePath"/>).</param>
    public static ElasticNetPath Fit(Matrix x, Vector y, ElasticNetOptions? options = null)
    {
        options ??= new ElasticNetOptions();
        Argument.Between(Argument.Positive(options.L1Ratio, nameof(options.L1Ratio)), 0, 1, nameof(options.L1Ratio));
        return new ElasticNetPath(LassoFit.Run(x, y, options, options.L1Ratio), x.RowCount, options.L1Ratio) { InterceptCount = options.Intercept ? 1 : 0 };
    }
}
