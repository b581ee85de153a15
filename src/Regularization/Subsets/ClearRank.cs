namespace Regularization;

/// <summary>Whether double precision can tell which columns depend on others.</summary>
internal static class ClearRank
{
    // A − D ⪰ 0 says that at least D_j is left of column j, whatever the order of the columns; with this much there is no doubt.
    private const double Plenty = 1e-9;

    // Choosing the longest rest first, this much has to be left; in a bad order it can be a hundred times less.
    private const double Enough = 100 * SubsetProblem.SurelyIndependent;

    // And what is left at the end must be this much less than the smallest rest that was enough.
    private const double Jump = 1e6;

    /// <summary>Chooses the column of which most is left, again and again; clear is a jump from enough to nothing but rounding errors.</summary>
    /// <remarks>
    /// Where there is no such jump (high powers of one column, say), columns that count as dependent in one order matter in another, and a bound
    /// that leaves them out is no proof.
    /// </remarks>
    public static bool IsClear(SubsetProblem problem, SubsetNode root, CancellationToken cancellation)
    {
        if (root.Share.All(share => share >= Plenty))
            return true;
        var (projected, smallest) = (new ProjectedColumns(problem).Clear(), 1.0);
        while (projected.Chosen.Count < problem.Columns)
        {
            cancellation.ThrowIfCancellationRequested();
            var (next, most) = Longest(projected, problem.Columns);
            if (most <= Enough)
                return most <= Math.Min(SubsetProblem.SurelyDependent, smallest / Jump);
            smallest = most;
            projected.Add(next);
        }

        return true;
    }

    private static (int Column, double Left) Longest(ProjectedColumns projected, int columns)
    {
        var longest = 0;
        for (var j = 1; j < columns; j++)
        {
            if (projected.Diagonal(j) > projected.Diagonal(longest))
                longest = j;
        }

        return (longest, projected.Diagonal(longest));
    }
}
