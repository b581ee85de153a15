namespace Regularization;

/// <summary><c>w ← prox(w − η∇J₀(w))</c> with <c>η = 1/L</c>: proximal gradient descent (ISTA), a gradient step on J₀, then a prox step on g.</summary>
/// <remarks>
/// The objective never rises; for convex g it falls like <c>1/k</c>. With an <see cref="L0Penalty"/> this is iterative hard thresholding. The residual
/// is the length of the step over η, in the maximum norm. Sources: Beck and Teboulle (2009), §3; Blumensath and Davies (2008).
/// </remarks>
public sealed class ProximalGradient : IterativeSolver
{
    /// <inheritdoc/>
    protected override IEnumerable<Iterate> Sequence(Problem problem, Vector start)
    {
        var (f, g) = problem;
        var step = SafeStep(f);
        var w = start;

        while (true)
        {
            var previous = w;
            w = g.Prox(w - step * f.Gradient(w), step);
            yield return new Iterate(w, Residual: Norms.LInfinity(w - previous) / step);
        }
    }
}
