namespace Regularization;

/// <summary>The lasso at every λ of a grid, exactly: the homotopy on a working set of columns, checked on all of them.</summary>
/// <remarks>
/// Four λ at a time: strides, or else the homotopy, go there with the columns that press hardest, then all columns are checked against the
/// four residuals in one reading of X. A column that was left out and violates its bound joins, and the four are done again. With more rows
/// than columns all columns work, on their Gram matrix. Whatever is left with a gap above the tolerance, because of ties or dependent
/// columns, is finished by <see cref="GapSafeDescent"/>. So speed rests on guesses, and correctness on the certificate alone.
/// Sources: Tibshirani et al. (2012) for the sequential strong rule; Efron, Hastie, Johnstone and Tibshirani (2004) for the path.
/// </remarks>
internal sealed class LassoGridSolver
{
    private const int Batch = 4;
    // How far below the bound at the end of the four, in shares of the way there, a column may press and still be taken along. The strong rule
    // says 1; measured on the designs of docs/solvers.md 0.1 brings hardly a column back and halves the work.
    private const double Margin = 0.1;
    // Above this many columns their Gram matrix would not pay, or not fit.
    private const int MostGramColumns = 4000;
    // Below this share of ‖y‖² the residual sum of squares is computed from the residual: differences would lose its digits.
    private const double Cancels = 1e-4;

    private readonly LassoProblem problem;
    private readonly double[] grid;
    private readonly double tolerance;
    private readonly Certified?[] found;
    private readonly double[]? gram;

    private LassoGridSolver(LassoProblem problem, double[] grid, double tolerance)
    {
        (this.problem, this.grid, this.tolerance) = (problem, grid, tolerance);
        found = new Certified[grid.Length];
        if (problem.Columns <= problem.Rows && problem.Columns <= MostGramColumns)
            gram = Gram.Of(problem.X, problem.Rows, problem.Columns, problem.Threads, problem.Cancellation);
    }

    /// <summary>The smallest λ for which all penalized weights are zero.</summary>
    public static double LambdaMax(LassoProblem problem) => NullState(problem, null).LambdaMax;

    /// <summary>Solves for every λ of the grid, descending.</summary>
    public static IReadOnlyList<Certified> Solve(LassoProblem problem, double[] grid, double tolerance)
    {
        var solver = new LassoGridSolver(problem, grid, tolerance);
        solver.Run();
        return solver.found!;
    }

    /// <summary>The λ at which the support changes, from λ_max down, and 0.</summary>
    /// <exception cref="InvalidOperationException">Ties or dependent columns hold the path up.</exception>
    public static double[] Knots(LassoProblem problem)
    {
        var (state, correlations, lambdaMax, first) = NullState(problem, null);
        if (first < 0)
            return [0];
        List<double> knots = [lambdaMax];
        int[] all = [.. Enumerable.Range(0, problem.Columns)];
        if (!state.Enter(lambdaMax, first, correlations[first]) || !state.Follow([0.0], all, correlations, (_, _) => { }, knots.Add))
            throw new InvalidOperationException("The knots of the path cannot be told apart: columns of x are tied or depend on each other; fit on a grid of λ instead.");
        return [.. knots.Distinct().Where(knot => knot > 0), 0];
    }

    private static (HomotopyState State, double[] Correlations, double LambdaMax, int First) NullState(LassoProblem problem, double[]? gram)
    {
        var state = new HomotopyState(problem, gram);
        state.Start();
        var correlations = problem.Correlations.ToArray();
        if (state.Active.Count > 0)
        {
            var residual = new double[problem.Rows];
            var free = state.WeightsNow();
            problem.Residual(free.Support, free.Weights, residual);
            for (var j = 0; j < correlations.Length; j++)
                correlations[j] = state.IsActive(j) ? 0 : Kernels.Dot(problem.Column(j), residual);
        }

        var (max, first) = (0.0, -1);
        for (var j = 0; j < correlations.Length; j++)
        {
            if (problem.Pressure(j, correlations[j]) is var pressure && pressure > max)
                (max, first) = (pressure, j);
        }

        return (state, correlations, max, first);
    }

    private void Run()
    {
        var (state, correlations, lambdaMax, first) = NullState(problem, gram);
        var done = 0;
        var free = state.WeightsNow();
        for (; done < grid.Length && grid[done] >= lambdaMax; done++)
            found[done] = CertifyExactly(grid[done], free);
        if (done == grid.Length)
            return;

        var reached = first >= 0 && state.Enter(lambdaMax, first, correlations[first])
            && (gram is null ? FollowBatches(state, correlations, ref done) : FollowGram(state, correlations, ref done));
        if (!reached)
            Finish(done);
    }

    private bool FollowGram(HomotopyState state, double[] correlations, ref int done)
    {
        var all = new WorkingSet(problem.Columns);
        all.Choose(_ => true);
        var solution = new SparseWeights[1];
        for (; done < grid.Length; done++)
        {
            if (!Walk(ref state, done, 1, all, correlations, solution))
                return false;
            var certified = CertifyByGram(grid[done], solution[0], correlations);
            if (!IsGood(certified))
                return false;
            found[done] = certified;
        }

        return true;
    }

