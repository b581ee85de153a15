namespace Regularization.Course;

/// <content>Soft thresholding, probabilities and descent.</content>
public static partial class L1Geometry
{
    /// <summary>Soft thresholding beside what other penalties do to a number.</summary>
    /// <param name="lambda">λ of the lasso and of ridge.</param>
    public static Figure SoftThresholdFigure(double lambda)
    {
        double[] z = [.. Enumerable.Range(-60, 121).Select(i => i / 20.0 * lambda)];
        var (soft, ridge) = (new L1Penalty(lambda), new SquaredL2Penalty(lambda));
        return new Chart(
            $"One number, λ = {Numbers.Text(lambda)}",
            $"Soft thresholding sends every z from {Numbers.Text(-lambda)} to {Numbers.Text(lambda)} to exactly 0 and moves all others by {Numbers.Text(lambda)} toward 0: "
            + $"z = {Numbers.Text(3 * lambda)} becomes {Numbers.Text(soft.Prox(3 * lambda, 1))}. The squared L2 penalty makes {Numbers.Text(ridge.Prox(3 * lambda, 1))} of it, and reaches 0 only at z = 0.",
            new LineLayer("no penalty", z, z) { Color = ColorRole.Muted, Dash = Dash.Dotted },
            new LineLayer("½λw²: z/(1 + λ)", z, z.Select(v => ridge.Prox(v, 1))) { Color = ColorRole.Blue, Dash = Dash.Dashed },
            new LineLayer("λ|w|: soft thresholding", z, z.Select(v => soft.Prox(v, 1))) { Color = ColorRole.Solution, Width = 3 })
        { XAxis = new Axis("z"), YAxis = new Axis("minimizer w") }.Draw();
    }

    /// <summary>The probability of a corner in the plane: formula, and simulations with their intervals.</summary>
    /// <param name="ratios">R/t of the simulations.</param>
    /// <param name="simulations">The simulations.</param>
    public static Figure CornerProbabilityFigure(IReadOnlyList<double> ratios, IReadOnlyList<FaceDistribution> simulations)
    {
        double[] at = [.. Enumerable.Range(0, 181).Select(i => 1 + i / 20.0)];
        var half = CornerProbability.RadiusRatioFor(0.5);
        var shares = simulations.Select(s => s.Vertex).ToArray();
        var covered = ratios.Zip(shares).Count(s => s.Second.Covers(CornerProbability.InPlane(s.First)));
        return new Chart(
            "Corners in the plane",
            $"The probability of a corner rises from 0 at R/t = 1 through one half at R/t = {Numbers.Text(half, 5)} to {Numbers.Text(CornerProbability.InPlane(10), 4)} at R/t = 10. "
            + $"The curve passes through {covered} of the {ratios.Count} simulations' 95 % intervals, for example {shares[0]} at R/t = {Numbers.Text(ratios[0])}.",
            new LineLayer("one half", [1, 10], [0.5, 0.5]) { Color = ColorRole.Muted, Dash = Dash.Dotted },
            new LineLayer("formula", at, at.Select(CornerProbability.InPlane)) { Color = ColorRole.Blue },
            new ErrorBarLayer("simulation, 95 % interval", ratios, shares.Select(s => s.Estimate), shares.Select(s => s.Low), shares.Select(s => s.High)) { Color = ColorRole.Solution })
        { XAxis = new Axis("R/t") { Range = (0.8, 10.3) }, YAxis = new Axis("P(corner)") { Range = (-0.02, 1) } }.Draw();
    }

    /// <summary>The 95 % confidence interval of the mean number of nonzero weights: mean ± 1.96 standard errors.</summary>
    /// <param name="distribution">The simulation.</param>
    public static (double Low, double High) MeanInterval(FaceDistribution distribution)
    {
        var mean = distribution.MeanNonzeros;
        var squares = distribution.Counts.Index().Sum(c => c.Item * (c.Index - mean) * (c.Index - mean));
        var half = 1.96 * Math.Sqrt(squares / (distribution.Trials - 1) / distribution.Trials);
        return (mean - half, mean + half);
    }

