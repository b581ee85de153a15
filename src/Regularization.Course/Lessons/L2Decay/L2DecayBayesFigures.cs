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
        // A and B over e^(−(z² + λ²)/2)/√(2π): what is left are two ratios that do not vanish together, however large z or λ.
        var (above, below) = (MillsRatio(lambda - z), MillsRatio(lambda + z));
        return z < 0 ? -LaplacePosteriorMean(-z, lambda) : z - lambda + 2 * lambda * (below / (above + below));
    }

    // Φ(−u)/φ(u), by its continued fraction 1/(u + 1/(u + 2/(u + …))) where Φ(−u) is small.
    private static double MillsRatio(double u)
    {
        if (u < 5)
            return Normal.CDF(0, 1, -u) / Normal.PDF(0, 1, u);
        var tail = u;
        for (var i = 60; i >= 1; i--)
            tail = u + i / tail;
        return 1 / tail;
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

    /// <summary>What is left of a direction, stopped at time s and with ridge at λ = 1/s, over d²; the slider is s.</summary>
    /// <param name="path">The data, whose directions are marked.</param>
    public static Figure StoppingFigure(RidgePath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        double Stopped(double v) => 1 - Math.Exp(-v);
        double Ridge(double v) => v / (1 + v);
        double Ratio(double v) => Math.Pow(Stopped(v) / Ridge(v), 2);
        double[] times = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000], squares = [.. path.SingularValues.Where(d => d > 0).Select(d => d * d)];
        var grid = Enumerable.Range(0, 201).Select(i => Math.Pow(10, -4 + i / 33.0)).ToArray();
        Layer[] Moving(double s) =>
        [
            new LineLayer("stopped: 1 − e^(−sd²)", grid, grid.Select(v => Stopped(s * v))) { Color = ColorRole.Solution, Width = 3 },
            new LineLayer("ridge: d²/(d² + 1/s)", grid, grid.Select(v => Ridge(s * v))) { Color = ColorRole.Blue, Width = 3 },
            new LineLayer("squared ratio", grid, grid.Select(v => Ratio(s * v))) { Color = ColorRole.Muted, Dash = Dash.Dashed },
            new MarkerLayer("directions of the data, stopped", squares, squares.Select(v => Stopped(s * v))) { Color = ColorRole.Solution, Size = 9 },
            new MarkerLayer("directions of the data, ridge", squares, squares.Select(v => Ridge(s * v))) { Color = ColorRole.Blue, Symbol = MarkerSymbol.Diamond, Size = 9 },
        ];
        var x = Enumerable.Range(1, 10_000).Select(i => i / 1000.0).MaxBy(Ratio);
        return new Chart("Stopped early, and ridge",
            $"The share of a direction that is kept, over d² on a logarithmic axis: 1 − e^(−sd²) when stopped at time s, d²/(d² + 1/s) for ridge with λ = 1/s. The first is always larger; the square of their ratio is largest near s·d² = {Numbers.Text(x, 3)}, "
            + $"where it is {Numbers.Text(Ratio(x), 4)}, and goes to 1 on both sides. The slider changes s: the curves move to the left, and more of the {squares.Length} marked directions are kept.",
            [.. Moving(10)])
        {
            XAxis = new Axis("d², squared singular value") { Log = true },
            YAxis = new Axis("share kept") { Range = (0, 1.75) },
            Slider = new Slider("time s = 1/λ", times.Select(s => new SliderStep(Numbers.Text(s), Moving(s)))) { Active = Array.IndexOf(times, 10) },
            Table = Table.From(squares, ("d²", v => v), ("stopped, s = 10", v => Stopped(10 * v)), ("ridge, λ = 0.1", v => Ridge(10 * v)), ("squared ratio", v => Ratio(10 * v))),
        }.Draw();
    }
}
