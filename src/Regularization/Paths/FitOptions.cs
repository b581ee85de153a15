namespace Regularization;

/// <summary>What every <c>Fit(X, y, options)</c> can be told: how the data are prepared, and how the work is done.</summary>
/// <remarks>
/// The penalty sees the prepared columns <c>x̃_j = (x_j − x̄_j)/s_j</c>; results come back in the units of the data. The intercept is never
/// penalized.
/// </remarks>
public abstract record FitOptions
{
    /// <summary>Whether the model has an intercept b; without one the columns and y are not centered.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>The length every column gets before it is penalized (without an intercept: its length from zero, not from its mean).</summary>
    public ColumnScale Scale { get; init; } = ColumnScale.UnitNorm;

    /// <summary>vᵢ ≥ 0, how much every row counts: weight 2 is the same as having the row twice. All 1 if left out.</summary>
    public IReadOnlyList<double>? SampleWeights { get; init; }

    /// <summary>What the columns are called; x1, x2, … if left out.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>How many threads may work; the result is the same for any number. All cores if left out.</summary>
    public int? Threads { get; init; }

    /// <summary>Stops the work with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }
}
