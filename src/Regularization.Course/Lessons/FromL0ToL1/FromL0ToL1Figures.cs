namespace Regularization.Course;

public static partial class FromL0ToL1
{
    /// <summary>The count and the largest convex function below it on [−M, M]; the slider is M.</summary>
    public static Figure EnvelopeFigure()
    {
        double[] bounds = [0.5, 1, 1.5, 2, 3, 4];
        Layer[] Moving(double m) =>
        [
            new AreaLayer("box |w| ≤ M", [-m, m, m, -m, -m], [0, 0, 1.15, 1.15, 0]) { Color = ColorRole.SkyBlue, Opacity = 0.15, Width = 0 },
            new LineLayer("envelope |w|/M", [-m, 0, m], [1, 0, 1]) { Color = ColorRole.Penalty, Width = 3 },
        ];
        return new Chart("The largest convex function below the count",
            "The count of one weight is 1 everywhere except at 0, where it is 0. On the box from −M to M the largest convex function below it is |w|/M, a V from 0 at the origin to 1 at the edges. "
            + "For M = 1 it is |w| itself; for M = 4 its slope is only 0.25, and as M grows it sinks to zero.",
            [
                .. Moving(1),
                new LineLayer("count [w ≠ 0]", [-4.2, 0, double.NaN, 0, 4.2], [1, 1, double.NaN, 1, 1]) { Color = ColorRole.Ink, Width = 2.5 },
                new MarkerLayer("count at 0", 0, 0) { Color = ColorRole.Ink, Size = 11 },
            ])
        {
            XAxis = new("weight w") { Range = (-4.2, 4.2) },
            YAxis = new("value") { Range = (-0.08, 1.2) },
            Slider = new Slider("M", bounds.Select(m => new SliderStep(Numbers.Text(m), Moving(m)))) { Active = 1 },
            Table = Table.From(bounds, ("M", m => m), ("slope 1/M", m => 1 / m), ("value at w = 0.5", m => 0.5 / m)),
        }.Draw();
    }

    /// <summary>The lasso path of the smallest design in which it can go wrong; the slider is the correlation c.</summary>
    public static Figure TemptingFigure()
    {
        double[] correlations = [0, 0.2, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65];
        Layer[] Moving(double c)
        {
            var x = Tempting(c);
            var path = LassoPath.Fit(x, x.Column(0) + x.Column(1));
            double[] at = [.. path.Knots.Select(k => k.Lambda).Append(0).Order()];
            LineLayer Line(string name, int j, ColorRole color, Dash dash) => new(name, at.Append(1.4), at.Select(l => path.At(l)[j]).Append(0)) { Color = color, Width = 3, Dash = dash };
            return
            [
                Line("ŵ₁, true", 0, ColorRole.Blue, Dash.Solid), Line("ŵ₂, true", 1, ColorRole.SkyBlue, Dash.Dashed), Line("ŵ₃, false", 2, ColorRole.Solution, Dash.Solid),
                new TextLayer("verdict", 1.38, 0.95, 2 * c > 1 ? "2c > 1: the false feature is in at every λ" : 2 * c == 1 ? "2c = 1: a tie" : "2c < 1: only the true ones") { Position = TextPosition.Left },
            ];
        }

        return new Chart("A tempting feature",
            "Lasso paths over λ for a response that is exactly x₁ + x₂, with a third column that has correlation c with both. At c = 0.4 the third weight is zero at every λ. At c = 0.6 it comes first, at λ = 1.2, "
            + "and stays above zero until λ reaches 0. The change is at 2c = 1.",
            [.. Moving(0.6)])
        {
            XAxis = new("strength λ") { Range = (0, 1.4) },
            YAxis = new("weight") { Range = (-0.05, 1.05) },
            Slider = new Slider("correlation c", correlations.Select(c => new SliderStep(Numbers.Text(c), Moving(c)))) { Active = Array.IndexOf(correlations, 0.6) },
            Table = Table.From(correlations, ("c", c => c), ("2c", c => Temptation(Tempting(c), [0, 1], [1, 1])), ("ŵ₃ at λ = 0.1", c => LassoPath.Fit(Tempting(c), Tempting(c).Column(0) + Tempting(c).Column(1)).At(0.1)[2])),
        }.Draw();
    }

    /// <summary>How often L1 recovers a sparse vector, over n/p and k/n, with the theoretical curve.</summary>
    /// <param name="columns">p, for the description.</param>
    /// <param name="trials">Problems for each cell, for the description.</param>
    /// <param name="transition">The shares, from <see cref="Transition"/>.</param>
    public static Figure TransitionFigure(int columns, int trials, (double[] Deltas, double[] Rhos, Matrix Share) transition)
    {
        var (deltas, rhos, share) = transition;
        var curve = Steps(0.03, 0.97, 60);
        int Cells(Func<double, bool> which) => share.Enumerate().Count(which);
        return new Chart("When L1 finds the sparse answer",
            $"A heat map: how often min ‖w‖₁ subject to Xw = y finds the sparse w, out of {trials} random problems for each cell, with p = {columns} columns. Across: measurements per column, n/p. Up: nonzeros per measurement, k/n. "
            + $"In {Cells(s => s == 1)} of {share.RowCount * share.ColumnCount} cells it always does, in {Cells(s => s == 0)} it never does, and the change follows the curve of theory, which rises from {Numbers.Text(PhaseTransition.Threshold(0.1), 2)} at n/p = 0.1 "
            + $"through {Numbers.Text(PhaseTransition.Threshold(0.5), 3)} at 0.5 to {Numbers.Text(PhaseTransition.Threshold(0.9), 2)} at 0.9.",
            new HeatLayer("share recovered", deltas, rhos, share) { Range = (0, 1) },
            new LineLayer("theory, p → ∞", curve, curve.Select(PhaseTransition.Threshold)) { Color = ColorRole.Solution, Width = 4 })
        {
            XAxis = new("n/p: measurements per feature") { Range = (0.05, 0.95) },
            YAxis = new("k/n: nonzeros per measurement") { Range = (0.025, 0.975) },
            Height = 440,
            Table = Table.From(Enumerable.Range(0, rhos.Length), [("k/n", i => rhos[i]), .. deltas.Select((d, c) => ($"n/p = {Numbers.Text(d)}", (Func<int, object?>)(i => share[i, c])))]),
        }.Draw();
    }

