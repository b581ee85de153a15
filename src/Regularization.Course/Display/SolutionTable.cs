namespace Regularization.Course;

/// <summary>A solver's result as a table: whether it converged, how good it is by its certificate, and the weights.</summary>
internal static class SolutionTable
{
    public static Table Of(Solution solution)
    {
        List<object?[]> rows =
        [
            ["converged", solution.Converged ? "yes" : "no"],
            ["iterations", solution.Iterations],
            ["J(w)", solution.Value],
            ["residual", Numbers.Text(solution.Residual, 3)],
        ];
        if (solution.DualityGap is { } gap)
            rows.Add(["duality gap", Numbers.Text(gap, 3)]);
        rows.Add(["nonzero weights", $"{Norms.L0(solution.W)} of {solution.W.Count}"]);
        return new Table(["solution", "value"], rows);
    }
}
