namespace Regularization.Course;

public static partial class Smoothness
{
    /// <summary>The change of a linear prediction over the direction in which the inputs move by one unit.</summary>
    /// <param name="w">Two weights.</param>
    public static Figure DirectionFigure(Vector w)
    {
        var (degrees, length) = (Steps(-180, 180, 181), w.L2Norm());
        double Change(double degree) => w[0] * Math.Cos(degree * Math.PI / 180) + w[1] * Math.Sin(degree * Math.PI / 180);
        var along = Math.Atan2(w[1], w[0]) * 180 / Math.PI;
        return new Chart("The change of the prediction, by direction",
            $"The change wᵀd for steps d of length 1, over the direction of d in degrees, for w = ({Numbers.Text(w[0])}, {Numbers.Text(w[1])}). It is a wave between −{Numbers.Text(length)} and {Numbers.Text(length)}; "
            + $"the top is at {Numbers.Text(along, 3)}°, the direction of w, and there is no change at all at a right angle to it.",
            new BandLayer("±‖w‖", [-180, 180], [-length, -length], [length, length]) { Color = ColorRole.Penalty, Opacity = 0.15 },
            new LineLayer("change wᵀd", degrees, degrees.Select(Change)) { Color = ColorRole.Loss, Width = 3 },
            new MarkerLayer("direction of w", along, length) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 15 })
        {
            XAxis = new("direction of the step in degrees"),
            YAxis = new("change of the prediction"),
            Table = Table.From(degrees.Where((_, i) => i % 15 == 0), ("direction", d => d), ("change", d => Change(d))),
        }.Draw();
    }

    /// <summary>The two ridge curves of equal degrees of freedom: plain, and with a penalty on the curvature; the slider is the degrees of freedom.</summary>
    /// <param name="positions">q, the midpoints.</param>
    /// <param name="y">The responses.</param>
    /// <param name="truth">The true curve.</param>
    /// <param name="count">The number of cosines.</param>
    public static Figure CurvesFigure(Vector positions, Vector y, Func<double, double> truth, int count)
    {
        double[] freedom = [.. new double[] { 1, 2, 3, 4, 5, 6, 8, 10, 12 }.Where(d => d < count), count];
        var places = Vector.Build.DenseOfEnumerable(Steps(0, 1, 201));
        var (x, grid) = (CosineFeatures.Of(positions, count), CosineFeatures.Of(places, count));
        double[] plain = [.. Enumerable.Repeat(1.0, count)], rough = [.. Enumerable.Range(1, count).Select(j => Math.Pow(j, 4))];
        Vector Weights(double[] factors, double df)
        {
            var (a, leastSquares) = (positions.Count / 2.0, x.TransposeThisAndMultiply(y) / (positions.Count / 2.0));
            var lambda = LambdaFor(a, factors, df);
            return leastSquares.MapIndexed((j, w) => w * a / (a + lambda * factors[j]));
        }

        Layer[] Curves(double df) =>
        [
            new LineLayer("penalty on ‖w‖²", places, grid * Weights(plain, df)) { Color = ColorRole.Orange, Width = 2.5 },
            new LineLayer("penalty on the curvature", places, grid * Weights(rough, df)) { Color = ColorRole.Solution, Width = 3 },
        ];

        string Roughness(double[] factors, double df) => Numbers.Text(CosineFeatures.Roughness(Weights(factors, df)), 3);
        const double Shown = 4;
        return new Chart("Two penalties with the same degrees of freedom",
            $"{positions.Count} noisy measurements, the true curve, and two curves of {count} cosines. With a penalty on ‖w‖² the curve keeps all its wiggles at every strength and only gets flatter; its roughness ∫f″² at {Numbers.Text(Shown)} "
            + $"degrees of freedom is {Roughness(plain, Shown)}. With a penalty on the curvature it gets smoother: {Roughness(rough, Shown)}. Without a penalty both are the same curve, with roughness {Roughness(plain, count)}.",
            [
                new LineLayer("true curve", places, places.Select(truth)) { Color = ColorRole.Muted, Dash = Dash.Dashed },
                new MarkerLayer("measurements", positions, y) { Color = ColorRole.Ink, Size = 7 },
                .. Curves(Shown),
            ])
        {
            XAxis = new("position q"),
            YAxis = new("value") { Range = (-2.6, 2.6) },
            Height = 400,
            Slider = new Slider("degrees of freedom", freedom.Select(df => new SliderStep(Numbers.Text(df), Curves(df)))) { Active = Array.IndexOf(freedom, Shown) },
            Table = Table.From(freedom, ("df", d => d), ("λ on ‖w‖²", d => LambdaFor(positions.Count / 2.0, plain, d)), ("roughness", d => CosineFeatures.Roughness(Weights(plain, d))),
                ("λ on the curvature", d => LambdaFor(positions.Count / 2.0, rough, d)), ("roughness ", d => CosineFeatures.Roughness(Weights(rough, d)))),
        }.Draw();
    }

    /// <summary>The factors by which the waves are multiplied: the same for all, or falling with the frequency; the slider is the degrees of freedom.</summary>
    /// <param name="rows">n, the number of midpoints.</param>
    /// <param name="count">The number of cosines.</param>
    public static Figure FactorsFigure(int rows, int count)
    {
        double[] freedom = [.. new double[] { 1, 2, 3, 4, 5, 6, 8, 10, 12 }.Where(d => d < count), count];
        double[] waves = [.. Enumerable.Range(1, count).Select(j => (double)j)];
        double Factor(double df, double j, int power)
        {
            var factors = waves.Select(k => Math.Pow(k, power)).ToArray();
            return rows / 2.0 / (rows / 2.0 + LambdaFor(rows / 2.0, factors, df) * Math.Pow(j, power));
        }

        Layer[] Lines(double df) =>
        [
            new LineLayer("penalty on ‖w‖²", waves, waves.Select(j => Factor(df, j, 0))) { Color = ColorRole.Orange, Markers = true },
            new LineLayer("penalty on the curvature", waves, waves.Select(j => Factor(df, j, 4))) { Color = ColorRole.Solution, Markers = true },
        ];

        const double Shown = 4;
        return new Chart("What is left of each wave",
            $"The factor on the wave cos(jπq), over j from 1 to {count}, at {Numbers.Text(Shown)} degrees of freedom. The penalty on ‖w‖² multiplies every wave by {Numbers.Text(Factor(Shown, 1, 0), 3)}. "
            + $"The penalty on the curvature keeps {Numbers.Text(Factor(Shown, 1, 4), 3)} of the first wave and {Numbers.Text(Factor(Shown, count, 4), 2)} of the last.",
            [.. Lines(Shown)])
        {
            XAxis = new("wave j"),
            YAxis = new("factor") { Range = (0, 1.05) },
            Slider = new Slider("degrees of freedom", freedom.Select(df => new SliderStep(Numbers.Text(df), Lines(df)))) { Active = Array.IndexOf(freedom, Shown) },
            Table = Table.From(waves, ("wave j", j => j), ("‖w‖², df 4", j => Factor(Shown, j, 0)), ("curvature, df 4", j => Factor(Shown, j, 4))),
        }.Draw();
    }

    /// <summary>The expected error on new measurements over the degrees of freedom, for several true curves.</summary>
    /// <param name="positions">q, the midpoints.</param>
    /// <param name="count">The number of cosines.</param>
    /// <param name="noise">σ.</param>
    /// <param name="truths">The curves, with their names.</param>
    public static Figure ErrorFigure(Vector positions, int count, double noise, params (string Name, Func<double, double> Curve)[] truths)
    {
        var freedom = Steps(0.25, count, 60).Select(d => Math.Round(d, 4)).ToArray();
        ColorRole[] colors = [ColorRole.Blue, ColorRole.Vermillion, ColorRole.Green];
        var errors = truths.Select(t => (t.Name, Errors: freedom.Select(df => CurvatureSmoother(positions, count, df).ErrorAt(positions.Map(t.Curve), positions.Map(t.Curve), noise).Total).ToArray())).ToArray();
        int Best(double[] e) => Array.IndexOf(e, e.Min());
        return new Chart("The expected error, by smoothness",
            "Expected squared error on new measurements over the degrees of freedom, smooth curves on the left. "
            + string.Join(" ", errors.Select(e => $"For the {e.Name} it falls to {Numbers.Text(e.Errors.Min(), 3)} at {Numbers.Text(freedom[Best(e.Errors)], 3)} degrees of freedom, from {Numbers.Text(e.Errors[0], 3)} on the left, and is {Numbers.Text(e.Errors[^1], 3)} on the right.")),
            [
                .. errors.Select((e, i) => new LineLayer(e.Name, freedom, e.Errors) { Color = colors[i], Width = 3 }),
                .. errors.Select((e, i) => new MarkerLayer($"best, {e.Name}", freedom[Best(e.Errors)], e.Errors.Min()) { Color = colors[i], Symbol = MarkerSymbol.Star, Size = 14, InLegend = false }),
                new LineLayer("noise alone", [0, count], [noise * noise, noise * noise]) { Color = ColorRole.Muted, Dash = Dash.Dashed },
            ])
        {
            XAxis = new("degrees of freedom"),
            YAxis = new("expected error"),
            Table = Table.From(Enumerable.Range(0, freedom.Length).Where(i => i % 6 == 0), [("df", i => freedom[i]), .. errors.Select(e => (e.Name, (Func<int, object?>)(i => e.Errors[i])))]),
        }.Draw();
    }

    /// <summary>The smoother of a ridge fit with cosines whose penalty is on the curvature, at some degrees of freedom.</summary>
    /// <param name="positions">q, the midpoints.</param>
    /// <param name="count">The number of cosines.</param>
    /// <param name="degreesOfFreedom">The degrees of freedom, above 0 and at most <paramref name="count"/>.</param>
    public static LinearSmoother CurvatureSmoother(Vector positions, int count, double degreesOfFreedom)
    {
        var scaled = CosineFeatures.Of(positions, count);
        for (var j = 0; j < count; j++)
            scaled.SetColumn(j, scaled.Column(j) / ((j + 1) * (j + 1)));
        var lambda = LambdaFor(positions.Count / 2.0, [.. Enumerable.Range(1, count).Select(j => Math.Pow(j, 4))], degreesOfFreedom);
        return LinearSmoother.RidgeAsGiven(scaled, scaled, lambda);
    }
}
