namespace Regularization;

/// <summary><c>w ← (1 − ηδ)w − η∇J(w)</c> with the learning rate η and the weight decay δ.</summary>
/// <remarks>
/// The decay is <em>decoupled</em>: it multiplies the weights and is no part of J. Here it makes no difference, <c>δw</c> is the gradient of <c>½δ‖w‖²</c>, and a
/// <see cref="SquaredL2Penalty"/> with λ = δ gives the same iterates; under <see cref="Adam"/> it does not. On ridge it converges if and only if
/// <c>0 &lt; η(λ + L) &lt; 2</c>. The residual is the length of the step over η, <c>‖∇J(w) + δw‖∞</c> at the point before it. Needs a smooth penalty.
/// Sources: Hanson and Pratt (1988); Loshchilov and Hutter (2019), Proposition 1.
/// </remarks>
/// <param name="rate">η &gt; 0, the learning rate.</param>
/// <param name="weightDecay">δ ≥ 0, the decoupled weight decay.</param>
public sealed class GradientDescent(double rate, double weightDecay = 0) : IterativeSolver
{
    /// <summary>η, the learning rate.</summary>
    public double Rate { get; } = Argument.Positive(rate);

    /// <summary>δ, the decoupled weight decay.</summary>
    public double WeightDecay { get; } = Argument.Nonnegative(weightDecay);

    /// <inheritdoc/>
    protected override IEnumerable<Iterate> Sequence(Problem problem, Vector start)
    {
        var g = Argument.Is<ISmoothPenalty>(problem.Penalty, "a smooth penalty (ProximalGradient takes any)");
        return Steps(problem.Datafit, g, start);
    }

    private IEnumerable<Iterate> Steps(IDatafit f, ISmoothPenalty g, Vector start)
    {
        var w = start;

        while (true)
        {
            var previous = w;
            w = (1 - Rate * WeightDecay) * w - Rate * (f.Gradient(w) + g.Gradient(w));
            yield return new Iterate(w, Residual: Norms.LInfinity(w - previous) / Rate);
        }
    }
}
