using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>Points with an interval each.</summary>
public sealed record ErrorBarLayer : CurveLayer
{
    /// <summary>Points <c>(xᵢ, yᵢ)</c> with the intervals <c>[lowᵢ, highᵢ]</c>, given as ends and not as lengths.</summary>
    public ErrorBarLayer(string name, IEnumerable<double> x, IEnumerable<double> y, IEnumerable<double> low, IEnumerable<double> high) : base(name, x, y)
    {
        (_, Low) = Pair(name, X, low);
        (_, High) = Pair(name, X, high);
    }

    /// <summary>The lower ends.</summary>
    public ImmutableArray<double> Low { get; }

    /// <summary>The upper ends.</summary>
    public ImmutableArray<double> High { get; }

    /// <summary>The shape of the marker.</summary>
    public MarkerSymbol Symbol { get; init; }

    /// <summary>The size of the marker in pixels.</summary>
    public double Size { get; init; } = 7;
}
