namespace Regularization;

/// <summary>Coordinate descent with gap-safe screening, finished by exact solves on the support: the lasso and elastic net for any columns.</summary>
/// <remarks>
/// A round computes the residual's correlation with every column that is left, and from it the duality gap. A column for which
/// <c>|x_jᵀθ| + √(2·gap)·‖x_j‖ &lt; λ₁c_j</c> is zero in every solution and is dropped for good. Then come sweeps over the columns at or near
/// their bounds, and a Newton step: with support and signs kept, the minimum is a linear system; where the way there crosses zero, that weight
/// leaves. Sources: Friedman, Hastie, Höfling and Tibshirani (2007); Ndiaye, Fercoq, Gramfort and Salmon (2017), Theorem 6.
/// </remarks>
internal sealed class GapSafeDescent
{
    private const int MostRounds = 400;
    private const int Sweeps = 30;

    private readonly LassoProblem problem;
    private readonly double[] weights;
    private readonly double[] residual;
    private readonly double[] correlations;
    private readonly ActiveCholesky freeFactor = new();
    private readonly List<int> free = [];
    private double lambda1;
    private double lambda2;

    /// <summary>Starts from a solution for another λ.</summary>
    public GapSafeDescent(LassoProblem problem, SparseWeights start)
    {
        this.problem = problem;
        (weights, residual, correlations) = (new double[problem.Columns], new double[problem.Rows], new double[problem.Columns]);
        for (var i = 0; i < start.Support.Length; i++)
            weights[start.Support[i]] = start.Weights[i];
        for (var j = 0; j < problem.Columns; j++)
        {
            if (problem.PenaltyWeights[j] != 0)
                continue;
            double[] cross = [.. free.Select(i => Kernels.Dot(problem.Column(i), problem.Column(j)))];
            if (freeFactor.Append(cross, problem.Squares[j]))
                free.Add(j);
        }
    }

    /// <summary>The certificate of a solution, from the data.</summary>
    public static Certified Certify(LassoProblem problem, double lambda1, double lambda2, SparseWeights solution)
    {
        var descent = new GapSafeDescent(problem, solution) { lambda1 = lambda1, lambda2 = lambda2 };
        int[] all = [.. Enumerable.Range(0, problem.Columns)];
        return descent.Check(all, out _);
    }

    /// <summary>Solves for one λ₁ and λ₂, from the last solution, to a gap relative to the objective.</summary>
    public Certified Solve(double l1, double l2, double tolerance)
    {
        (lambda1, lambda2) = (l1, l2);
        int[] left = [.. Enumerable.Range(0, problem.Columns).Where(j => !double.IsInfinity(problem.PenaltyWeights[j]))];
        Certified? best = null;
        for (var round = 0; round < MostRounds; round++)
        {
            problem.Cancellation.ThrowIfCancellationRequested();
            var now = Check(left, out var scale);
            if (best is null || now.Gap < best.Gap)
                best = now;
            if (best.Gap <= problem.SmallGap(best.Objective, tolerance))
                break;
            left = Screen(left, scale, now.Gap);
            int[] near = [.. left.Where(j => weights[j] != 0 || problem.PenaltyWeights[j] == 0 || Pressure(j) >= lambda1 * (1 - 0.3 / (round + 1)))];
            Sweep(near);
            Newton(near);
        }

        return best!;
    }

    private double Pressure(int j) => problem.Pressure(j, correlations[j]);

    /// <summary>The certificate of the present weights, and the factor that makes the residual dual feasible.</summary>
    private Certified Check(int[] columns, out double scale)
    {
        var (support, values) = Support();
        problem.Residual(support, values, residual);
        if (free.Count > 0)
        {
            SolveFree();
            (support, values) = Support();
        }

        Blocks.Run(columns.Length, 512, problem.Threads, problem.Cancellation, (from, to) =>
        {
            for (var k = from; k < to; k++)
                correlations[columns[k]] = Correlation(columns[k]);
        });

        var pressure = 0.0;
        foreach (var j in columns)
            pressure = Math.Max(pressure, Pressure(j));
        scale = pressure > lambda1 ? lambda1 / pressure : 1;
        double[] own = [.. support.Select(j => correlations[j])];
        return problem.Certify(lambda1, lambda2, new SparseWeights(support, values), Kernels.SumOfSquares(residual), pressure, own);
    }

    private (int[] Support, double[] Values) Support()
    {
        int[] support = [.. Enumerable.Range(0, weights.Length).Where(j => weights[j] != 0)];
        return (support, [.. support.Select(j => weights[j])]);
    }

    // The dual point must be orthogonal to the unpenalized columns: so their weights are the best for the others, exactly.
    private void SolveFree()
    {
        double[] right = [.. free.Select(j => Kernels.Dot(problem.Column(j), residual))];
        var step = new double[right.Length];
        freeFactor.Solve(right, step);
        for (var i = 0; i < step.Length; i++)
            Set(free[i], weights[free[i]] + step[i]);
    }

    // x_jᵀr of the augmented data.
    private double Correlation(int j) =>
        Kernels.Dot(problem.Column(j), residual) - (lambda2 == 0 || weights[j] == 0 ? 0 : lambda2 * problem.PenaltyWeights[j] * weights[j]);