    /// <summary>How many weights are nonzero, with a slider over the dimension.</summary>
    /// <param name="distributions">A distribution for each dimension.</param>
    public static Figure NonzerosFigure(IReadOnlyList<FaceDistribution> distributions)
    {
        var most = distributions.Max(d => d.Counts.Index().Last(c => c.Item > 0).Index);
        string[] categories = [.. Enumerable.Range(1, most).Select(k => Numbers.Text(k))];
        BarLayer Bars(FaceDistribution d) => new("share of solutions", categories, Enumerable.Range(1, most).Select(k => k <= d.Dimension ? d.Nonzeros(k).Estimate : 0))
        { Color = ColorRole.Blue };
        TextLayer Label(FaceDistribution d) => new("label", most * 0.62, 0.52, $"p = {d.Dimension}: {Numbers.Text(d.Vertex.Estimate, 3)} at a corner, mean {Numbers.Text(d.MeanNonzeros, 3)} nonzero")
        { Position = TextPosition.Center, Size = 14 };

        return new Chart(
            "Nonzero weights",
            "The share of solutions with k nonzero weights. " + string.Join(" ", distributions.Select(d =>
                $"For p = {d.Dimension}: {Numbers.Text(d.Vertex.Estimate, 3)} are corners (k = 1), the mean number of nonzeros is {Numbers.Text(d.MeanNonzeros, 3)}.")),
            Bars(distributions[0]), Label(distributions[0]))
        {
            XAxis = new Axis("nonzero weights k"),
            YAxis = new Axis("share of solutions") { Range = (0, 0.6) },
            Slider = new Slider("dimension p", distributions.Select(d => new SliderStep(Numbers.Text(d.Dimension), Bars(d), Label(d)))),
        }.Draw();
    }

    /// <summary>The largest of the weights that should be zero, along proximal and along subgradient steps.</summary>
    /// <param name="exact">The solution.</param>
    /// <param name="proximal">The iterates of proximal gradient descent.</param>
    /// <param name="subgradient">The iterates of subgradient descent.</param>
    public static Figure DescentFigure(Vector exact, IReadOnlyList<Vector> proximal, IReadOnlyList<Vector> subgradient)
    {
        int[] zeros = [.. Enumerable.Range(0, exact.Count).Where(j => exact[j] == 0)];
        double Largest(Vector w) => zeros.Max(j => Math.Abs(w[j]));
        LineLayer Line(string name, IReadOnlyList<Vector> iterates, ColorRole color, Dash dash)
        {
            var shown = Enumerable.Range(0, iterates.Count).Where(i => i < 60 || i % 20 == 19).ToArray();
            return new LineLayer(name, shown.Select(i => i + 1.0), shown.Select(i => Largest(iterates[i]) is > 0 and var size ? size : double.NaN)) { Color = color, Dash = dash };
        }

        var exactFrom = proximal.Index().Last(w => Largest(w.Item) > 0).Index + 2;
        return new Chart(
            "The weights that should be zero",
            $"{zeros.Length} weights are zero in the solution. Along proximal gradient steps the largest of them is exactly 0 from iteration {exactFrom} on. "
            + $"Along subgradient steps it is still {Numbers.Text(Largest(subgradient[^1]), 3)} after {subgradient.Count} iterations; iterates with an exact zero among them: {subgradient.Count(w => zeros.Any(j => w[j] == 0))}.",
            Line("subgradient descent", subgradient, ColorRole.Blue, Dash.Solid),
            Line("proximal gradient", proximal, ColorRole.Solution, Dash.Dashed),
            new TextLayer("exact", exactFrom, Largest(proximal[exactFrom - 2]), $"exactly 0 from iteration {exactFrom}") { Position = TextPosition.BottomRight })
        { XAxis = new Axis("iteration") { Log = true }, YAxis = new Axis("largest |w_j| that should be 0") { Log = true } }.Draw();
    }
}
