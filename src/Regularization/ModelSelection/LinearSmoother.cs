namespace Regularization;

/// <summary>The mean squared error over the noise, in its three parts: <c>bias² + variance + σ²</c>, averaged over the places of prediction.</summary>
/// <param name="SquaredBias">The mean of <c>(E f̂ − f)²</c>.</param>
/// <param name="Variance">The mean of <c>Var f̂</c>.</param>
/// <param name="Noise"><c>σ²</c>, what no prediction can know.</param>
public sealed record ExpectedError(double SquaredBias, double Variance, double Noise)
{
    /// <summary>The sum of the three.</summary>
    public double Total => SquaredBias + Variance + Noise;
}

/// <summary><c>f̂ = S·y</c>: predictions at m places that depend linearly on the n responses, with a matrix S that does not depend on them.</summary>
/// <remarks>
/// For <c>y = f + ε</c> with <c>E ε = 0</c> and <c>Cov ε = σ²I</c> the mean of the prediction is <c>S·f</c> and its variance <c>σ²‖s_i‖²</c> with s_i the
/// i-th row of S, so expected errors are computed, not simulated. Source: Hastie, Tibshirani and Friedman (2009), §5.4.1 and §7.3.
/// </remarks>
public sealed class LinearSmoother
{
    private LinearSmoother(Matrix weights) => Weights = weights;

    /// <summary>S, m×n.</summary>
    public Matrix Weights { get; }

    /// <summary><c>tr S</c>, the degrees of freedom when the places are those of the responses.</summary>
    public double DegreesOfFreedom => Weights.Diagonal().Sum();

    /// <summary>Ridge with an intercept on standardized columns: <c>S = (1/n)11ᵀ + X̃*(X̃ᵀX̃ + λI)⁻¹X̃ᵀ</c>; λ = 0 is least squares.</summary>
    /// <param name="x">The design the responses belong to, n×p; centered and brought to unit norm here.</param>
    /// <param name="places">The design of the places of prediction, m×p, shifted and scaled as <paramref name="x"/> is.</param>
    /// <param name="lambda">λ ≥ 0, of ½λ‖w‖².</param>
    public static LinearSmoother Ridge(Matrix x, Matrix places, double lambda)
    {
        Argument.Nonnegative(lambda);
        var n = x.RowCount;
        var data = Standardization.Fit(x, Vector.Build.Dense(n));
        // The columns are centered, so the mean of y, which Uᵀ takes to zero, need not be subtracted.
        return new LinearSmoother(data.Apply(places) * RidgeSolution(data.X, lambda) + 1.0 / n);
    }

    /// <summary>Ridge on the columns as they are, without an intercept: <c>S = X*(XᵀX + λI)⁻¹Xᵀ</c>; λ = 0 is least squares.</summary>
    /// <param name="x">The design the responses belong to, n×p.</param>
    /// <param name="places">The design of the places of prediction, m×p.</param>
    /// <param name="lambda">λ ≥ 0, of ½λ‖w‖².</param>
    public static LinearSmoother RidgeAsGiven(Matrix x, Matrix places, double lambda)
    {
        Argument.Nonnegative(lambda);
        Argument.Finite(x);
        return new LinearSmoother(Argument.Finite(places) * RidgeSolution(x, lambda));
    }

    /// <summary>Least squares with an intercept.</summary>
    /// <param name="x">The design the responses belong to, n×p.</param>
    /// <param name="places">The design of the places of prediction, m×p.</param>
    public static LinearSmoother LeastSquares(Matrix x, Matrix places) => Ridge(x, places, 0);

    // ŵ = M·y with M = V·diag(d/(d² + λ))·Uᵀ; with λ = 0 the pseudoinverse.
    private static Matrix RidgeSolution(Matrix x, double lambda)
    {
        var svd = ThinSvd.Of(x);
        return svd.V * Matrix.Build.DenseOfDiagonalVector(svd.D.Map(d => d / (d * d + lambda))) * svd.U.Transpose();
    }

    /// <summary><c>S·y</c>.</summary>
    public Vector Predict(Vector y) => Weights * Argument.Length(y, Weights.ColumnCount);

    /// <summary><c>σ·‖s_i‖</c>, the standard deviation of every prediction.</summary>
    /// <param name="noise">σ.</param>
    public Vector Deviation(double noise) => Argument.Nonnegative(noise) * Weights.RowNorms(2);

    /// <summary>The mean squared error at the places, for new responses there.</summary>
    /// <param name="truth">f at the n inputs of the responses.</param>
    /// <param name="truthAtPlaces">f at the m places.</param>
    /// <param name="noise">σ.</param>
    public ExpectedError ErrorAt(Vector truth, Vector truthAtPlaces, double noise)
    {
        var bias = Predict(truth) - Argument.Length(truthAtPlaces, Weights.RowCount);
        var deviation = Deviation(noise);
        return new ExpectedError(bias * bias / bias.Count, deviation * deviation / bias.Count, noise * noise);
    }

    /// <summary><c>E‖y − S·y‖²/n = (‖(I − S)f‖² + σ²‖I − S‖²_F)/n</c>, for a smoother whose places are those of the responses.</summary>
    /// <param name="truth">f at the n inputs.</param>
    /// <param name="noise">σ.</param>
    public double TrainingError(Vector truth, double noise)
    {
        Argument.Nonnegative(noise);
        Argument.Length(truth, Weights.RowCount);
        var rest = Matrix.Build.DenseIdentity(truth.Count) - Weights;
        var (missed, norm) = (rest * truth, rest.FrobeniusNorm());
        return (missed * missed + noise * noise * norm * norm) / truth.Count;
    }
}
