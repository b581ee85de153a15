namespace Regularization;

/// <summary>The node in which nothing is decided yet, for some or all columns of a problem.</summary>
internal static class SubsetRoot
{
    /// <summary>All columns, on the problem's own Gram matrix.</summary>
    public static SubsetNode OfAll(SubsetProblem problem, CancellationToken cancellation)
    {
        var root = Make(problem, [.. Enumerable.Range(0, problem.Columns)], problem.DenseGram(cancellation));
        root.Share = DiagonalShare.Of(root.Gram, problem.Ridge, problem.Rows, root.Rounding, cancellation);
        return root;
    }

    /// <summary>Some columns, whose Gram matrix is computed for them; of their diagonal only the ridge is known to be free.</summary>
    public static SubsetNode OfSome(SubsetProblem problem, int[] columns, CancellationToken cancellation)
    {
        var (n, p) = (problem.Rows, columns.Length);
        var x = new double[checked(p * n)];
        for (var i = 0; i < p; i++)
            problem.Unit(columns[i]).CopyTo(x.AsSpan(i * n, n));
        var gram = Gram.Of(x, n, p, threads: 1, cancellation);
        for (var i = 0; i < p; i++)
            gram[i * p + i] += problem.Ridge[columns[i]];
        var root = Make(problem, columns, gram);
        root.Share = [.. columns.Select(j => problem.Ridge[j])];
        return root;
    }

    private static SubsetNode Make(SubsetProblem problem, int[] columns, double[] gram) => new()
    {
        Count = columns.Length,
        Ids = [.. Enumerable.Range(0, columns.Length)],
        Gram = gram,
        Correlation = [.. columns.Select(j => problem.Correlation[j])],
        Start = new double[columns.Length],
        Base = problem.HalfSquare,
        // Every column can be eliminated twice, once at most for the objective and once for a bound.
        Rounding = problem.RoundingAfter(2 * columns.Length),
    };
}
