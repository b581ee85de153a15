namespace Regularization;

/// <summary>Between the knots of a lasso path and the points that all paths have.</summary>
internal static class LassoKnotPoints
{
    /// <summary>x1, x2, …</summary>
    public static IReadOnlyList<string> Names(int columns) => [.. Enumerable.Range(1, columns).Select(j => FormattableString.Invariant($"x{j}"))];

    /// <summary>The points at the knots of data taken as given, with their certificates.</summary>
    public static IReadOnlyList<PathPoint> Of(IEnumerable<LassoKnot> knots, Matrix x, Vector y)
    {
        var f = new LeastSquares(x, y);
        return [.. knots.Select(knot => Point(knot, f))];
    }

    /// <summary>The knots of a path whose points are its knots, λ = 0 the last.</summary>
    /// <remarks>A column that leaves is zero at the knot already, so what changes there is seen in the pieces on both sides.</remarks>
    public static LassoKnot[] Knots(IReadOnlyList<PathPoint> points)
    {
        var knots = new LassoKnot[points.Count];
        int[] before = [];
        for (var i = 0; i < knots.Length; i++)
        {
            int[] after = i + 1 < knots.Length ? [.. points[i].Support.Union(points[i + 1].Support)] : before;
            int? entering = after.Except(before).Select(j => (int?)j).FirstOrDefault();
            int? leaving = before.Except(after).Select(j => (int?)j).FirstOrDefault();
            knots[i] = new LassoKnot(points[i].Lambda, points[i].W, points[i].L1Norm, entering, entering is null ? leaving : null);
            before = after;
        }

        return knots;
    }

    private static PathPoint Point(LassoKnot knot, LeastSquares f)
    {
        int[] support = [.. Enumerable.Range(0, knot.W.Count).Where(j => knot.W[j] != 0)];
        var residual = f.Residual(knot.W);
        var (rss, gap) = (residual * residual, DualityGap.Lasso(f, knot.W, knot.Lambda));
        return new PathPoint
        {
            Lambda = knot.Lambda,
            Intercept = 0,
            Support = support,
            Weights = [.. support.Select(j => knot.W[j])],
            Columns = knot.W.Count,
            L1Norm = knot.L1Norm,
            Deviance = rss,
            Objective = rss / 2 + knot.Lambda * knot.L1Norm,
            DualityGap = gap,
            DegreesOfFreedom = support.Length,
            Converged = gap <= 1e-9 * Math.Max(rss / 2 + knot.Lambda * knot.L1Norm, 5e-7 * (f.Y * f.Y)),
        };
    }
}
