using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary><c>(b, w)(λ) = argmin Σvᵢ[log(1 + e^zᵢ) − yᵢzᵢ] + λΣc_j(ρ|w̃_j| + ½(1 − ρ)w̃_j²)</c>, <c>z = b + Xw</c>, for a grid of λ.</summary>
/// <remarks>
/// A sum over the rows, not a mean. Every point carries its duality gap. When the classes can be separated the weights grow without bound as λ
/// falls; the path then ends at the last λ it could certify, and <see cref="IsSeparated"/> says so. Source: Friedman, Hastie and
/// Tibshirani (2010); <see cref="LogisticSolver"/> for the method.
/// </remarks>
public sealed class LogisticPath : RegularizationPath
{
    private LogisticPath(IReadOnlyList<PathPoint> points, IReadOnlyList<string> names, int rows, LambdaScale scale)
        : base(points, names, rows, scale) { }

    /// <summary>For ρ &gt; 0 the smallest λ for which every penalized weight is zero; for ridge 100 times <c>¼d₁²</c>, where hardly anything is left.</summary>
    public double LambdaMax { get; private init; }

    private protected override bool IsLogistic => true;

    /// <summary>ρ.</summary>
    public double L1Ratio { get; private init; }

    /// <summary>−2·log-likelihood of the model without penalized columns.</summary>
    public double NullDeviance { get; private init; }

    /// <summary>Whether the last point classifies every row that counts rightly: its weights are the proof that the classes can be separated.</summary>
    public bool IsSeparated { get; private init; }

    /// <summary>Whether the path ended before the grid did, because the fit had become perfect.</summary>
    public bool EndedEarly { get; private init; }

    /// <summary>Fits the path.</summary>
    /// <param name="x">X, n×p.</param>
    /// <param name="y">y, n entries, each 0 or 1, both among them.</param>
    /// <param name="options">The options; every λ must be above 0.</param>
    /// <exception cref="ArgumentException">An argument is not finite, not of the right length, or out of range; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The options' cancellation was asked for.</exception>
    public static LogisticPath Fit(Matrix x, Vector y, LogisticOptions? options = null)
    {
        options ??= new LogisticOptions();
        var fit = new LogisticFit(x, y, options);
        return new LogisticPath(fit.Points, fit.Names, x.RowCount, fit.Scale)
        {
            InterceptCount = options.Intercept ? 1 : 0,
            LambdaMax = fit.LambdaMax,
            L1Ratio = fit.L1Ratio,
            NullDeviance = fit.NullDeviance,
            IsSeparated = fit.IsSeparated,
            EndedEarly = fit.EndedEarly,
        };
    }

    /// <summary><c>σ(b + Xw)</c>, the probability of a 1 for every row, at a λ of the grid.</summary>
    public Vector Probabilities(Matrix x, double lambda) => PointAt(lambda).Model.Predict(Argument.Finite(x)).Map(Logistic.Sigmoid, Zeros.Include);

    /// <summary>1 where the probability is at least ½, else 0.</summary>
    public Vector Classes(Matrix x, double lambda) => Probabilities(x, lambda).Map(p => p >= 0.5 ? 1.0 : 0.0, Zeros.Include);
}
