using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>A bar for each category.</summary>
public sealed record BarLayer : Layer
{
    /// <summary>Bars of the given heights, one a category.</summary>
    public BarLayer(string name, IEnumerable<string> categories, IEnumerable<double> values) : base(name)
    {
        Categories = [.. categories];
        Values = [.. values];
        if (Categories.Length != Values.Length)
            throw new ArgumentException($"Layer '{name}' has {Categories.Length} categories and {Values.Length} values; expected as many of each.", nameof(values));
    }

    /// <summary>The categories, in their order along the axis.</summary>
    public ImmutableArray<string> Categories { get; }

    /// <summary>The heights.</summary>
    public ImmutableArray<double> Values { get; }

    internal override IEnumerable<(object X, object Y)> Points => Categories.Zip(Values, (c, v) => ((object)c, (object)v));
}
