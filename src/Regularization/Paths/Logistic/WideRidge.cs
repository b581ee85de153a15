namespace Regularization;

/// <summary>Logistic ridge with more columns than rows, in n unknowns instead of p.</summary>
/// <remarks>
/// At the minimum <c>λw = Xᵀρ</c>, so w is a combination of the rows. With <c>XXᵀ = QTQᵀ</c> and <c>T = LLᵀ</c> the model in <c>v</c> with design QL has
/// the same scores and <c>‖v‖ = ‖w‖</c>; its residuals ρ give w. Source: Hastie, Tibshirani and Friedman (2009), §18.3.5.
/// </remarks>
internal sealed class WideRidge
{
    private readonly LogisticProblem problem;
    private readonly LogisticSolver reduced;
    private readonly LogisticState state;

    public WideRidge(PreparedDesign design, Tridiagonal tridiagonal, LogisticProblem problem, LogisticOptions options)
    {
        var n = design.Rows;
        var x = new double[n * n];
        double pivot = 0, beside = 0;
        for (var j = 0; j < n; j++)
        {
            // Column j of the Cholesky factor of T: two numbers. Rounding may put a pivot of a rank-deficient T below zero.
            beside = j == 0 || pivot <= 0 ? 0 : tridiagonal.Beside[j] / pivot;
            pivot = Math.Sqrt(Math.Max(0, tridiagonal.Diagonal[j] - beside * beside));
            x[j * n + j] = pivot;
            if (j + 1 < n && pivot > 0)
                x[j * n + j + 1] = tridiagonal.Beside[j + 1] / pivot;
            tridiagonal.FromTridiagonal(x.AsSpan(j * n, n));
        }

        this.problem = problem;
        reduced = new LogisticSolver(new LogisticProblem(PreparedDesign.AsPrepared(x, n, design.SampleWeights), problem.Y, options with { PenaltyWeights = null }));
        state = new LogisticState(problem);
    }

    /// <summary>The weights of the p columns for one λ, with their gap.</summary>
    public (LogisticState State, double Gap) Solve(double lambda, double tolerance)
    {
        // The gap of w is about the reduced one's, times what λ‖w − Xᵀρ/λ‖² says; a hundredth leaves room.
        reduced.Solve(0, lambda, tolerance / 100);
        var weights = new double[problem.Columns];
        for (var j = 0; j < weights.Length; j++)
            weights[j] = double.IsInfinity(problem.PenaltyWeights[j]) ? 0 : Kernels.Dot(problem.Column(j), reduced.State.Residual) / lambda;
        int[] all = [.. Enumerable.Range(0, weights.Length)];
        int[] used = [.. all.Where(j => !double.IsInfinity(problem.PenaltyWeights[j]))];
        state.Set(all, weights, reduced.State.Intercept);
        state.Refresh();
        state.Balance();
        state.Correlate(used);
        return (state, state.Gap(used, 0, lambda));
    }
}
