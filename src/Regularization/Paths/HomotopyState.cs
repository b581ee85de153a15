namespace Regularization;

/// <summary>The lasso homotopy on some of the columns: active set, signs, weights, and what happens next as λ falls.</summary>
/// <remarks>
/// While the active set A and its signs stay, <c>X_AᵀX_A·w_A = X_Aᵀy − λs</c>, so weights and correlations are straight lines in λ. A column
/// enters where its pressure reaches λ, and leaves where its weight reaches zero. Unpenalized columns are active from the start, with s = 0.
/// Columns that depend on the active ones are passed over until the set changes.
/// Sources: Osborne, Presnell and Turlach (2000); Efron, Hastie, Johnstone and Tibshirani (2004), §3.1.
/// </remarks>
internal sealed partial class HomotopyState
{
    // So many columns in a row that depend on the active ones mean that ties hold the path up.
    private const int MostDependent = 60;

    private readonly LassoProblem problem;
    private readonly double[]? gram;
    private readonly int[] position;
    private readonly HashSet<int> blocked = [];
    private ActiveCholesky factor = new();
    private List<int> active = [];
    private List<double> signs = [];
    private double[] weights = [];
    private double[] direction = [];
    private int entered = -1;
    private int left = -1;
    private double leftSign;

    public HomotopyState(LassoProblem problem, double[]? gram)
    {
        (this.problem, this.gram) = (problem, gram);
        position = new int[problem.Columns];
        Array.Fill(position, -1);
    }

    /// <summary>λ, where the state stands.</summary>
    public double Lambda { get; private set; }

    /// <summary>The active columns.</summary>
    public IReadOnlyList<int> Active => active;

    /// <summary>Whether column j is active.</summary>
    public bool IsActive(int j) => position[j] >= 0;

    /// <summary>Puts the unpenalized columns in and stands at λ = ∞, with their least-squares weights.</summary>
    public void Start()
    {
        Lambda = double.PositiveInfinity;
        for (var j = 0; j < problem.Columns; j++)
        {
            if (problem.PenaltyWeights[j] == 0)
                Append(j, 0);
        }

        weights = Solve(0);
    }

    /// <summary>Stands at λ with this column about to enter.</summary>
    public bool Enter(double lambda, int column, double correlation)
    {
        Lambda = lambda;
        if (!Append(column, Math.Sign(correlation) * problem.PenaltyWeights[column]))
            return false;
        (entered, left) = (column, -1);
        return true;
    }

    /// <summary>Where the state stands, in little: enough to come back with <see cref="Resume"/>.</summary>
    public (double Lambda, int[] Active, double[] Signs) Mark() => (Lambda, [.. active], [.. signs]);

    /// <summary>A state at a mark, its factor made afresh.</summary>
    public HomotopyState Resume((double Lambda, int[] Active, double[] Signs) mark)
    {
        var state = new HomotopyState(problem, gram) { Lambda = mark.Lambda };
        for (var i = 0; i < mark.Active.Length; i++)
            state.Append(mark.Active[i], mark.Signs[i]);
        state.weights = state.Solve(mark.Lambda);
        return state;
    }

    /// <summary>A copy to come back to.</summary>
    public HomotopyState Save()
    {
        var copy = new HomotopyState(problem, gram) { Lambda = Lambda, factor = factor.Clone(), active = [.. active], signs = [.. signs], weights = [.. weights] };
        (copy.entered, copy.left, copy.leftSign) = (entered, left, leftSign);
        position.CopyTo(copy.position, 0);
        copy.blocked.UnionWith(blocked);
        return copy;
    }

    /// <summary>Lowers λ to the end of a stretch, and reports the exact solution at every λ of the grid on the way.</summary>
    /// <param name="grid">The λ to stop at, descending; the last is the end.</param>
    /// <param name="columns">The columns that take part.</param>
    /// <param name="correlation">Their correlations <c>x_jᵀr</c> at the present λ, in that order; those at the end on return.</param>
    /// <param name="report">Takes the number in the grid and the solution.</param>
    /// <param name="knot">Takes the λ at which the active set changes.</param>
    /// <returns>Whether the end was reached; ties and dependent columns may prevent it.</returns>
    public bool Follow(ReadOnlySpan<double> grid, ReadOnlySpan<int> columns, Span<double> correlation, Action<int, SparseWeights> report, Action<double>? knot = null)
    {
        var slope = new double[columns.Length];
        var next = 0;
        // In practice a few times min(n, p); the bound turns a cycle of ties into a failure.
        for (var events = 0; events < 50 + 20 * columns.Length; events++)
        {
            if (events % 16 == 0)
                problem.Cancellation.ThrowIfCancellationRequested();
            Direct(columns, slope);
            var step = NextEvent(columns, correlation, slope, out var column, out var sign);
            for (; next < grid.Length && grid[next] >= Lambda - step; next++)
                report(next, Solution(grid[next]));
            if (next == grid.Length)
            {
                Move(Lambda - grid[^1], columns, correlation, slope);
                weights = Solve(Lambda);
                entered = -1;
                return true;
            }

            Move(step, columns, correlation, slope);
            knot?.Invoke(Lambda);
            if (!Change(column, sign))
                return false;
        }

        return false;
    }

