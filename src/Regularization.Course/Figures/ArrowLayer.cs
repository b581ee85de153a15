using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>Arrows: gradients, normals, steps.</summary>
public sealed record ArrowLayer : Layer
{
    /// <summary>Arrows from (x, y) to (toX, toY).</summary>
    public ArrowLayer(string name, params IEnumerable<(double X, double Y, double ToX, double ToY)> arrows) : base(name)
    {
        Arrows = [.. arrows];
        Color = ColorRole.Ink;
    }

    /// <summary>The arrows, tail and head.</summary>
    public ImmutableArray<(double X, double Y, double ToX, double ToY)> Arrows { get; }

    /// <summary>The width of the shaft in pixels.</summary>
    public double Width { get; init; } = 2;

    internal override IEnumerable<(object X, object Y)> Points => Arrows.SelectMany(a => ((object, object)[])[(a.X, a.Y), (a.ToX, a.ToY)]);
}
