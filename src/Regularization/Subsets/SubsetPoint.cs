namespace Regularization;

/// <summary>Why a search ended.</summary>
public enum SubsetStop
{
    /// <summary>The bound met the objective: the subset is optimal, to the gap asked for.</summary>
    Proven,

    /// <summary>The number of nodes was used up.</summary>
    NodeLimit,

    /// <summary>The time was over.</summary>
    TimeLimit,

    /// <summary>There are too many columns, or too many of them chosen, for the search to go on in memory.</summary>
    TooLarge,

    /// <summary>The search ended, but columns are so nearly dependent that rounding errors could hide a better subset, so the bound is 0; some ridge helps.</summary>
    IllConditioned,

    /// <summary>A heuristic, which proves nothing.</summary>
    Heuristic,
}

/// <summary>The best subset found for one size, in the units of the data, with its certificate.</summary>
public sealed record SubsetPoint
{
    /// <summary>k: at most this many columns were allowed.</summary>
    public required int Size { get; init; }

    /// <summary>The columns used, ascending; fewer than k where more would not help.</summary>
    public required IReadOnlyList<int> Support { get; init; }

    /// <summary>The weights of these columns, in that order, for the data as they came.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The intercept b.</summary>
    public required double Intercept { get; init; }

    /// <summary>p, the number of columns.</summary>
    public required int Columns { get; init; }

    /// <summary><c>RSS = ‖y − b − Xw‖²</c> (weighted, if rows have weights).</summary>
    public required double Rss { get; init; }

    /// <summary><c>½RSS + ½λ‖w̃‖²</c>, with the weights w̃ of the prepared columns.</summary>
    public required double Objective { get; init; }

    /// <summary>A proven lower bound: no subset of at most k columns has a smaller objective.</summary>
    public required double Bound { get; init; }

    /// <summary><c>tr X_A(X_AᵀX_A + λI)⁻¹X_Aᵀ</c> of the columns used, not counting the intercept; without ridge their number.</summary>
    /// <remarks>As if the columns had been chosen before looking at y: the freedom to choose them is not in this number.</remarks>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>How many nodes of the search tree were visited.</summary>
    public required long Nodes { get; init; }

    /// <summary>Why the search ended.</summary>
    public required SubsetStop Stop { get; init; }

    /// <summary>Whether it is proven that no subset of this size is better, to the gap asked for.</summary>
    public bool IsOptimal => Stop == SubsetStop.Proven;

    /// <summary><c>objective − bound ≥ 0</c>.</summary>
    public double Gap => Math.Max(0, Objective - Bound);

    /// <summary><c>gap/objective</c>; 0 where both are 0.</summary>
    public double RelativeGap => Gap == 0 ? 0 : Gap / Objective;

    /// <summary>w, all p weights, zeros included; a new vector every time.</summary>
    public Vector W
    {
        get
        {
            var w = Vector.Build.Dense(Columns);
            for (var i = 0; i < Support.Count; i++)
                w[Support[i]] = Weights[i];
            return w;
        }
    }

    /// <summary><c>ŷ = b + Xw</c> as a model.</summary>
    public LinearModel Model => new(Intercept, W);
}