    private Certified CertifyByGram(double lambda, SparseWeights solution, double[] correlations)
    {
        var rss = problem.SquaredNorm;
        var own = new double[solution.Support.Length];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = correlations[solution.Support[i]];
            rss -= solution.Weights[i] * (problem.Correlations[solution.Support[i]] + own[i]);
        }

        if (rss < Cancels * problem.SquaredNorm)
            return CertifyExactly(lambda, solution);
        var pressure = 0.0;
        for (var j = 0; j < correlations.Length; j++)
            pressure = Math.Max(pressure, problem.Pressure(j, correlations[j]));
        return problem.Certify(lambda, 0, solution, rss, pressure, own);
    }

    private bool FollowBatches(HomotopyState state, double[] correlations, ref int done)
    {
        var working = new WorkingSet(problem.Columns);
        var residuals = new double[Batch * problem.Rows];
        var checkedCorrelations = new double[problem.Columns * Batch];
        var solutions = new SparseWeights[Batch];
        while (done < grid.Length)
        {
            var count = Math.Min(Batch, grid.Length - done);
            var end = grid[done + count - 1];
            working.Choose(j => state.IsActive(j) || problem.Pressure(j, correlations[j]) >= end - Margin * (state.Lambda - end));
            while (true)
            {
                var attempt = state.Save();
                var own = working.Take(correlations);
                if (!Walk(ref attempt, done, count, working, own, solutions))
                    return false;
                for (var q = 0; q < Batch; q++)
                    problem.Residual(solutions[Math.Min(q, count - 1)].Support, solutions[Math.Min(q, count - 1)].Weights, residuals.AsSpan(q * problem.Rows, problem.Rows));
                Correlate(residuals, checkedCorrelations);
                var start = done;
                if (working.Join(j => Violates(j, checkedCorrelations, start, count)) > 0)
                    continue;
                state = attempt;
                break;
            }

            for (var q = 0; q < count; q++)
            {
                var certified = Certify(grid[done + q], solutions[q], residuals.AsSpan(q * problem.Rows, problem.Rows), checkedCorrelations, q);
                if (!IsGood(certified))
                {
                    done += q;
                    return false;
                }

                found[done + q] = certified;
            }

            for (var j = 0; j < problem.Columns; j++)
                correlations[j] = checkedCorrelations[j * Batch + count - 1];
            done += count;
        }

        return true;
    }

    // By strides, and where a stride fails, by following the path.
    private bool Walk(ref HomotopyState state, int done, int count, WorkingSet working, double[] correlation, SparseWeights[] solutions)
    {
        for (var q = 0; q < count; q++)
        {
            var (mark, before) = (state.Mark(), correlation.ToArray());
            if (!state.Stride(grid[done + q], working.Columns, correlation))
            {
                state = state.Resume(mark);
                before.CopyTo(correlation, 0);
                if (!state.Follow(grid.AsSpan(done + q, 1), working.Columns, correlation, (_, _) => { }))
                    return false;
            }

            solutions[q] = state.Solution(grid[done + q]);
        }

        return true;
    }

    private void Correlate(double[] residuals, double[] target) => Blocks.Run(problem.Columns, 512, problem.Threads, problem.Cancellation, (from, to) =>
    {
        for (var j = from; j < to; j++)
            Kernels.Dot4(problem.Column(j), residuals, target.AsSpan(j * Batch, Batch));
    });

    // A hair above the bound is rounding; the certificate sees it anyway.
    private bool Violates(int column, double[] correlations, int done, int count)
    {
        for (var q = 0; q < count; q++)
        {
            if (problem.Pressure(column, correlations[column * Batch + q]) > grid[done + q] * (1 + 1e-11))
                return true;
        }

        return false;
    }

    private Certified Certify(double lambda, SparseWeights solution, ReadOnlySpan<double> residual, double[] correlations, int q)
    {
        var pressure = 0.0;
        for (var j = 0; j < problem.Columns; j++)
            pressure = Math.Max(pressure, problem.Pressure(j, correlations[j * Batch + q]));
        double[] own = [.. solution.Support.Select(j => correlations[j * Batch + q])];
        return problem.Certify(lambda, 0, solution, Kernels.SumOfSquares(residual), pressure, own);
    }

    private Certified CertifyExactly(double lambda, SparseWeights solution) => GapSafeDescent.Certify(problem, lambda, 0, solution);

    private bool IsGood(Certified point) => point.Gap <= problem.SmallGap(point.Objective, tolerance);

    // From the first λ that the homotopy could not do: coordinate descent, each λ from the solution of the one before.
    private void Finish(int done)
    {
        var descent = new GapSafeDescent(problem, done > 0 ? found[done - 1]!.Solution : new SparseWeights([], []));
        for (; done < grid.Length; done++)
            found[done] = descent.Solve(grid[done], 0, tolerance);
    }
}
