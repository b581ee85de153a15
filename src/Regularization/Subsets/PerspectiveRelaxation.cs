namespace Regularization;

/// <summary>Where a relaxation reads the columns of A.</summary>
internal interface IGramColumns
{
    /// <summary>Column j of A.</summary>
    ReadOnlySpan<double> Column(int j);

    /// <summary><c>A_jj</c>.</summary>
    double Diagonal(int j);
}

/// <summary><c>Base − ½uᵀ(A−D)u − ½ top_k (e_j²/D_j)</c> with <c>e = b − (A−D)u</c>: a lower bound for k further columns, for any u.</summary>
/// <remarks>
/// Of the quadratic <c>½wᵀAw</c> the part <c>½wᵀDw</c> is kept for every column alone, and the rest is replaced by its tangent at u; then the
/// best k columns are the k largest of e_j²/D_j. No bound on the weights (big-M) is needed. A good u minimizes the rest plus the perspective
/// of the kept part, <c>Σ min_z {D_j u_j²/(2z_j) + λ₀z_j}</c>, by coordinate descent, with λ₀ tuned until <c>Σz = k</c>.
/// Sources: Bertsimas and Van Parys (2020); Atamtürk and Gómez (2020) for ruling out columns by the same numbers.
/// </remarks>
internal sealed class PerspectiveRelaxation
{
    private readonly List<int> active = [];
    private bool[] isActive = [];
    private double[] u = [];
    private double[] e = [];
    private double[] bestE = [];
    private double[] top = [];
    private double[] b = [];
    private double[] share = [];
    private double[] roots = [];
    private int count;
    private int updates;
    private int budget;

    /// <summary>√(2λ₀) where the best bound was found.</summary>
    public double Threshold { get; private set; }

    /// <summary>The best bound found, rounding errors taken off.</summary>
    public double Bound { get; private set; }

    /// <summary>The k-th and the (k+1)-th largest of e_j²/D_j at the best bound.</summary>
    public (double Last, double Next) Border { get; private set; }

    /// <summary>u_j of the last relaxation.</summary>
    public double Weight(int j) => u[j];

    /// <summary><c>e_j²/D_j</c> at the best bound.</summary>
    public double Score(int j) => bestE[j] * bestE[j] / share[j];

    /// <summary>A lower bound if column j is chosen.</summary>
    public double BoundWith(int j) => Bound + Math.Max(0, Border.Last - Score(j)) / 2;

    /// <summary>Starts from the weights given.</summary>
    public void Load<T>(T gram, int of, ReadOnlySpan<double> correlation, ReadOnlySpan<double> diagonalShare, ReadOnlySpan<double> start, double threshold)
        where T : struct, IGramColumns
    {
        Resize(of);
        (Threshold, Bound) = (threshold, double.NegativeInfinity);
        correlation[..count].CopyTo(b);
        diagonalShare[..count].CopyTo(share);
        start[..count].CopyTo(u);
        active.Clear();
        isActive.AsSpan(0, count).Clear();
        for (var j = 0; j < count; j++)
        {
            roots[j] = Math.Sqrt(share[j]);
            if (u[j] != 0)
                Activate(j);
        }

        Refresh(gram, 0);
    }

    /// <summary>Takes column j out: it may not be used any more.</summary>
    public void Exclude<T>(T gram, int j, int first) where T : struct, IGramColumns
    {
        if (u[j] != 0)
            Move(gram, j, -u[j], first);
        active.Remove(j);
    }

    /// <summary>Looks for a bound that reaches <paramref name="cut"/>, with at most so many values of λ₀.</summary>
    /// <param name="gram">A.</param>
    /// <param name="first">Columns before this one are out.</param>
    /// <param name="k">How many columns may still be chosen.</param>
    /// <param name="start">Base.</param>
    /// <param name="rounding">ε.</param>
    /// <param name="cut">Where to stop.</param>
    /// <param name="tries">How many λ₀ to try.</param>
    /// <param name="isPatient">Whether to go on while the bound hardly rises.</param>
    /// <param name="cancellation">Asked once a sweep.</param>
    public double Tune<T>(T gram, int first, int k, double start, double rounding, double cut, int tries, bool isPatient, CancellationToken cancellation)
        where T : struct, IGramColumns
    {
        Bound = double.NegativeInfinity;
        var t = Threshold > 0 ? Threshold : FirstThreshold(first, k);
        var (low, high, previous) = (0.0, double.PositiveInfinity, double.NegativeInfinity);
        budget = isPatient ? int.MaxValue : Moves * (count - first);
        for (var attempt = 0; attempt < tries && t > 0 && budget > 0; attempt++)
        {
            Descend(gram, first, t, Math.Max(1e-13, Precision * (cut - Math.Max(Bound, 0))), cancellation);
            var (bound, border) = Value(first, k, start, rounding);
            if (bound > Bound)
            {
                (Bound, Border, Threshold) = (bound, border, t);
                e.AsSpan(first, count - first).CopyTo(bestE.AsSpan(first));
            }

            var chosen = Chosen(t);
            if (Bound >= cut || Math.Abs(chosen - k) < Near * k || (!isPatient && attempt > 0 && bound - previous < Slow * (cut - Bound)))
                break;
            previous = Math.Max(previous, bound);
            (low, high) = chosen > k ? (t, high) : (low, t);
            var next = double.IsInfinity(high) ? t * Math.Clamp(Math.Sqrt(chosen / k), 1.02, 2)
                : low == 0 ? t * Math.Clamp(Math.Sqrt(chosen / k), 0.5, 0.98)
                : (low + high) / 2;
            if (Math.Abs(next / t - 1) < 1e-5)
                break;
            t = next;
        }

        return Bound;
    }

