using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>An axis of a chart.</summary>
/// <param name="Title">What is measured along it, with its symbol.</param>
public sealed record Axis(string Title)
{
    /// <summary>The ends of the axis in the units of the data, <see langword="null"/> to take them from the data; low &gt; high turns the axis round.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Whether the axis is logarithmic (base 10).</summary>
    public bool Log { get; init; }

    /// <summary>How tick labels are written, in d3-format (for example <c>.0%</c>), <see langword="null"/> for the default.</summary>
    public string? TickFormat { get; init; }

    /// <summary>Labels to put at given places instead of numbers.</summary>
    public ImmutableArray<(double At, string Label)> Ticks { get; init; } = [];

    /// <summary>Whether the axis shows numbers and a grid; pictures of geometry need none.</summary>
    public bool ShowTicks { get; init; } = true;
}
