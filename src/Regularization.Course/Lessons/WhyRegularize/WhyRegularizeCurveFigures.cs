namespace Regularization.Course;

public static partial class WhyRegularize
{
    private const int HighestDegree = 11;

    /// <summary>Polynomials of least squares through one sample; the slider is the degree.</summary>
    /// <param name="positions">q, where the responses were measured.</param>
    /// <param name="y">The responses.</param>
    /// <param name="truth">The curve they were measured on.</param>
    public static Figure FitsFigure(Vector positions, Vector y, Func<double, double> truth)
    {
        var grid = Grid(positions);
        Vector Fit(int degree, Vector places) =>
            LinearSmoother.LeastSquares(PolynomialFeatures.Of(positions, degree), PolynomialFeatures.Of(places, degree)).Predict(y);
        double Error(int degree) => (y - Fit(degree, positions)).PointwisePower(2).Average();
        Layer Curve(int degree) => new LineLayer("polynomial", grid, Fit(degree, grid)) { Color = ColorRole.Solution, Width = 3 };
        var reach = Fit(HighestDegree, grid);

        return new Chart("One sample, eleven polynomials",
            $"{y.Count} noisy measurements of a smooth curve, and least-squares polynomials of degree 1 to {HighestDegree}. The mean squared error on the measurements falls with every degree: "
            + $"{Numbers.Text(Error(1), 3)} at degree 1, {Numbers.Text(Error(3), 3)} at degree 3, {Numbers.Text(Error(8), 3)} at degree 8 and 0 at degree {HighestDegree}, which goes through all of them "
            + $"and swings between {Numbers.Text(reach.Minimum(), 3)} and {Numbers.Text(reach.Maximum(), 3)} between them.",
            new LineLayer("true curve", grid, grid.Select(truth)) { Color = ColorRole.LeastSquares, Dash = Dash.Dashed },
            Curve(3),
            new MarkerLayer("measurements", positions, y) { Color = ColorRole.Ink })
        {
            XAxis = new("position q"),
            YAxis = new("value") { Range = (-2.6, 2.6) },
            Slider = new Slider("degree", Enumerable.Range(1, HighestDegree).Select(d => new SliderStep($"{d}", Curve(d)))) { Active = 2 },
            Table = Table.From(Enumerable.Range(1, HighestDegree), ("degree", d => d), ("mean squared error on the measurements", d => d == HighestDegree ? 0 : Error(d))),
        }.Draw();
    }

    /// <summary>The expected errors on the measurements and on new data, degree by degree.</summary>
    /// <param name="positions">q, where the responses are measured.</param>
    /// <param name="truth">The true curve.</param>
    /// <param name="noise">σ.</param>
    public static Figure DegreeFigure(Vector positions, Func<double, double> truth, double noise)
    {
        var study = Enumerable.Range(1, HighestDegree).Select(d => (Degree: d, Errors: Errors(positions, truth, noise, d, 0))).ToArray();
        var best = study.MinBy(s => s.Errors.New.Total);
        var last = study[^1];
        double[] degrees = [.. study.Select(s => (double)s.Degree)];
        const double Top = 0.62;

        return new Chart("What you see and what you get",
            $"Expected mean squared errors of least-squares polynomials. On the {positions.Count} measurements the error falls with every degree, from {Numbers.Text(study[0].Errors.Training, 3)} to 0. "
            + $"On new data it is smallest at degree {best.Degree} ({Numbers.Text(best.Errors.New.Total, 4)}) and rises to {Numbers.Text(last.Errors.New.Total, 4)} at degree {last.Degree}, far above the picture.",
            new LineLayer("on the measurements", degrees, study.Select(s => s.Errors.Training)) { Color = ColorRole.Loss, Markers = true },
            new LineLayer("on new data", degrees, study.Select(s => s.Errors.New.Total)) { Color = ColorRole.Solution, Markers = true },
            new LineLayer("noise σ²", [1, HighestDegree], [noise * noise, noise * noise]) { Color = ColorRole.Muted, Dash = Dash.Dotted },
            new TextLayer("off the picture", last.Degree, Top - 0.03, $"↑ {Numbers.Text(last.Errors.New.Total, 3)}") { Position = TextPosition.Left })
        {
            XAxis = new("degree of the polynomial") { Range = (0.7, HighestDegree + 0.3) },
            YAxis = new("expected mean squared error") { Range = (0, Top) },
            Table = Table.From(study, ("degree", s => s.Degree), ("on the measurements", s => s.Errors.Training), ("on new data", s => s.Errors.New.Total),
                ("bias²", s => s.Errors.New.SquaredBias), ("variance", s => s.Errors.New.Variance)),
        }.Draw();
    }

