using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>The band between two curves, for example a confidence interval along x.</summary>
public sealed record BandLayer : Layer
{
    /// <summary>The band <c>lowᵢ ≤ y ≤ highᵢ</c> over <c>xᵢ</c>.</summary>
    public BandLayer(string name, IEnumerable<double> x, IEnumerable<double> low, IEnumerable<double> high) : base(name)
    {
        ImmutableArray<double> at = [.. x];
        (X, Low) = Pair(name, at, low);
        (_, High) = Pair(name, at, high);
    }

    /// <summary>The horizontal coordinates.</summary>
    public ImmutableArray<double> X { get; }

    /// <summary>The lower ends.</summary>
    public ImmutableArray<double> Low { get; }

    /// <summary>The upper ends.</summary>
    public ImmutableArray<double> High { get; }

    /// <summary>How much the filling covers, 0 to 1.</summary>
    public double Opacity { get; init; } = 0.25;

    internal override IEnumerable<(object X, object Y)> Points =>
        X.Select((x, i) => ((object)x, (object)$"{Numbers.Text(Low[i])} … {Numbers.Text(High[i])}"));
}
