using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary><c>w ← (1 − ηδ)w − η m̂/(√v̂ + ε)</c>, where m and v are running means of <c>∇J</c> and of its square.</summary>
/// <remarks>
/// <c>m ← β₁m + (1 − β₁)∇J</c>, <c>v ← β₂v + (1 − β₂)(∇J)²</c>, <c>m̂ = m/(1 − β₁ᵏ)</c>, <c>v̂ = v/(1 − β₂ᵏ)</c>. With δ &gt; 0 this is AdamW: the decay passes by the scaling. An L2
/// penalty inside J goes through it and is divided by <c>√v̂</c> like every gradient, so the two are different methods. The residual is
/// <c>‖∇J(w) + δw‖∞</c>: zero at the minimizer of <c>J + ½δ‖w‖²</c>, which plain Adam goes to (δ = 0) and AdamW in general does not. Needs a smooth penalty.
/// Sources: Kingma and Ba (2015), Algorithm 1; Loshchilov and Hutter (2019), Algorithm 2.
/// </remarks>
/// <param name="rate">η &gt; 0, the learning rate.</param>
/// <param name="weightDecay">δ ≥ 0, the decoupled weight decay.</param>
/// <param name="beta1">β₁ from 0 to below 1, the memory of the gradient.</param>
/// <param name="beta2">β₂ from 0 to below 1, the memory of its square.</param>
/// <param name="epsilon">ε &gt; 0, keeps the quotient finite.</param>
public sealed class Adam(double rate, double weightDecay = 0, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8) : IterativeSolver
{
    /// <summary>η, the learning rate.</summary>
    public double Rate { get; } = Argument.Positive(rate);

    /// <summary>δ, the decoupled weight decay.</summary>
    public double WeightDecay { get; } = Argument.Nonnegative(weightDecay);

    /// <summary>β₁, the memory of the gradient.</summary>
    public double Beta1 { get; } = Argument.Between(beta1, 0, Math.BitDecrement(1));

    /// <summary>β₂, the memory of its square.</summary>
    public double Beta2 { get; } = Argument.Between(beta2, 0, Math.BitDecrement(1));

    /// <summary>ε, keeps the quotient finite.</summary>
    public double Epsilon { get; } = Argument.Positive(epsilon);

    /// <inheritdoc/>
    protected override IEnumerable<Iterate> Sequence(Problem problem, Vector start)
    {
        var g = Argument.Is<ISmoothPenalty>(problem.Penalty, "a smooth penalty (ProximalGradient takes any)");
        return Steps(problem.Datafit, g, start);
    }

    private IEnumerable<Iterate> Steps(IDatafit f, ISmoothPenalty g, Vector start)
    {
        var w = start;
        var m = Vector.Build.Dense(w.Count);
        var v = Vector.Build.Dense(w.Count);
        var gradient = f.Gradient(w) + g.Gradient(w);

        for (var k = 1; ; k++)
        {
            m = Beta1 * m + (1 - Beta1) * gradient;
            v = Beta2 * v + (1 - Beta2) * gradient.PointwiseMultiply(gradient);
            var (mHat, vHat) = (m / (1 - Math.Pow(Beta1, k)), v / (1 - Math.Pow(Beta2, k)));
            w = (1 - Rate * WeightDecay) * w - Rate * mHat.PointwiseDivide(vHat.Map(Math.Sqrt, Zeros.Include) + Epsilon);

            gradient = f.Gradient(w) + g.Gradient(w);
            yield return new Iterate(w, Residual: Norms.LInfinity(gradient + WeightDecay * w));
        }
    }
}