    /// <summary>The weights where the state stands.</summary>
    public SparseWeights WeightsNow() => new([.. active], [.. weights]);

    /// <summary>The weights at λ while the active set stays.</summary>
    public SparseWeights Solution(double lambda)
    {
        var exact = Solve(lambda);
        var (support, values) = (new List<int>(active.Count), new List<double>(active.Count));
        for (var i = 0; i < active.Count; i++)
        {
            // A weight that has just entered, or is about to leave, is zero up to rounding of either sign.
            if (exact[i] == 0 || exact[i] * signs[i] < 0)
                continue;
            support.Add(active[i]);
            values.Add(exact[i]);
        }

        return new SparseWeights([.. support], [.. values]);
    }

    // The weights w(λ), from the data and not from the weights before: rounding does not add up along the path.
    private double[] Solve(double lambda)
    {
        var (right, solution) = (new double[active.Count], new double[active.Count]);
        for (var i = 0; i < active.Count; i++)
            right[i] = problem.Correlations[active[i]] - (signs[i] == 0 ? 0 : lambda * signs[i]);
        factor.Solve(right, solution);
        return solution;
    }

    // How weights and correlations change as λ falls: X_AᵀX_A·d = s and x_jᵀX_A·d.
    private void Direct(ReadOnlySpan<int> columns, Span<double> slope)
    {
        direction = new double[active.Count];
        factor.Solve([.. signs], direction);
        if (gram is not null)
        {
            slope.Clear();
            for (var i = 0; i < active.Count; i++)
                Kernels.Axpy(direction[i], gram.AsSpan(active[i] * problem.Columns, problem.Columns), slope);
            return;
        }

        var fitted = new double[problem.Rows];
        for (var i = 0; i < active.Count; i++)
            Kernels.Axpy(direction[i], problem.Column(active[i]), fitted);
        for (var k = 0; k < columns.Length; k++)
            slope[k] = position[columns[k]] is var i and >= 0 ? signs[i] : Kernels.Dot(problem.Column(columns[k]), fitted);
    }

    // The smallest step at which a column enters (column ≥ 0) or leaves (sign = 0); as far as λ = 0 if none does.
    private double NextEvent(ReadOnlySpan<int> columns, ReadOnlySpan<double> correlation, ReadOnlySpan<double> slope, out int column, out double sign)
    {
        (column, sign) = (-1, 0);
        var best = Lambda;
        for (var k = 0; k < columns.Length; k++)
        {
            var j = columns[k];
            var c = problem.PenaltyWeights[j];
            if (position[j] >= 0 || double.IsInfinity(c) || blocked.Contains(j))
                continue;
            var (r, a) = (correlation[k], slope[k]);
            if (c - a > 0 && !(j == left && leftSign > 0) && Math.Max(0, (Lambda * c - r) / (c - a)) is var up && up < best)
                (best, column, sign) = (up, j, c);
            if (!problem.Positive && c + a > 0 && !(j == left && leftSign < 0) && Math.Max(0, (Lambda * c + r) / (c + a)) is var down && down < best)
                (best, column, sign) = (down, j, -c);
        }

        for (var i = 0; i < active.Count; i++)
        {
            // An unpenalized column never leaves, and one that has just entered is at zero and moves away from it.
            if (signs[i] == 0 || active[i] == entered || direction[i] * signs[i] >= 0)
                continue;
            if (Math.Max(0, -weights[i] / direction[i]) is var zero && zero < best)
                (best, column, sign) = (zero, active[i], 0);
        }

        return best;
    }

    private void Move(double step, ReadOnlySpan<int> columns, Span<double> correlation, ReadOnlySpan<double> slope)
    {
        Lambda -= step;
        for (var i = 0; i < active.Count; i++)
            weights[i] += step * direction[i];
        Kernels.Axpy(-step, slope, correlation);
    }

    private bool Change(int column, double sign)
    {
        if (column < 0)
            return false;
        if (sign == 0)
        {
            Remove(column);
            return true;
        }

        if (!Append(column, sign))
        {
            blocked.Add(column);
            return blocked.Count < MostDependent;
        }

        (entered, left) = (column, -1);
        return true;
    }

    private bool Append(int column, double sign)
    {
        var cross = new double[active.Count];
        for (var i = 0; i < cross.Length; i++)
            cross[i] = gram is null ? Kernels.Dot(problem.Column(active[i]), problem.Column(column)) : gram[(long)column * problem.Columns + active[i]];
        if (!factor.Append(cross, problem.Squares[column]))
            return false;
        position[column] = active.Count;
        active.Add(column);
        signs.Add(sign);
        weights = [.. weights, 0];
        return true;
    }

    private void Remove(int column)
    {
        var at = position[column];
        (left, leftSign, entered) = (column, signs[at], -1);
        factor.RemoveAt(at);
        active.RemoveAt(at);
        signs.RemoveAt(at);
        weights = [.. weights[..at], .. weights[(at + 1)..]];
        position[column] = -1;
        for (var i = at; i < active.Count; i++)
            position[active[i]] = i;
        blocked.Clear();
    }
}
