namespace Regularization;

/// <summary>Exchanges one column for another while that lowers the objective.</summary>
internal static class SubsetSwaps
{
    // An exchange has to be worth more than rounding errors, or two equal supports would be exchanged for ever.
    private const double Worth = 1e-12;

    /// <summary>The support after the last exchange that helped.</summary>
    public static int[] Improve(SubsetProblem problem, IReadOnlyList<int> start, CancellationToken cancellation)
    {
        var projected = new ProjectedColumns(problem);
        int[] support = [.. start];
        var objective = Project(projected, support, -1).Objective;
        for (int place = 0, unchanged = 0; unchanged < support.Length; place = (place + 1) % support.Length, unchanged++)
        {
            cancellation.ThrowIfCancellationRequested();
            Project(projected, support, place);
            if (projected.Best() is not (>= 0 and var best) || projected.Objective - projected.Drop(best) >= objective - Worth)
                continue;
            objective = projected.Objective - projected.Drop(best);
            (support[place], unchanged) = (best, -1);
        }

        Array.Sort(support);
        return support;
    }

    private static ProjectedColumns Project(ProjectedColumns projected, int[] support, int without)
    {
        projected.Clear();
        for (var i = 0; i < support.Length; i++)
        {
            if (i != without)
                projected.Add(support[i]);
        }

        return projected;
    }
}
