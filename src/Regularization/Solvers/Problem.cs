namespace Regularization;

/// <summary><c>J(w) = J₀(w) + g(w)</c>: a datafit and a penalty, to be minimized together.</summary>
/// <param name="Datafit">J₀, the smooth part.</param>
/// <param name="Penalty">g, with its strength λ inside.</param>
public sealed record Problem(IDatafit Datafit, IPenalty Penalty)
{
    /// <summary>J₀, the smooth part.</summary>
    public IDatafit Datafit { get; } = Argument.NotNull(Datafit);

    /// <summary>g, with its strength λ inside.</summary>
    public IPenalty Penalty { get; } = Argument.NotNull(Penalty);

    /// <summary><c>J(w) = J₀(w) + g(w)</c>.</summary>
    /// <param name="w">The weights.</param>
    public double Value(Vector w) => Datafit.Value(w) + Penalty.Value(w);

    /// <summary><c>dist(−∇J₀(w), ∂g(w))</c>: 0 exactly at a stationary point.</summary>
    /// <param name="w">The weights.</param>
    public double StationarityResidual(Vector w) => Penalty.SubdifferentialDistance(w, Datafit.Gradient(w));
}