    /// <summary>Mean and spread of the fitted curve over the noise; the slider is the degree.</summary>
    /// <param name="positions">q, where the responses are measured.</param>
    /// <param name="truth">The true curve.</param>
    /// <param name="noise">σ.</param>
    public static Figure SpreadFigure(Vector positions, Func<double, double> truth, double noise)
    {
        double[] variances = [.. Enumerable.Range(1, HighestDegree).Select(d => Errors(positions, truth, noise, d, 0).New.Variance)];
        return Spread("Bias and variance, degree by degree",
            $"The true curve, the mean of the fitted polynomials and a band of two standard deviations around it. Degree 1 misses the curve and hardly moves; degree 3 follows it; at degree {HighestDegree} "
            + $"the mean is right and the band leaves the picture near the ends: the variance goes from {Numbers.Text(variances[0], 3)} over {Numbers.Text(variances[2], 3)} to {Numbers.Text(variances[^1], 4)}.",
            positions, truth, noise, "degree", 2, Enumerable.Range(1, HighestDegree).Select(d => ($"{d}", d, 0.0)));
    }

    private static Figure Spread(
        string title, string description, Vector positions, Func<double, double> truth, double noise, string slider, int active, IEnumerable<(string Label, int Degree, double Lambda)> steps)
    {
        var grid = Grid(positions);
        Layer[] Layers(int degree, double lambda)
        {
            var smoother = LinearSmoother.Ridge(PolynomialFeatures.Of(positions, degree), PolynomialFeatures.Of(grid, degree), lambda);
            var (mean, two) = (smoother.Predict(positions.Map(truth)), 2 * smoother.Deviation(noise));
            return
            [
                new BandLayer("mean ± 2 standard deviations", grid, mean - two, mean + two) { Color = ColorRole.SkyBlue },
                new LineLayer("mean of the fits", grid, mean) { Color = ColorRole.Solution, Width = 3 },
            ];
        }

        SliderStep[] all = [.. steps.Select(s => new SliderStep(s.Label, Layers(s.Degree, s.Lambda)))];
        return new Chart(title, description, [.. all[active].Layers, new LineLayer("true curve", grid, grid.Select(truth)) { Color = ColorRole.LeastSquares, Dash = Dash.Dashed }])
        {
            XAxis = new("position q"),
            YAxis = new("value") { Range = (-2.6, 2.6) },
            Slider = new Slider(slider, all) { Active = active },
        }.Draw();
    }

    /// <summary>The expected errors of a ridge polynomial on its measurements and at 201 places between the first and the last.</summary>
    private static (double Training, ExpectedError New) Errors(Vector positions, Func<double, double> truth, double noise, int degree, double lambda)
    {
        var (x, grid, f) = (PolynomialFeatures.Of(positions, degree), Grid(positions), positions.Map(truth));
        return (LinearSmoother.Ridge(x, x, lambda).TrainingError(f, noise),
            LinearSmoother.Ridge(x, PolynomialFeatures.Of(grid, degree), lambda).ErrorAt(f, grid.Map(truth), noise));
    }

    private static Vector Grid(Vector positions) => Vector.Build.DenseOfArray(Steps(positions[0], positions[^1], 201));
}
