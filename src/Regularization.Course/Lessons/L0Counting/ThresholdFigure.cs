namespace Regularization.Course;

public static partial class L0Counting
{
    /// <summary>Hard thresholding as a function of z, beside doing nothing.</summary>
    public static Figure HardThresholdFigure(double lambda)
    {
        var penalty = new L0Penalty(lambda);
        var threshold = penalty.Threshold();
        var end = 2.5 * threshold;
        return new Chart(
            "Keep it whole, or drop it",
            $"The best weight against z for λ = {Numbers.Text(lambda)}. Between −{Numbers.Text(threshold, 4)} and {Numbers.Text(threshold, 4)} it is 0; "
                + $"outside it is z itself. At z = ±√(2λ) it jumps from 0 to ±{Numbers.Text(threshold, 4)}.",
            new LineLayer("w = z, no penalty", [-end, end], [-end, end]) { Color = ColorRole.LeastSquares, Dash = Dash.Dotted },
            new LineLayer("hard threshold ŵ(z)", [-end, -threshold, double.NaN, -threshold, threshold, double.NaN, threshold, end],
                [.. new[] { -end, -threshold * (1 + 1e-9) }.Select(z => penalty.Prox(z, 1)), double.NaN, penalty.Prox(-threshold, 1), penalty.Prox(threshold, 1), double.NaN,
                    .. new[] { threshold * (1 + 1e-9), end }.Select(z => penalty.Prox(z, 1))])
            { Color = ColorRole.Solution, Width = 4 },
            new TextLayer("right jump", threshold, -0.3 * threshold, "√(2λ)") { Position = TextPosition.Center },
            new TextLayer("left jump", -threshold, 0.3 * threshold, "−√(2λ)") { Position = TextPosition.Center })
        {
            XAxis = new Axis("least-squares weight z") { Range = (-end, end) },
            YAxis = new Axis("best weight ŵ") { Range = (-end, end) },
            EqualAspect = true,
            Table = Table.From(Enumerable.Range(-5, 11).Select(i => i / 2.0 * threshold), ("z", z => z), ("ŵ", z => penalty.Prox(z, 1))),
        }.Draw();
    }
}
