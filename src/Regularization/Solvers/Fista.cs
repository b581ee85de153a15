namespace Regularization;

/// <summary><c>w ← prox(z − η∇J₀(z))</c>, <c>z ← w + ((θ − 1)/θ⁺)(w − w⁻)</c> with <c>η = 1/L</c>: proximal gradient with momentum (FISTA).</summary>
/// <remarks>
/// The step starts from a point <c>z</c> a little beyond <c>w</c>; that alone makes <c>1/k</c> into <c>1/k²</c>, and the objective may rise on the way. Needs a
/// convex penalty. The residual is <c>‖w − z‖∞/η</c>. Source: Beck and Teboulle (2009), §4.
/// </remarks>
public sealed class Fista : IterativeSolver
{
    /// <inheritdoc/>
    protected override IEnumerable<Iterate> Sequence(Problem problem, Vector start)
    {
        var g = Argument.Is<IConvexPenalty>(problem.Penalty, "a convex penalty (ProximalGradient takes any)");
        return Steps(problem.Datafit, g, start);
    }

    private static IEnumerable<Iterate> Steps(IDatafit f, IConvexPenalty g, Vector start)
    {
        var step = SafeStep(f);
        var (w, z, theta) = (start, start, 1.0);

        while (true)
        {
            var previous = w;
            w = g.Prox(z - step * f.Gradient(z), step);
            yield return new Iterate(w, Residual: Norms.LInfinity(w - z) / step);

            var next = (1 + Math.Sqrt(1 + 4 * theta * theta)) / 2;
            z = w + (theta - 1) / next * (w - previous);
            theta = next;
        }
    }
}
