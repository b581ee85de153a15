namespace Regularization;

/// <summary>What the heuristics share: from one support a size to a path without certificates.</summary>
internal static class SubsetHeuristic
{
    /// <summary>Fits the supports that <paramref name="find"/> names, ordered as the sizes are.</summary>
    public static SubsetPath Fit(Matrix x, Vector y, SubsetOptions? options, Func<SubsetProblem, IReadOnlyList<int>, IEnumerable<IReadOnlyList<int>>> find)
    {
        options = (options ?? new SubsetOptions()).Checked(Argument.NotNull(x).ColumnCount);
        var sizes = options.Sizes(x.ColumnCount);
        var problem = SubsetProblem.Of(x, y, options);
        SubsetPoint[] points =
        [
            .. find(problem, sizes).Zip(sizes, (support, size) => SubsetRefit.Point(problem, size, [.. support.Order()], 0, 0, SubsetStop.Heuristic)),
        ];
        return new SubsetPath(points, problem.Design.Names, x.RowCount, options.Lambda) { InterceptCount = options.Intercept ? 1 : 0 };
    }

    /// <summary>Chooses one column after the other by a score, until so many are chosen or no score is above 0.</summary>
    public static IReadOnlyList<int> Grow(SubsetProblem problem, int size, Func<ProjectedColumns, int, double> score, CancellationToken cancellation)
    {
        var projected = new ProjectedColumns(problem).Clear();
        while (projected.Chosen.Count < size && Best(projected, problem.Columns, score) is >= 0 and var next)
        {
            cancellation.ThrowIfCancellationRequested();
            projected.Add(next);
        }

        return projected.Chosen;
    }

    private static int Best(ProjectedColumns projected, int columns, Func<ProjectedColumns, int, double> score)
    {
        var (best, most) = (-1, 0.0);
        for (var j = 0; j < columns; j++)
        {
            if (projected.Drop(j) > 0 && score(projected, j) is var value && value > most)
                (best, most) = (j, value);
        }

        return best;
    }
}