    private const double Precision = 1e-4;
    private const int Moves = 4;
    private const double Near = 0.02;
    private const double Slow = 0.05;

    private double FirstThreshold(int first, int k)
    {
        var (_, last, _, _) = Top(first, k);
        return 0.7 * Math.Sqrt(last);
    }

    // Σz: how many columns the relaxation uses.
    private double Chosen(double t)
    {
        var sum = 0.0;
        foreach (var j in active)
            sum += Math.Min(1, Math.Abs(u[j]) * roots[j] / t);
        return sum;
    }

    private void Descend<T>(T gram, int first, double t, double precision, CancellationToken cancellation) where T : struct, IGramColumns
    {
        for (var round = 0; round < 20; round++)
        {
            for (var sweep = 0; sweep < 20 && budget > 0; sweep++)
            {
                cancellation.ThrowIfCancellationRequested();
                var largest = 0.0;
                for (var a = 0; a < active.Count; a++)
                {
                    var j = active[a];
                    var curvature = gram.Diagonal(j) - share[j];
                    var change = Minimizer(e[j] + curvature * u[j], curvature, j, t) - u[j];
                    if (change == 0)
                        continue;
                    Move(gram, j, change, first);
                    largest = Math.Max(largest, (curvature + share[j]) * change * change);
                }

                if (largest <= precision)
                    break;
            }

            if (!ActivateViolators(first, t))
                break;
        }

        if (updates > 200)
            Refresh(gram, first);
    }

    // The minimizer of ½gv² − xv plus the perspective term: zero, then slope t√D up to t/√D, then the parabola ½Dv².
    private double Minimizer(double x, double g, int j, double t)
    {
        var size = Math.Abs(x);
        if (size <= t * roots[j])
            return 0;
        var v = (size - t * roots[j]) / g;
        if (!(v < t / roots[j]))
            v = size / (g + share[j]);
        return x > 0 ? v : -v;
    }

    private bool ActivateViolators(int first, double t)
    {
        var found = false;
        for (var j = first; j < count; j++)
        {
            if (isActive[j] || Math.Abs(e[j]) <= t * roots[j] * (1 + 1e-9))
                continue;
            Activate(j);
            found = true;
        }

        return found;
    }

    private void Activate(int j)
    {
        active.Add(j);
        isActive[j] = true;
    }

    private void Move<T>(T gram, int j, double change, int first) where T : struct, IGramColumns
    {
        Kernels.Axpy(-change, gram.Column(j)[first..], e.AsSpan(first, count - first));
        e[j] += change * share[j];
        u[j] += change;
        updates++;
        budget--;
    }

    // e from scratch, so that rounding errors of many small moves do not add up.
    private void Refresh<T>(T gram, int first) where T : struct, IGramColumns
    {
        b.AsSpan(0, count).CopyTo(e);
        updates = 0;
        foreach (var j in active)
        {
            if (u[j] == 0)
                continue;
            Kernels.Axpy(-u[j], gram.Column(j)[first..], e.AsSpan(first, count - first));
            e[j] += u[j] * share[j];
            updates++;
        }
    }

    private (double Bound, (double Last, double Next) Border) Value(int first, int k, double start, double rounding)
    {
        var (sum, last, next, size) = Top(first, k);
        var curvature = 0.0;
        foreach (var j in active)
        {
            curvature += u[j] * (b[j] - e[j]);
            size += Math.Abs(u[j]);
        }

        // Entries of A and b are off by ε, those of e by ε for every move since they were computed afresh: together less than this, with
        // ‖w‖₁ the weights at the tangent point and at the minimizers e_j/D_j.
        var margin = (rounding + updates * 1.2e-16) * (1 + size) * (1 + size) * 2;
        return (start - curvature / 2 - sum / 2 - margin, (last, next));
    }

    // The k largest of e_j²/D_j: their sum, the last one, the next one, and Σ|e_j|/D_j over them.
    private (double Sum, double Last, double Next, double Size) Top(int first, int k)
    {
        if (top.Length < k + 1)
            top = new double[k + 1];
        var best = top.AsSpan(0, k + 1);
        best.Clear();
        for (var j = first; j < count; j++)
        {
            var score = e[j] * e[j] / share[j];
            if (score <= best[k])
                continue;
            var place = k;
            for (; place > 0 && best[place - 1] < score; place--)
                best[place] = best[place - 1];
            best[place] = score;
        }

        var (sum, size) = (0.0, 0.0);
        for (var j = first; j < count; j++)
        {
            if (e[j] * e[j] / share[j] >= best[k - 1])
                size += Math.Abs(e[j]) / share[j];
        }

        for (var i = 0; i < k; i++)
            sum += best[i];
        return (sum, best[k - 1], best[k], size);
    }

    private void Resize(int of)
    {
        count = of;
        if (u.Length >= of)
            return;
        isActive = new bool[of];
        (u, e, bestE, b, share, roots) = (new double[of], new double[of], new double[of], new double[of], new double[of], new double[of]);
    }
}
