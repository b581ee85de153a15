namespace Regularization;

/// <summary><c>w ← w − η_k(∇J₀(w) + s)</c> with <c>s ∈ ∂g(w)</c> and <c>η_k = η₁/√k</c>.</summary>
/// <remarks>
/// Gradient descent that takes any slope where there is a kink. Its steps must shrink, it gets nearer like <c>1/√k</c>, the objective goes up and down, and
/// it steps over the zeros instead of onto them. The residual is the distance of <c>−∇J₀(w)</c> to <c>∂g(w)</c>, which does not vanish near a kink but only on it.
/// Source: Boyd and Park (2014); Nesterov (2018), §3.2.3.
/// </remarks>
/// <param name="firstStep">η₁ &gt; 0, the length of the first step.</param>
public sealed class SubgradientDescent(double firstStep) : IterativeSolver
{
    /// <summary>η₁, the length of the first step.</summary>
    public double FirstStep { get; } = Argument.Positive(firstStep);

    /// <inheritdoc/>
    protected override IEnumerable<Iterate> Sequence(Problem problem, Vector start)
    {
        var g = Argument.Is<IConvexPenalty>(problem.Penalty, "a convex penalty (ProximalGradient takes any)");
        return Steps(problem.Datafit, g, start);
    }

    private IEnumerable<Iterate> Steps(IDatafit f, IConvexPenalty g, Vector start)
    {
        var (w, gradient) = (start, f.Gradient(start));

        for (var k = 1L; ; k++)
        {
            w -= FirstStep / Math.Sqrt(k) * (gradient + g.Subgradient(w));
            gradient = f.Gradient(w);
            yield return new Iterate(w, Residual: g.SubdifferentialDistance(w, gradient));
        }
    }
}
