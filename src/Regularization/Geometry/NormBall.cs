namespace Regularization;

/// <summary><c>{w : ‖w‖_p ≤ t}</c> in the plane: diamond (p = 1), disc (2), square (∞), star (p &lt; 1), cross (0).</summary>
public static class NormBall
{
    /// <summary>The boundary <c>‖w‖_p = t</c> as a closed curve from (t, 0) counter-clockwise, the four corners on the axes included.</summary>
    /// <remarks>
    /// For p ≤ 2 the points are <c>t·(cos^(2/p) θ, sin^(2/p) θ)</c>, which runs into the spikes of small p; for larger p they are the
    /// points of the directions θ, which does not crowd at the axes. For p = 0 the ball {w : at most one nonzero} is the pair of axes: unbounded, so
    /// it is drawn from −t to t, as one line that visits both.
    /// </remarks>
    /// <param name="p">From 0 to infinity.</param>
    /// <param name="radius">t > 0.</param>
    /// <param name="points">How many points, a multiple of 8; the first is repeated at the end.</param>
    public static Curve Boundary(double p, double radius, int points = 360)
    {
        Argument.Between(p, 0, double.PositiveInfinity);
        var t = Argument.Positive(radius);
        if (Argument.AtLeast(points, 8) % 8 != 0)
            throw new ArgumentOutOfRangeException(nameof(points), points, $"points is {points}; expected a multiple of 8.");
        if (p == 0)
            return new Curve([-t, t, 0, 0, 0], [0, 0, 0, t, -t]);

        var quarter = Enumerable.Range(0, points / 4).Select(i => FirstQuadrant(p, t, i, points / 4)).ToArray();
        return Curve.Of([
            .. quarter,
            .. quarter.Select(w => (-w.Y, w.X)),
            .. quarter.Select(w => (-w.X, -w.Y)),
            .. quarter.Select(w => (w.Y, -w.X)),
            quarter[0]]);
    }

    private static (double X, double Y) FirstQuadrant(double p, double t, int index, int count)
    {
        if (index == 0)
            return (t, 0);
        // Half way the two coordinates are equal; saying so keeps the square's corner sharp.
        var (sin, cos) = 2 * index == count ? (Math.Sqrt(0.5), Math.Sqrt(0.5)) : Math.SinCos(Math.PI / 2 * index / count);
        if (p <= 2)
            return (t * Math.Pow(cos, 2 / p), t * Math.Pow(sin, 2 / p));
        // The larger coordinate taken out, so that high powers do not underflow.
        var large = Math.Max(cos, sin);
        var norm = double.IsInfinity(p) ? large : large * Math.Pow(Math.Pow(cos / large, p) + Math.Pow(sin / large, p), 1 / p);
        return (t * (cos / norm), t * (sin / norm));
    }
}
