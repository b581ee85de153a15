using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>Text at points.</summary>
public sealed record TextLayer : CurveLayer
{
    /// <summary>A text at each point <c>(xᵢ, yᵢ)</c>.</summary>
    public TextLayer(string name, IEnumerable<double> x, IEnumerable<double> y, IEnumerable<string> text) : base(name, x, y)
    {
        Text = [.. text];
        if (Text.Length != X.Length)
            throw new ArgumentException($"Layer '{name}' has {X.Length} points and {Text.Length} texts; expected as many of each.", nameof(text));
        (Color, InLegend) = (ColorRole.Ink, false);
    }

    /// <summary>One text.</summary>
    public TextLayer(string name, double x, double y, string text) : this(name, [x], [y], [text]) { }

    /// <summary>The texts.</summary>
    public ImmutableArray<string> Text { get; }

    /// <summary>Where the texts stand, seen from their points.</summary>
    public TextPosition Position { get; init; }

    /// <summary>The size in pixels.</summary>
    public double Size { get; init; } = 13;
}
