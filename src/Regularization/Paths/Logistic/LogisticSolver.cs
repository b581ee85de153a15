namespace Regularization;

/// <summary>Newton's method on the active columns, within the orthant of their signs; certified on all columns.</summary>
/// <remarks>
/// A round computes the correlations of all columns with the residuals and the duality gap. Columns beyond their bounds join with weight zero
/// and the sign of their correlation. Then a quadratic model of the loss is minimized over the active columns and the intercept, the step is cut
/// off where weights would leave their orthant, and halved until the objective falls. The model is that of a few rounds ago as long as it
/// serves: a step with old curvatures costs a reading of X, new ones a Gram matrix and its factor. From the solution for the λ before, one or two rounds
/// do. Where the model does not help, a sweep of coordinate steps with the bound ¼Σvᵢx_ij² on the curvature, which always helps, stands in.
/// Sources: Lee, Sun and Saunders (2014) for proximal Newton methods; Friedman, Hastie and Tibshirani (2010) for the path.
/// </remarks>
internal sealed class LogisticSolver(LogisticProblem problem)
{
    private const int MostRounds = 200;

    // A step that leaves more than this share of the gap used a model that is out of date.
    private const double GoodStep = 0.4;

    private readonly LogisticState state = new(problem);
    private readonly QuadraticModel model = new(problem);
    private double before = double.NaN;

    /// <summary>The weights as they are.</summary>
    public LogisticState State => state;

    /// <summary>Solves for one λ₁ and λ₂ from the present weights; returns the gap.</summary>
    public double Solve(double l1, double l2, double tolerance)
    {
        int[] all = [.. Enumerable.Range(0, problem.Columns).Where(j => !double.IsInfinity(problem.PenaltyWeights[j]))];
        if (double.IsNaN(before))
            Measure(all, l1, l2);
        // The sequential strong rule; what it leaves out is looked at before the certificate.
        var working = new WorkingSet(problem.Columns);
        working.Choose(j => IsKept(j) || problem.Pressure(j, state.Correlations[j]) >= 2 * l1 - before);
        before = l1;
        var (least, last, stuck) = (double.PositiveInfinity, double.PositiveInfinity, 0);
        for (var round = 0; round < MostRounds; round++)
        {
            problem.Cancellation.ThrowIfCancellationRequested();
            var gap = Measure(working.Columns.ToArray(), l1, l2);
            if (gap <= tolerance * state.Objective(l1, l2) && state.FreeSlope() <= 1e-6)
            {
                gap = Measure(all, l1, l2);
                if (working.Join(j => problem.Pressure(j, state.Correlations[j]) > l1 && !double.IsInfinity(problem.PenaltyWeights[j])) == 0
                    || gap <= tolerance * state.Objective(l1, l2))
                    return gap;
            }

            if (gap > GoodStep * last)
                model.Expire();
            last = round == 0 ? double.PositiveInfinity : gap;
            stuck = gap < 0.9 * least ? 0 : stuck + 1;
            least = Math.Min(least, gap);
            int[] columns = [.. working.Columns.ToArray().Where(j => IsKept(j) || problem.Pressure(j, state.Correlations[j]) > l1 * (1 + 1e-12))];
            if (!Newton(columns, l1, l2, state.Objective(l1, l2)) || stuck > 4)
            {
                CoordinateSteps(columns, l1, l2);
                stuck = 0;
            }
        }

        state.Refresh();
        return Measure(all, l1, l2);
    }

    private bool IsKept(int j) => state.Weights[j] != 0 || problem.PenaltyWeights[j] == 0;

    private double Measure(int[] columns, double l1, double l2)
    {
        state.Balance();
        state.Correlate(columns);
        return state.Gap(columns, l1, l2);
    }

    private bool Newton(int[] columns, double l1, double l2, double objective)
    {
        model.Follow(columns, l2, state.Curvature);
        var (factor, members) = (model.Factor, model.Members.ToArray());
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
        model.Expire();
        return false;
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
