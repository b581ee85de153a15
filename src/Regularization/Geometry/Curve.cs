namespace Regularization;

/// <summary>A line through points of the plane, ready to be drawn: x and y coordinates of the same length.</summary>
/// <param name="X">The first coordinates (w₁).</param>
/// <param name="Y">The second coordinates (w₂).</param>
public sealed record Curve(IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    internal static Curve Of(IEnumerable<(double X, double Y)> points)
    {
        (double X, double Y)[] all = [.. points];
        return new Curve([.. all.Select(point => point.X)], [.. all.Select(point => point.Y)]);
    }
}
