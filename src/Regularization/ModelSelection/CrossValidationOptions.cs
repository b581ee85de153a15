namespace Regularization;

/// <summary>How <see cref="CrossValidation"/> splits and works.</summary>
public sealed record CrossValidationOptions
{
    /// <summary>K, from 2 to n.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>The seed of the split: the same seed, the same folds.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>For every row the fold that holds it out, 0 … K − 1, in place of a random split.</summary>
    public IReadOnlyList<int>? FoldOf { get; init; }

    /// <summary>What a prediction is judged by; squared error, or the deviance of a logistic model, if left out.</summary>
    public ErrorMeasure? Measure { get; init; }

    /// <summary>Is told after every fold how many are done.</summary>
    public IProgress<int>? Progress { get; init; }
}

/// <summary>What a held-out prediction is judged by, averaged over the rows of the fold.</summary>
public enum ErrorMeasure
{
    /// <summary><c>(y − ŷ)²</c>; for a logistic model with the probability as ŷ (the Brier score).</summary>
    SquaredError,

    /// <summary><c>−2·log P(y)</c> of a logistic model; 0 at best.</summary>
    Deviance,

    /// <summary>The share of rows whose likelier class is the wrong one.</summary>
    Misclassification,
}
