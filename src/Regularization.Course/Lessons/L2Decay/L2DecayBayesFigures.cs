using MathNet.Numerics.Distributions;

namespace Regularization.Course;

public static partial class L2Decay
{
    /// <summary><c>E[w | z]</c> for <c>z ~ N(w, 1)</c> and the Laplace prior <c>p(w) ∝ e^(−λ|w|)</c>: <c>((z − λ)A + (z + λ)B)/(A + B)</c> with <c>A = e^(−λz)Φ(z − λ)</c>, <c>B = e^(λz)Φ(−z − λ)</c>.</summary>
    /// <remarks>The two halves w &gt; 0 and w &lt; 0 of the posterior are parts of normal distributions around z − λ and z + λ. Source: Hans (2009), §2.</remarks>
    /// <param name="z">The measurement.</param>
    /// <param name="lambda">λ ≥ 0.</param>
    public static double LaplacePosteriorMean(double z, double lambda)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lambda);
        var (a, b) = (Math.Exp(-lambda * z) * Normal.CDF(0, 1, z - lambda), Math.Exp(lambda * z) * Normal.CDF(0, 1, -z - lambda));
        return ((z - lambda) * a + (z + lambda) * b) / (a + b);
    }

    /// <summary>Mode and mean of the posterior over the measurement, for a Gaussian and for a Laplace prior with the same λ.</summary>
    /// <param name="lambda">λ &gt; 0; noise of variance 1.</param>
    public static Figure PriorsFigure(double lambda)
    {
        var z = Enumerable.Range(0, 161).Select(i => -4 + i / 20.0).ToArray();
        var (lasso, ridge) = (new L1Penalty(lambda), new SquaredL2Penalty(lambda));
        return new Chart("Mode and mean",
            $"Estimates of one weight over its measurement z, noise of variance 1, λ = {Numbers.Text(lambda)}. For the Gaussian prior mode and mean are the same line through 0. For the Laplace prior the mode is the soft threshold, "
            + $"exactly 0 from −{Numbers.Text(lambda)} to {Numbers.Text(lambda)}; the mean is a smooth curve that is 0 only at z = 0, for example {Numbers.Text(LaplacePosteriorMean(0.5, lambda), 3)} at z = 0.5.",
            new LineLayer("no prior", [-4, 4], [-4, 4]) { Color = ColorRole.Muted, Dash = Dash.Dashed },
            new LineLayer("Gaussian: mode and mean", z, z.Select(v => ridge.Prox(v, 1))) { Color = ColorRole.Blue, Width = 2.5 },
            new LineLayer("Laplace: mode (lasso)", z, z.Select(v => lasso.Prox(v, 1))) { Color = ColorRole.Solution, Width = 3 },
            new LineLayer("Laplace: mean", z, z.Select(v => LaplacePosteriorMean(v, lambda))) { Color = ColorRole.Green, Width = 3, Dash = Dash.Dotted })
        {
            XAxis = new Axis("measurement z"),
            YAxis = new Axis("estimate of the weight"),
            Table = Table.From(z.Where((_, i) => i % 20 == 0), ("z", v => v), ("Gaussian", v => ridge.Prox(v, 1)), ("Laplace, mode", v => lasso.Prox(v, 1)), ("Laplace, mean", v => LaplacePosteriorMean(v, lambda))),
        }.Draw();
    }

    /// <summary>What is left of a direction, stopped at time s and with ridge at λ = 1/s, over x = s·d².</summary>
    public static Figure StoppingFigure()
    {
        var x = Enumerable.Range(0, 101).Select(i => Math.Pow(10, -2 + i / 25.0)).ToArray();
        double Stopped(double v) => 1 - Math.Exp(-v);
        double Ridge(double v) => v / (1 + v);
        double Ratio(double v) => Math.Pow(Stopped(v) / Ridge(v), 2);
        return new Chart("Stopped early, and ridge",
            $"The share of a direction that is kept, over x = s·d² on a logarithmic axis: 1 − e⁻ˣ when stopped at time s, x/(1 + x) for ridge with λ = 1/s. The first is always larger; the square of their ratio is largest near x = {Numbers.Text(x.MaxBy(Ratio), 2)}, "
            + $"where it is {Numbers.Text(x.Max(Ratio), 4)}, and goes to 1 on both sides.",
            new LineLayer("stopped: 1 − e⁻ˣ", x, x.Select(Stopped)) { Color = ColorRole.Solution, Width = 3 },
            new LineLayer("ridge: x/(1 + x)", x, x.Select(Ridge)) { Color = ColorRole.Blue, Width = 3 },
            new LineLayer("squared ratio", x, x.Select(Ratio)) { Color = ColorRole.Muted, Dash = Dash.Dashed })
        {
            XAxis = new Axis("x = s·d²") { Log = true },
            YAxis = new Axis("share kept"),
            Table = Table.From(x.Where((_, i) => i % 10 == 0), ("x", v => v), ("stopped", v => Stopped(v)), ("ridge", v => Ridge(v)), ("squared ratio", v => Ratio(v))),
        }.Draw();
    }
}
