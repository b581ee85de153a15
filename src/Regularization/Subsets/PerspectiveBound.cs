namespace Regularization;

/// <summary><c>Base − ½uᵀ(A−D)u − ½ top_k (e_j²/D_j)</c> with <c>e = b − (A−D)u</c>: a lower bound for k further columns, for any u.</summary>
/// <remarks>
/// Of the quadratic <c>½wᵀAw</c> the part <c>½wᵀDw</c> is kept for every column alone, and the rest is replaced by its tangent at u, which lies
/// below; then the best k columns are the k largest of e_j²/D_j. No bound on the weights (big-M) is needed. A good u minimizes the perspective
/// relaxation, with λ₀ tuned until it uses k columns. The same numbers rule out columns: with column j chosen the bound rises to
/// <see cref="With"/>. Sources: Bertsimas and Van Parys (2020) for the bound; Atamtürk and Gómez (2020) for ruling out columns.
/// </remarks>
internal sealed class PerspectiveBound
{
    private const double Precision = 1e-4;
    private const double Near = 0.02;
    private const double Slow = 0.05;
    private const int PatientTries = 25;
    private const int MovesPerColumn = 4;
    private const double Roundoff = 1.2e-16;

    private readonly PerspectiveDescent descent = new();
    // e_j²/D_j at the best bound.
    private double[] scores = [];
    private double[] top = [];
    private double last;

    /// <summary>√(2λ₀) where the best bound was found.</summary>
    public double Threshold { get; private set; }

    /// <summary>The best bound found, rounding errors taken off.</summary>
    public double Value { get; private set; }

    /// <summary>u_j.</summary>
    public double Weight(int j) => descent.Weights[j];

    /// <summary>How promising column j is: its score, and what it costs where it is used in part, where all scores are alike.</summary>
    public double Promise(int j) => scores[j] + (Weight(j) == 0 ? 0 : Threshold * Math.Abs(Weight(j)) * Math.Sqrt(descent.Share[j]));

    /// <summary>A lower bound if column j is chosen: then it is one of the k, whatever its score.</summary>
    public double With(int j) => Value + Math.Max(0, last - scores[j]) / 2;

    /// <summary>Starts from the weights and the threshold given; a threshold of 0 is not known.</summary>
    public void Load<T>(T gram, int count, ReadOnlySpan<double> correlation, ReadOnlySpan<double> share, ReadOnlySpan<double> start, double threshold)
        where T : struct, IGramColumns
    {
        descent.Load(gram, count, correlation, share, start);
        Threshold = threshold;
        if (scores.Length < count)
            scores = new double[count];
    }

    /// <summary>The first column that is not out yet may not be used any more.</summary>
    public void ExcludeFirst<T>(T gram) where T : struct, IGramColumns => descent.ExcludeFirst(gram);

    /// <summary>Looks for a bound that reaches <paramref name="cut"/>.</summary>
    /// <param name="gram">A.</param>
    /// <param name="k">How many columns may still be chosen, at least 1.</param>
    /// <param name="start">Base.</param>
    /// <param name="rounding">ε.</param>
    /// <param name="cut">Where to stop.</param>
    /// <param name="tries">How many λ₀ to try; 0 for as many as it takes, without a limit on the work.</param>
    /// <param name="cancellation">Ends the descent; the bound is valid all the same.</param>
    public double Tune<T>(T gram, int k, double start, double rounding, double cut, int tries, CancellationToken cancellation) where T : struct, IGramColumns
    {
        Value = double.NegativeInfinity;
        var isPatient = tries == 0;
        descent.Budget = isPatient ? int.MaxValue : MovesPerColumn * (descent.Count - descent.First);
        var t = Threshold > 0 ? Threshold : 0.7 * Math.Sqrt(Top(k).Last);
        var (low, high, previous) = (0.0, double.PositiveInfinity, double.NegativeInfinity);
        for (var attempt = 0; attempt < (isPatient ? PatientTries : tries) && t > 0 && descent.Budget > 0; attempt++)
        {
            descent.Descend(gram, t, Math.Max(1e-13, Precision * (cut - Math.Max(Value, 0))), cancellation);
            var bound = Evaluate(k, start, rounding, t);
            var chosen = descent.Chosen(t);
            var isSlow = attempt > 0 && bound - previous < Slow * (cut - Value);
            if (Value >= cut || Math.Abs(chosen - k) < Near * k || (isSlow && !isPatient) || cancellation.IsCancellationRequested)
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

        return Value;
    }

    // The bound at u, kept with its scores if it is the best one so far.
    private double Evaluate(int k, double start, double rounding, double t)
    {
        var (sum, smallest, reach) = Top(k);
        var (curvature, size) = descent.Totals();
        // Entries of A and b are off by ε, those of e by one roundoff for every move: together this, with ‖w‖₁ of the tangent point and of the
        // minimizers e_j/D_j. The factor 2 is for second-order terms.
        var norm = 1 + size + reach;
        var bound = start - curvature - sum / 2 - 2 * (rounding + descent.Updates * Roundoff) * norm * norm;
        if (bound > Value)
        {
            (Value, Threshold, last) = (bound, t, smallest);
            for (var j = descent.First; j < descent.Count; j++)
                scores[j] = Current(j);
        }

        return bound;
    }

    private double Current(int j) => descent.Rest[j] * descent.Rest[j] / descent.Share[j];

    // The k largest of e_j²/D_j: their sum, the smallest of them, and Σ|e_j|/D_j.
    private (double Sum, double Last, double Reach) Top(int k)
    {
        if (top.Length < k)
            top = new double[k];
        var best = top.AsSpan(0, k);
        best.Clear();
        for (var j = descent.First; j < descent.Count; j++)
        {
            var score = Current(j);
            if (!(score > best[k - 1]))
                continue;
            var place = k - 1;
            for (; place > 0 && best[place - 1] < score; place--)
                best[place] = best[place - 1];
            best[place] = score;
        }

        var (sum, reach) = (0.0, 0.0);
        foreach (var score in best)
            sum += score;
        for (var j = descent.First; j < descent.Count; j++)
            reach += Current(j) >= best[k - 1] ? Math.Abs(descent.Rest[j]) / descent.Share[j] : 0;
        return (sum, best[k - 1], reach);
    }
}
