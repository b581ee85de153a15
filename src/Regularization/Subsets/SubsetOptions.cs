namespace Regularization;

/// <summary>What <see cref="BestSubset.Fit(Matrix, Vector, SubsetOptions)"/> and the heuristics can be told: sizes, ridge, and when to stop.</summary>
public sealed record SubsetOptions : FitOptions
{
    /// <summary>Only this size k ≤ p; if left out, every size from 0 to <see cref="MaxSize"/>.</summary>
    public int? Size { get; init; }

    /// <summary>K, the largest of the sizes 0, 1, …, K ≤ p; 8, or p if that is less, if left out.</summary>
    public int? MaxSize { get; init; }

    /// <summary>λ ≥ 0 of a ridge term <c>½λ‖w̃‖²</c> on the prepared columns, in the course's scaling; <see cref="LambdaScale"/> converts others'.</summary>
    public double Lambda { get; init; }

    /// <summary>A size counts as solved when <c>objective − bound ≤ RelativeGap·objective</c>.</summary>
    public double RelativeGap { get; init; } = 1e-9;

    /// <summary>The most nodes that may be visited for one size.</summary>
    public long? NodeLimit { get; init; }

    /// <summary>The time after which the best found so far is returned with the bound reached so far; for all sizes together.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Supports to start from, in addition to those that the heuristics find.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? WarmStarts { get; init; }

    /// <summary>Is told several times a second how far the search is, from the thread that searches; sizes are searched in parallel.</summary>
    public IProgress<SubsetProgress>? Progress { get; init; }

    /// <summary>The sizes asked for, checked against the number of columns.</summary>
    internal IReadOnlyList<int> Sizes(int columns)
    {
        if (Size is { } only)
            return [Argument.AtMost(Argument.AtLeast(only, 0, nameof(Size)), columns, nameof(Size))];
        var largest = MaxSize is { } most ? Argument.AtMost(Argument.AtLeast(most, 0, nameof(MaxSize)), columns, nameof(MaxSize)) : Math.Min(DefaultSize, columns);
        return [.. Enumerable.Range(0, largest + 1)];
    }

    /// <summary>Checks everything but names and weights, which are checked with the data.</summary>
    internal SubsetOptions Checked(int columns)
    {
        Argument.Nonnegative(Lambda, nameof(Lambda));
        Argument.Between(RelativeGap, 0, 1, nameof(RelativeGap));
        if (Size is not null && MaxSize is not null)
            throw new ArgumentException($"{nameof(Size)} is {Size} and {nameof(MaxSize)} is {MaxSize}; expected at most one of them.");
        if (NodeLimit is < 0)
            throw new ArgumentOutOfRangeException(nameof(NodeLimit), NodeLimit, $"{nameof(NodeLimit)} is {NodeLimit}; expected a whole number ≥ 0.");
        if (TimeLimit is { } limit && limit < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(TimeLimit), limit, $"{nameof(TimeLimit)} is {limit}; expected a time ≥ 0.");
        if (Threads is { } threads)
            Argument.AtLeast(threads, 1, nameof(Threads));
        foreach (var column in (WarmStarts ?? []).SelectMany(support => support))
            Argument.AtMost(Argument.AtLeast(column, 0, nameof(WarmStarts)), columns - 1, nameof(WarmStarts));
        return this;
    }

    private const int DefaultSize = 8;
}
