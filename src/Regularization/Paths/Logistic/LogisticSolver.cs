namespace Regularization;

/// <summary>Newton's method on the active columns, within the orthant of their signs; certified on all columns.</summary>
/// <remarks>
/// A round computes the correlations of all columns with the residuals and the duality gap. Columns beyond their bounds join with weight zero
/// and the sign of their correlation. Then the quadratic model of the loss is minimized over the active columns and the intercept, the step is cut
/// off where weights would leave their orthant, and halved until the objective falls. From the solution for the λ before, one or two rounds
/// do. Where the model does not help, a sweep of coordinate steps with the bound ¼Σvᵢx_ij² on the curvature, which always helps, stands in.
/// Sources: Lee, Sun and Saunders (2014) for proximal Newton methods; Friedman, Hastie and Tibshirani (2010) for the path.
/// </remarks>
internal sealed class LogisticSolver(LogisticProblem problem)
{
    private const int MostRounds = 200;

    private readonly LogisticState state = new(problem);

    /// <summary>The weights as they are.</summary>
    public LogisticState State => state;

    /// <summary>Solves for one λ₁ and λ₂ from the present weights; returns the gap.</summary>
    public double Solve(double l1, double l2, double tolerance)
    {
        var (least, stuck) = (double.PositiveInfinity, 0);
        for (var round = 0; round < MostRounds; round++)
        {
            problem.Cancellation.ThrowIfCancellationRequested();
            state.Balance();
            state.Correlate();
            var (gap, objective) = (state.Gap(l1, l2), state.Objective(l1, l2));
            if (gap <= tolerance * objective && state.FreeSlope() <= 1e-6)
                return gap;
            stuck = gap < 0.9 * least ? 0 : stuck + 1;
            least = Math.Min(least, gap);
            var columns = Active(l1);
            if (!Newton(columns, l1, l2, objective) || stuck > 4)
            {
                CoordinateSteps(columns, l1, l2);
                stuck = 0;
            }
        }

        state.Refresh();
        state.Balance();
        state.Correlate();
        return state.Gap(l1, l2);
    }

    private int[] Active(double l1) =>
        [.. Enumerable.Range(0, problem.Columns).Where(j => state.Weights[j] != 0
            || (!double.IsInfinity(problem.PenaltyWeights[j]) && (problem.PenaltyWeights[j] == 0 || problem.Pressure(j, state.Correlations[j]) > l1 * (1 + 1e-12))))];

    private bool Newton(int[] columns, double l1, double l2, double objective)
    {
        var (factor, members) = Factor(columns, l2);
        var count = members.Length;
        var (right, step, signs) = (new double[factor.Count], new double[factor.Count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var (j, c) = (members[i], problem.PenaltyWeights[members[i]]);
            // Without an L1 part there is no kink at zero to stop at.
            signs[i] = c == 0 || (l1 == 0 && !problem.Positive) ? 0 : state.Weights[j] != 0 ? Math.Sign(state.Weights[j]) : Math.Sign(state.Correlations[j]);
            right[right.Length - count + i] = state.Correlations[j] - l1 * c * signs[i] - l2 * c * state.Weights[j];
        }

        if (problem.HasIntercept)
            right[0] = Kernels.Sum(state.Residual);
        factor.Solve(right, step);

        var before = (Weights: members.Select(j => state.Weights[j]).ToArray(), state.Intercept);
        var trial = new double[count];
        for (var share = 1.0; share > 1e-3; share /= 2)
        {
            for (var i = 0; i < count; i++)
            {
                var next = before.Weights[i] + share * step[step.Length - count + i];
                trial[i] = signs[i] != 0 && next * signs[i] < 0 ? 0 : next;
            }

            state.Set(members, trial, before.Intercept + (problem.HasIntercept ? share * step[0] : 0));
            if (state.Objective(l1, l2) < objective)
                return true;
        }

        state.Set(members, before.Weights, before.Intercept);
        return false;
    }

    // The Cholesky factor of the quadratic model, the intercept first; columns that depend on those before them are left out.
    private (ActiveCholesky Factor, int[] Members) Factor(int[] columns, double l2)
    {
        var (n, first) = (problem.Rows, problem.HasIntercept ? 1 : 0);
        double[] roots = [.. state.Curvature.Select(Math.Sqrt)];
        var scaled = new double[checked((columns.Length + first) * n)];
        if (first == 1)
            roots.CopyTo(scaled, 0);
        for (var i = 0; i < columns.Length; i++)
            System.Numerics.Tensors.TensorPrimitives.Multiply<double>(problem.Column(columns[i]), roots, scaled.AsSpan((i + first) * n, n));
        var size = columns.Length + first;
        var gram = Gram.Of(scaled, n, size, problem.Threads, problem.Cancellation);

        var (factor, members, kept) = (new ActiveCholesky(), new List<int>(), new List<int>());
        for (var i = 0; i < size; i++)
        {
            double[] cross = [.. kept.Select(k => gram[i * size + k])];
            var ridge = i < first ? 0 : l2 * problem.PenaltyWeights[columns[i - first]];
            if (!factor.Append(cross, gram[i * size + i] + ridge))
                continue;
            kept.Add(i);
            if (i >= first)
                members.Add(columns[i - first]);
        }

        return (factor, [.. members]);
    }

    private void CoordinateSteps(int[] columns, double l1, double l2)
    {
        foreach (var j in columns)
        {
            var column = problem.Column(j);
            var (c, curvature) = (problem.PenaltyWeights[j], 0.0);
            for (var i = 0; i < column.Length; i++)
                curvature += problem.V[i] * column[i] * column[i] / 4;
            var target = Kernels.Dot(column, state.Residual) + curvature * state.Weights[j];
            var next = (target - Math.Clamp(target, -l1 * c, l1 * c)) / (curvature + l2 * c);
            state.Set([j], [problem.Positive ? Math.Max(0, next) : next], state.Intercept);
        }

        state.Balance();
    }
}
