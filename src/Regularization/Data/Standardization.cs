using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary>The length that every centered column gets.</summary>
public enum ColumnScale
{
    /// <summary><c>‖x_j‖₂ = 1</c>, the course's own.</summary>
    UnitNorm,

    /// <summary><c>‖x_j‖₂ = √n</c>: standard deviation 1, with the divisor n.</summary>
    UnitDeviation,

    /// <summary>Centered only; the units stay as they are.</summary>
    None,
}

/// <summary><c>x̃_j = (x_j − x̄_j)/s_j</c> and <c>ỹ = y − ȳ</c>: centers every column, then divides by its scale.</summary>
/// <remarks>
/// Penalties compare weights with each other, so columns must be comparable first. Keeps means and scales, applies them to new
/// rows, and takes weights back to the original units. Source: Hastie, Tibshirani and Wainwright (2015), §2.2.
/// </remarks>
public sealed class Standardization
{
    private Standardization(Vector means, Vector scales, double targetMean, Matrix x, Vector y) =>
        (Means, Scales, TargetMean, X, Y) = (means, scales, targetMean, x, y);

    /// <summary>x̄, the mean of every column.</summary>
    public Vector Means { get; }

    /// <summary>s, what every centered column was divided by.</summary>
    public Vector Scales { get; }

    /// <summary>ȳ, the mean of the response.</summary>
    public double TargetMean { get; }

    /// <summary>The standardized design matrix.</summary>
    public Matrix X { get; }

    /// <summary>The centered response.</summary>
    public Vector Y { get; }

    /// <summary>Learns means and scales from a dataset.</summary>
    public static Standardization Fit(Dataset data, ColumnScale scale = ColumnScale.UnitNorm) => Fit(data.X, data.Y, scale, data.Names);

    /// <summary>Learns means and scales from a matrix and a response; a constant column has no scale and is refused by name.</summary>
    public static Standardization Fit(Matrix x, Vector y, ColumnScale scale = ColumnScale.UnitNorm, IReadOnlyList<string>? names = null)
    {
        Argument.Finite(x);
        Argument.Length(Argument.Finite(y), x.RowCount, nameof(y));
        var n = x.RowCount;
        var means = x.ColumnSums() / n;
        var scales = Vector.Build.Dense(x.ColumnCount, j => Scale(x.Column(j), means[j], scale, names is null ? $"{j}" : $"{j} '{names[j]}'"));
        var targetMean = y.Sum() / n;
        return new Standardization(means, scales, targetMean, Apply(x, means, scales), y - targetMean);
    }

    /// <summary>The same shift and scale for other rows, such as held-out ones.</summary>
    public Matrix Apply(Matrix x) => Apply(Argument.Finite(x), Means, Scales);

    /// <summary><c>w_j/s_j</c> and <c>b = ȳ − Σ x̄_j w_j/s_j</c>: the same predictions, from data in its original units.</summary>
    public LinearModel ToOriginal(Vector w)
    {
        var original = Argument.Length(w, Means.Count).PointwiseDivide(Scales);
        return new LinearModel(TargetMean - Means * original, original);
    }

    private static Matrix Apply(Matrix x, Vector means, Vector scales) =>
        x.MapIndexed((_, j, value) => (value - means[j]) / scales[j], Zeros.Include);

    private static double Scale(Vector column, double mean, ColumnScale scale, string name)
    {
        if (scale == ColumnScale.None)
            return 1;
        var norm = (column - mean).L2Norm();
        // The mean of equal numbers may be off by a rounding error, so compare the numbers, not their deviations.
        if (column.Minimum() == column.Maximum() || norm == 0)
            throw new ArgumentException(FormattableString.Invariant($"Column {name} is constant ({column[0]}) and cannot be scaled; remove it."));
        return scale == ColumnScale.UnitNorm ? norm : norm / Math.Sqrt(column.Count);
    }
}
