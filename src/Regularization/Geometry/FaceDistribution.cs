namespace Regularization;

/// <summary>How many weights stayed nonzero, counted over random draws: 1 is a vertex of the ball, p the open facets or the inside.</summary>
/// <param name="Counts"><c>Counts[k]</c>: draws with exactly k nonzero weights, k = 0, …, p.</param>
public sealed record FaceDistribution(IReadOnlyList<int> Counts)
{
    /// <summary>How many draws.</summary>
    public int Trials => Counts.Sum();

    /// <summary>p.</summary>
    public int Dimension => Counts.Count - 1;

    /// <summary>The share of solutions with exactly k nonzero weights.</summary>
    public Proportion Nonzeros(int size) => new(Counts[size], Trials);

    /// <summary>The share of solutions that are vertices.</summary>
    public Proportion Vertex => Nonzeros(1);

    /// <summary>The share of solutions with at least one weight exactly zero.</summary>
    public Proportion AnyZero => new(Trials - Counts[^1], Trials);

    /// <summary>The mean number of nonzero weights.</summary>
    public double MeanNonzeros => Counts.Select((count, size) => (double)count * size).Sum() / Trials;
}