    private int[] Screen(int[] columns, double scale, double gap)
    {
        var radius = Math.Sqrt(2 * gap);
        bool Stays(int j)
        {
            var c = problem.PenaltyWeights[j];
            if (c == 0)
                return true;
            var bound = problem.Positive ? scale * correlations[j] : scale * Math.Abs(correlations[j]);
            if (bound + radius * Math.Sqrt(problem.Squares[j] + lambda2 * c) >= lambda1 * c)
                return true;
            Set(j, 0);
            return false;
        }

        return [.. columns.Where(Stays)];
    }

    private void Sweep(int[] columns)
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var largest = 0.0;
            foreach (var j in columns)
            {
                var c = problem.PenaltyWeights[j];
                var curvature = problem.Squares[j] + lambda2 * c;
                if (curvature == 0)
                    continue;
                var target = Kernels.Dot(problem.Column(j), residual) + problem.Squares[j] * weights[j];
                var next = (target - Math.Clamp(target, -lambda1 * c, lambda1 * c)) / curvature;
                if (problem.Positive)
                    next = Math.Max(next, 0);
                largest = Math.Max(largest, Math.Abs(next - weights[j]) * Math.Sqrt(curvature));
                Set(j, next);
            }

            if (largest <= 1e-12 * Math.Sqrt(problem.SquaredNorm))
                return;
        }
    }

    private void Set(int j, double value)
    {
        if (value == weights[j])
            return;
        Kernels.Axpy(weights[j] - value, problem.Column(j), residual);
        weights[j] = value;
    }

    // The minimum for this support and these signs; each weight that would change its sign on the way is left at zero.
    private void Newton(int[] columns)
    {
        var (factor, members) = IndependentSupport(columns);
        while (members.Count > 0)
        {
            var (right, step) = (new double[members.Count], new double[members.Count]);
            for (var i = 0; i < right.Length; i++)
                right[i] = Correlation(members[i]) - lambda1 * problem.PenaltyWeights[members[i]] * Math.Sign(weights[members[i]]);
            factor.Solve(right, step);

            var (share, crossing) = FirstZero(members, step, 1);
            for (var i = 0; i < step.Length; i++)
                Set(members[i], i == crossing ? 0 : weights[members[i]] + share * step[i]);
            if (crossing < 0)
                return;
            factor.RemoveAt(crossing);
            members.RemoveAt(crossing);
        }
    }

    // The Cholesky factor of the support's columns. One that depends on those before it leaves, or makes another one leave: weights can be
    // traded along the dependence, the fit stays, the penalty falls, until one of them is zero.
    private (ActiveCholesky Factor, List<int> Members) IndependentSupport(int[] columns)
    {
        while (true)
        {
            var (factor, members) = (new ActiveCholesky(), new List<int>());
            var dependent = -1;
            double[] cross = [];
            foreach (var j in columns.Where(j => weights[j] != 0))
            {
                cross = [.. members.Select(i => Kernels.Dot(problem.Column(i), problem.Column(j)))];
                if (!factor.Append(cross, problem.Squares[j] + lambda2 * problem.PenaltyWeights[j]))
                {
                    dependent = j;
                    break;
                }

                members.Add(j);
            }

            if (dependent < 0)
                return (factor, members);
            var trade = new double[members.Count];
            factor.Solve(cross, trade);
            // What is this small is the rounding of zero: following it would lead far away.
            for (var i = 0; i < trade.Length; i++)
                trade[i] = Math.Abs(trade[i]) <= 1e-6 * Math.Sqrt(problem.Squares[dependent] / problem.Squares[members[i]]) ? 0 : trade[i];
            Trade(dependent, members, trade);
        }
    }

    // x_j = Σ aᵢxᵢ: w_j + τ and wᵢ − τaᵢ fit alike. Goes where the penalty does not rise, to the first weight that becomes zero.
    private void Trade(int column, List<int> members, double[] a)
    {
        var rise = problem.PenaltyWeights[column] * Math.Sign(weights[column])
            - members.Select((i, k) => problem.PenaltyWeights[i] * Math.Sign(weights[i]) * a[k]).Sum();
        var direction = rise > 0 ? -1 : rise < 0 ? 1 : -Math.Sign(weights[column]);
        List<int> all = [.. members, column];
        double[] step = [.. a.Select(value => -direction * value), direction];
        var (length, crossing) = FirstZero(all, step, double.PositiveInfinity);
        // Unpenalized columns alone may have no zero on the way; then this one is not needed.
        if (crossing < 0)
            (length, crossing) = (-weights[column] / direction, all.Count - 1);
        for (var i = 0; i < step.Length; i++)
            Set(all[i], i == crossing ? 0 : weights[all[i]] + length * step[i]);
    }

    // Along a step, the first of the penalized weights to become zero before the given share of the way.
    private (double Share, int Crossing) FirstZero(List<int> members, double[] step, double share)
    {
        var crossing = -1;
        for (var i = 0; i < step.Length; i++)
        {
            var w = weights[members[i]];
            if (problem.PenaltyWeights[members[i]] > 0 && w * step[i] < 0 && -w / step[i] is var until && until <= share)
                (share, crossing) = (until, i);
        }

        return (share, crossing);
    }
}