    /// <summary>The shares behind <see cref="TransitionFigure"/>: a row for each k/n, a column for each n/p.</summary>
    /// <param name="columns">p.</param>
    /// <param name="trials">Problems for each cell.</param>
    /// <param name="seed">The seed.</param>
    public static (double[] Deltas, double[] Rhos, Matrix Share) Transition(int columns, int trials, ulong seed)
    {
        double[] deltas = Steps(0.1, 0.9, 9), rhos = Steps(0.05, 0.95, 19);
        var cells = Enumerable.Range(0, deltas.Length * rhos.Length).AsParallel().AsOrdered().Select(cell =>
        {
            var (d, r) = (deltas[cell / rhos.Length], rhos[cell % rhos.Length]);
            var n = (int)Math.Round(d * columns);
            return PhaseTransition.Recovery(n, columns, Math.Max(1, (int)Math.Round(r * n)), trials, seed + (ulong)cell).Estimate;
        }).ToArray();
        return (deltas, rhos, Matrix.Build.Dense(rhos.Length, deltas.Length, cells));
    }

    /// <summary>The risk of hard and soft thresholding with the same threshold, over the true weight; noise of deviation 1.</summary>
    /// <param name="threshold">Where both begin to let something through.</param>
    public static Figure RiskFigure(double threshold)
    {
        var (soft, hard) = (new L1Penalty(threshold), new L0Penalty(threshold * threshold / 2));
        var weights = Steps(0, 8, 81);
        var (s, h) = (weights.Select(w => Risk(z => soft.Prox(z, 1), w)).ToArray(), weights.Select(w => Risk(z => hard.Prox(z, 1), w)).ToArray());
        return new Chart("The risk of soft and hard thresholding",
            $"Mean squared error over the true weight, for one weight with noise of deviation 1 and both thresholds at {Numbers.Text(threshold)}. At weight 0 soft thresholding has {Numbers.Text(s[0], 2)}, hard {Numbers.Text(h[0], 2)}. "
            + $"The soft one climbs to {Numbers.Text(s[^1], 3)} and stays there, which is 1 + λ². The hard one has a peak of {Numbers.Text(h.Max(), 3)} near weight {Numbers.Text(weights[Array.IndexOf(h, h.Max())], 2)} and falls back to {Numbers.Text(h[^1], 3)}.",
            new LineLayer("no penalty", [0, 8], [1, 1]) { Color = ColorRole.Muted, Dash = Dash.Dashed },
            new LineLayer("soft, L1", weights, s) { Color = ColorRole.Penalty, Width = 3 },
            new LineLayer("hard, L0", weights, h) { Color = ColorRole.Blue, Width = 3 })
        {
            XAxis = new("true weight, in units of the noise"),
            YAxis = new("mean squared error"),
            Table = Table.From(Enumerable.Range(0, weights.Length).Where(i => i % 10 == 0), ("weight", i => weights[i]), ("soft", i => s[i]), ("hard", i => h[i])),
        }.Draw();
    }

    /// <summary>The relative test error of lasso, relaxed lasso and best subset over the signal-to-noise ratio.</summary>
    /// <param name="results">The study.</param>
    public static Figure SnrFigure(IReadOnlyList<SnrResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        double[] snr = [.. results.Select(r => r.Snr)];
        var (low, high) = (results[0], results[^1]);
        return new Chart("Who predicts better, and when",
            $"Relative test error over the signal-to-noise ratio, on a logarithmic axis. At {Numbers.Text(low.Snr)} the lasso has {Numbers.Text(low.Lasso, 4)} and best subset {Numbers.Text(low.Subset, 4)}; "
            + $"at {Numbers.Text(high.Snr)} the lasso has {Numbers.Text(high.Lasso, 4)} and best subset {Numbers.Text(high.Subset, 4)}. The relaxed lasso has {Numbers.Text(low.Relaxed, 4)} and {Numbers.Text(high.Relaxed, 4)}.",
            new LineLayer("lasso", snr, results.Select(r => r.Lasso)) { Color = ColorRole.Penalty, Markers = true, Width = 3 },
            new LineLayer("best subset", snr, results.Select(r => r.Subset)) { Color = ColorRole.Blue, Markers = true, Width = 3 },
            new LineLayer("relaxed lasso", snr, results.Select(r => r.Relaxed)) { Color = ColorRole.Solution, Markers = true, Dash = Dash.Dashed, Width = 3 })
        {
            XAxis = new("signal-to-noise ratio") { Log = true },
            YAxis = new("test error over σ²"),
            Table = Table.From(results, ("SNR", r => r.Snr), ("lasso", r => r.Lasso), ("relaxed lasso", r => r.Relaxed), ("best subset", r => r.Subset), ("error of lasso − subset", r => r.Deviation)),
        }.Draw();
    }
}
