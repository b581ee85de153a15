namespace Regularization.Course;

public static partial class WhyRegularize
{
    /// <summary>Bias and variance of a shrunken mean, over the factor.</summary>
    /// <param name="truth">m, what is measured.</param>
    /// <param name="variance">v, the variance of the mean of the measurements.</param>
    public static Figure ShrinkFigure(double truth, double variance)
    {
        var factors = Steps(0, 1.2, 121);
        var best = truth * truth / (truth * truth + variance);
        ExpectedError At(double factor) => ShrunkenMean(factor, truth, variance);
        return new Chart("Shrinking a mean",
            $"Mean squared error of κ times the mean, for m = {Numbers.Text(truth)} and a variance of {Numbers.Text(variance)}: bias² falls to 0 at κ = 1, the variance rises from 0, and their sum is smallest at "
            + $"κ = {Numbers.Text(best)}, where it is {Numbers.Text(At(best).Total)} instead of {Numbers.Text(At(1).Total)} at κ = 1.",
            new LineLayer("bias²", factors, factors.Select(k => At(k).SquaredBias)) { Color = ColorRole.Blue, Dash = Dash.Dashed },
            new LineLayer("variance", factors, factors.Select(k => At(k).Variance)) { Color = ColorRole.Orange, Dash = Dash.Dotted },
            new LineLayer("sum", factors, factors.Select(k => At(k).Total)) { Color = ColorRole.Ink, Width = 3 },
            new MarkerLayer("best factor", best, At(best).Total) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 15 },
            new MarkerLayer("no shrinking", 1, At(1).Total) { Color = ColorRole.LeastSquares, Size = 10 })
        {
            XAxis = new("factor κ"),
            YAxis = new("mean squared error"),
            Table = Table.From(factors.Where((_, i) => i % 10 == 0), ("κ", k => k), ("bias²", k => At(k).SquaredBias), ("variance", k => At(k).Variance), ("sum", k => At(k).Total)),
        }.Draw();
    }

    /// <summary>The expected errors of a ridge polynomial of high degree, over λ.</summary>
    /// <param name="positions">q, where the responses are measured.</param>
    /// <param name="truth">The true curve.</param>
    /// <param name="noise">σ.</param>
    public static Figure StrengthFigure(Vector positions, Func<double, double> truth, double noise)
    {
        double[] lambdas = [.. Steps(-9, 2, 89).Select(e => Math.Pow(10, e))];
        var study = lambdas.Select(l => (Lambda: l, Errors: Errors(positions, truth, noise, HighestDegree, l))).ToArray();
        var best = study.MinBy(s => s.Errors.New.Total);
        var free = Errors(positions, truth, noise, HighestDegree, 0).New.Total;
        return new Chart($"Degree {HighestDegree} with a penalty",
            $"Expected errors of the ridge polynomial of degree {HighestDegree} over λ, both axes logarithmic. The error on the measurements only rises. On new data the error falls from {Numbers.Text(free, 4)} without a penalty "
            + $"to {Numbers.Text(best.Errors.New.Total, 3)} near λ = {Numbers.Text(best.Lambda, 1)} and rises again: below, it is nearly all variance; above, bias.",
            new LineLayer("on the measurements", lambdas, study.Select(s => s.Errors.Training)) { Color = ColorRole.Loss },
            new LineLayer("bias²", lambdas, study.Select(s => s.Errors.New.SquaredBias)) { Color = ColorRole.Purple, Dash = Dash.Dashed },
            new LineLayer("variance", lambdas, study.Select(s => s.Errors.New.Variance)) { Color = ColorRole.Orange, Dash = Dash.Dotted },
            new LineLayer("on new data", lambdas, study.Select(s => s.Errors.New.Total)) { Color = ColorRole.Solution, Width = 3 },
            new MarkerLayer("best λ", best.Lambda, best.Errors.New.Total) { Color = ColorRole.Ink, Symbol = MarkerSymbol.Star, Size = 14 })
        {
            XAxis = new("strength λ") { Log = true, TickFormat = "~g" },
            YAxis = new("expected mean squared error") { Log = true, Range = (0.003, 4), TickFormat = "~g" },
            Height = 400,
            Table = Table.From(study.Where((_, i) => i % 8 == 0), ("λ", s => s.Lambda), ("on the measurements", s => s.Errors.Training), ("on new data", s => s.Errors.New.Total),
                ("bias²", s => s.Errors.New.SquaredBias), ("variance", s => s.Errors.New.Variance)),
        }.Draw();
    }

    /// <summary>Mean and spread of the ridge polynomial of degree 11; the slider is λ.</summary>
    /// <param name="positions">q, where the responses are measured.</param>
    /// <param name="truth">The true curve.</param>
    /// <param name="noise">σ.</param>
    public static Figure StrengthSpreadFigure(Vector positions, Func<double, double> truth, double noise)
    {
        (string Label, int Degree, double Lambda)[] steps =
            [("0", HighestDegree, 0), .. Enumerable.Range(-8, 10).Select(e => (e == 0 ? "1" : e == 1 ? "10" : $"1e{e}", HighestDegree, Math.Pow(10, e)))];
        return Spread("Degree 11, held by a penalty",
            "The true curve, the mean of the ridge polynomials of degree 11 and a band of two standard deviations. At λ = 0 the band leaves the picture; at λ = 0.01 it is narrow and the mean follows the curve; at λ = 10 the band is narrowest and the mean is nearly flat.",
            positions, truth, noise, "strength λ", 7, steps);
    }

    /// <summary>The mean of <c>‖ŵ(λ) − w‖²</c> over λ, and the stretch where it is surely below least squares.</summary>
    /// <param name="d">The singular values.</param>
    /// <param name="gamma">γ, the true weights in the singular directions.</param>
    /// <param name="noise">σ.</param>
    public static Figure RiskFigure(IReadOnlyList<double> d, IReadOnlyList<double> gamma, double noise)
    {
        var safe = 2 * noise * noise / gamma.Max(g => g * g);
        var lambdas = Steps(0, 6 * safe, 301);
        double At(double lambda) => RidgeRisk(d, gamma, noise, lambda);
        var best = lambdas.MinBy(At);
        return new Chart("Some λ beats λ = 0",
            $"The expected squared distance of ridge from the true weights over λ. It starts at {Numbers.Text(At(0), 4)} (least squares) and falls at first; up to λ = {Numbers.Text(safe, 3)} the proof promises "
            + $"that it is lower, and it is lowest near λ = {Numbers.Text(best, 2)}, at {Numbers.Text(At(best), 3)}.",
            new AreaLayer("promised by the proof", [0, safe, safe, 0], [0, 0, At(0), At(0)]) { Color = ColorRole.SkyBlue, Opacity = 0.3, Width = 0 },
            new LineLayer("least squares", [0, lambdas[^1]], [At(0), At(0)]) { Color = ColorRole.LeastSquares, Dash = Dash.Dashed },
            new LineLayer("ridge", lambdas, lambdas.Select(At)) { Color = ColorRole.Solution, Width = 3 })
        {
            XAxis = new("strength λ"),
            YAxis = new("mean of ‖ŵ(λ) − w‖²") { Range = (0, 1.3 * At(0)) },
            Table = Table.From(lambdas.Where((_, i) => i % 25 == 0), ("λ", l => l), ("mean of ‖ŵ(λ) − w‖²", l => At(l))),
        }.Draw();
    }
}
