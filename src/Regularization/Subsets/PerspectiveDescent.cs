namespace Regularization;

/// <summary>Where a relaxation reads the columns of A.</summary>
internal interface IGramColumns
{
    /// <summary>Column j of A, good until the next call.</summary>
    ReadOnlySpan<double> Column(int j);

    /// <summary><c>A_jj</c>.</summary>
    double Diagonal(int j);
}

/// <summary><c>min_u ½uᵀ(A−D)u − bᵀu + Σ min_z {D_j u_j²/(2z_j) + λ₀z_j : 0 ≤ z_j ≤ 1}</c> by coordinate descent, columns in use first.</summary>
/// <remarks>
/// The inner minimum is <c>t√D_j·|u_j|</c> with <c>t = √(2λ₀)</c> up to <c>|u_j| = t/√D_j</c>, where <c>z_j = √D_j|u_j|/t</c>, and the parabola
/// <c>½D_j u_j² + λ₀</c> from there on. A column with infinite D_j is out.
/// </remarks>
internal sealed class PerspectiveDescent
{
    private const int Sweeps = 20;
    private const int Rounds = 20;
    private const int FreshAfter = 200;

    private readonly List<int> active = [];
    private bool[] isActive = [];
    private double[] u = [];
    private double[] e = [];
    private double[] b = [];
    private double[] share = [];
    private double[] roots = [];

    /// <summary>How many columns there are.</summary>
    public int Count { get; private set; }

    /// <summary>The columns before this one are out.</summary>
    public int First { get; set; }

    /// <summary>How many moves of one weight are still allowed.</summary>
    public int Budget { get; set; }

    /// <summary>How many moves e has seen since it was computed afresh.</summary>
    public int Updates { get; private set; }

    /// <summary>u.</summary>
    public ReadOnlySpan<double> Weights => u.AsSpan(0, Count);

    /// <summary><c>e = b − (A − D)u</c>; meaningless for columns that are out.</summary>
    public ReadOnlySpan<double> Rest => e.AsSpan(0, Count);

    /// <summary>D.</summary>
    public ReadOnlySpan<double> Share => share.AsSpan(0, Count);

    /// <summary><c>½uᵀ(A−D)u = ½Σ u_j(b_j − e_j)</c>, and <c>Σ|u_j|</c>.</summary>
    public (double Curvature, double Size) Totals()
    {
        var (curvature, size) = (0.0, 0.0);
        foreach (var j in active)
        {
            curvature += u[j] * (b[j] - e[j]);
            size += Math.Abs(u[j]);
        }

        return (curvature / 2, size);
    }

    /// <summary>Σz: how many columns the relaxation uses.</summary>
    public double Chosen(double t)
    {
        var sum = 0.0;
        foreach (var j in active)
            sum += Math.Min(1, Math.Abs(u[j]) * roots[j] / t);
        return sum;
    }

    /// <summary>Starts from the weights given.</summary>
    public void Load<T>(T gram, int count, ReadOnlySpan<double> correlation, ReadOnlySpan<double> diagonalShare, ReadOnlySpan<double> start)
        where T : struct, IGramColumns
    {
        Resize(count);
        First = 0;
        correlation[..count].CopyTo(b);
        diagonalShare[..count].CopyTo(share);
        start[..count].CopyTo(u);
        active.Clear();
        isActive.AsSpan(0, count).Clear();
        for (var j = 0; j < count; j++)
        {
            roots[j] = Math.Sqrt(share[j]);
            if (double.IsInfinity(share[j]))
                u[j] = 0;
            if (u[j] != 0)
                Activate(j);
        }

        Refresh(gram);
    }

    /// <summary>Takes the first column that is not out yet out.</summary>
    public void ExcludeFirst<T>(T gram) where T : struct, IGramColumns
    {
        var j = First++;
        if (u[j] != 0)
            Move(gram, j, -u[j]);
        active.Remove(j);
    }

    /// <summary>Descends until no move changes the objective by more than <paramref name="precision"/>, the budget is used up, or the work is canceled.</summary>
    /// <remarks>It ends anywhere without harm: a bound can be computed at every u.</remarks>
    public void Descend<T>(T gram, double t, double precision, CancellationToken cancellation) where T : struct, IGramColumns
    {
        for (var round = 0; round < Rounds; round++)
        {
            for (var sweep = 0; sweep < Sweeps && Budget > 0 && !cancellation.IsCancellationRequested; sweep++)
            {
                if (Sweep(gram, t, cancellation) <= precision)
                    break;
            }

            if (!ActivateViolators(t))
                break;
        }

        if (Updates > FreshAfter)
            Refresh(gram);
    }

    private double Sweep<T>(T gram, double t, CancellationToken cancellation) where T : struct, IGramColumns
    {
        var largest = 0.0;
        foreach (var j in active)
        {
            var curvature = gram.Diagonal(j) - share[j];
            var change = Minimizer(e[j] + curvature * u[j], curvature, j, t) - u[j];
            if (change == 0)
                continue;
            // A column of a wide problem may have to be computed for this, which takes long.
            if (cancellation.IsCancellationRequested)
                break;
            Move(gram, j, change);
            largest = Math.Max(largest, (curvature + share[j]) * change * change);
        }

        return largest;
    }

    // The minimizer of ½gv² − xv plus the perspective term.
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

    private bool ActivateViolators(double t)
    {
        var found = false;
        for (var j = First; j < Count; j++)
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

    private void Move<T>(T gram, int j, double change) where T : struct, IGramColumns
    {
        Kernels.Axpy(-change, gram.Column(j)[First..Count], e.AsSpan(First, Count - First));
        e[j] += change * share[j];
        u[j] += change;
        Updates++;
        Budget--;
    }

    // e from scratch, so that rounding errors of many small moves do not add up.
    private void Refresh<T>(T gram) where T : struct, IGramColumns
    {
        b.AsSpan(0, Count).CopyTo(e);
        Updates = 0;
        foreach (var j in active)
        {
            if (u[j] == 0)
                continue;
            Kernels.Axpy(-u[j], gram.Column(j)[First..Count], e.AsSpan(First, Count - First));
            e[j] += u[j] * share[j];
            Updates++;
        }
    }

    private void Resize(int count)
    {
        Count = count;
        if (u.Length >= count)
            return;
        isActive = new bool[count];
        (u, e, b, share, roots) = (new double[count], new double[count], new double[count], new double[count], new double[count]);
    }
}
