namespace Regularization.Course;

public static partial class L2Decay
{
    private static readonly double[] Strengths = [0, 0.1, 0.3, 1, 3, 9];

    /// <summary>Gradient descent on the contours of J₀, without and with decay; the slider moves λ.</summary>
    /// <param name="x">Two features.</param>
    /// <param name="y">The response.</param>
    /// <param name="rate">η.</param>
    /// <param name="steps">How many steps to draw.</param>
    public static Figure TrajectoryFigure(Matrix x, Vector y, double rate, int steps)
    {
        var (loss, path) = (new LeastSquares(x, y), RidgePath.Fit(x, y));
        var (free, shrunk) = (path.At(0), path.At(1));
        Layer[] Moving(double lambda) =>
        [
            new LineLayer("walk with decay", Walk(new GradientDescent(rate, lambda), loss, new NoPenalty(), steps)) { Color = ColorRole.Solution, Markers = true },
            new MarkerLayer("ridge solution", [path.At(lambda)]) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 15 },
        ];

        return new Chart("Walks with and without decay",
            $"Contours of the loss around its minimum {Show(free)}. From the origin, the walk without decay goes to this minimum, the walk with decay to a point "
            + $"on the curve of ridge solutions. For λ = 1 this is {Show(shrunk)}, of length {Numbers.Text(shrunk.L2Norm(), 4)} instead of {Numbers.Text(free.L2Norm(), 4)}; the second weight is {Numbers.Text(Rounded(shrunk[1]))} instead of {Numbers.Text(Rounded(free[1]))}.",
            [
                Contours(loss),
                new LineLayer("ridge solutions, all λ", RidgeCurve(path)) { Color = ColorRole.Muted, Dash = Dash.Dotted },
                new LineLayer("walk without decay", Walk(new GradientDescent(rate), loss, new NoPenalty(), steps)) { Color = ColorRole.LeastSquares, Markers = true },
                .. Moving(1),
            ])
        {
            XAxis = new("first weight w₁") { Range = (-0.3, 4.7) },
            YAxis = new("second weight w₂") { Range = (-0.3, 3.2) },
            EqualAspect = true,
            Slider = new Slider("λ", Strengths.Select(l => new SliderStep(Numbers.Text(l), Moving(l)))) { Active = Array.IndexOf(Strengths, 1) },
            Table = Table.From(Strengths, ("λ", l => l), ("w₁ of the ridge solution", l => path.At(l)[0]), ("w₂ of the ridge solution", l => path.At(l)[1]), ("length", l => path.Radius(l))),
        }.Draw();
    }

    /// <summary>The distance to the ridge solution, step by step, for several step sizes.</summary>
    /// <param name="x">The design matrix.</param>
    /// <param name="y">The response.</param>
    /// <param name="lambda">λ.</param>
    /// <param name="rates">The step sizes η, at most five.</param>
    /// <param name="steps">How many steps to draw.</param>
    public static Figure RateFigure(Matrix x, Vector y, double lambda, IReadOnlyList<double> rates, int steps)
    {
        var (loss, end) = (new LeastSquares(x, y), RidgePath.Fit(x, y).At(lambda));
        ColorRole[] colors = [ColorRole.Blue, ColorRole.Green, ColorRole.Orange, ColorRole.Vermillion, ColorRole.Purple];
        var distances = rates.Select(r => Walk(new GradientDescent(r, lambda), loss, new NoPenalty(), steps).Select(w => (w - end).L2Norm()).ToArray()).ToArray();
        var limit = 2 / (loss.Lipschitz + lambda);

        return new Chart("Below, at and above the limit",
            $"Distance to the ridge solution over {steps} steps, logarithmic. The limit for η is {Numbers.Text(limit, 3)}. "
            + string.Join(" ", rates.Zip(distances, (r, d) => $"For η = {Numbers.Text(r)} it goes from {Numbers.Text(d[0], 3)} to {Numbers.Text(d[^1], 3)}.")),
            rates.Zip(distances, (r, d) => new LineLayer($"η = {Numbers.Text(r)}", d.Select((_, k) => (double)k), d)).Zip(colors, (l, c) => l with { Color = c, Dash = c == ColorRole.Orange ? Dash.Dashed : Dash.Solid }))
        {
            XAxis = new("step k"),
            YAxis = new("distance ‖w_k − ŵ(λ)‖") { Log = true, TickFormat = "~g" },
            Table = new Table(["step k", .. rates.Select(r => $"η = {Numbers.Text(r)}")],
                Enumerable.Range(0, steps + 1).Where(k => k % 10 == 0).Select(k => (IEnumerable<object?>)[k, .. distances.Select(d => (object?)d[k])])),
        }.Draw();
    }

    /// <summary>Gradient descent and Adam, each with λw inside the gradient and outside.</summary>
    /// <param name="x">Two features.</param>
    /// <param name="y">The response.</param>
    /// <param name="lambda">λ.</param>
    /// <param name="rate">η.</param>
    /// <param name="steps">How many steps to draw.</param>
    public static Figure OptimizerFigure(Matrix x, Vector y, double lambda, double rate, int steps)
    {
        var loss = new LeastSquares(x, y);
        var l2 = new SquaredL2Penalty(lambda);
        (string Name, Vector[] Walk, ColorRole Color, Dash Dash, double Width)[] runs =
        [
            ("gradient descent, L2 penalty", Walk(new GradientDescent(rate), loss, l2, steps), ColorRole.SkyBlue, Dash.Solid, 6),
            ("gradient descent, weight decay", Walk(new GradientDescent(rate, lambda), loss, new NoPenalty(), steps), ColorRole.Ink, Dash.Dashed, 2),
            ("Adam, L2 penalty", Walk(new Adam(rate), loss, l2, steps), ColorRole.Orange, Dash.Solid, 3),
            ("AdamW, decay outside", Walk(new Adam(rate, lambda), loss, new NoPenalty(), steps), ColorRole.Vermillion, Dash.Solid, 3),
        ];
        var apart = runs[0].Walk.Zip(runs[1].Walk, (a, b) => (a - b).L2Norm()).Max();

        return new Chart("One row agrees, the other does not",
            $"Four walks from the origin on the contours of the loss, λ = {Numbers.Text(lambda)}, η = {Numbers.Text(rate)}, {steps} steps. Gradient descent with the L2 penalty and with weight decay "
            + $"draw one line (never more than {Numbers.Text(apart, 1)} apart) and end at {Show(runs[0].Walk[^1])}. Adam with the L2 penalty ends at {Show(runs[2].Walk[^1])}, AdamW at {Show(runs[3].Walk[^1])}.",
            [
                Contours(loss),
                new LineLayer("box max|w_j| ≤ 1/λ", [-9, 1 / lambda, 1 / lambda], [1 / lambda, 1 / lambda, -9]) { Color = ColorRole.Muted, Dash = Dash.Dotted },
                .. runs.Select(r => new LineLayer(r.Name, r.Walk.Where((_, k) => k < 200 || k % 20 == 0)) { Color = r.Color, Dash = r.Dash, Width = r.Width }),
                new MarkerLayer("last steps", runs.Skip(1).Select(r => r.Walk[^1])) { Color = ColorRole.Ink, Symbol = MarkerSymbol.Star, Size = 13 },
            ])
        {
            XAxis = new("first weight w₁") { Range = (-0.3, 4.7) },
            YAxis = new("second weight w₂") { Range = (-0.3, 3.2) },
            EqualAspect = true,
            Table = Table.From(runs, ("method", r => r.Name), ("w₁ at the end", r => r.Walk[^1][0]), ("w₂ at the end", r => r.Walk[^1][1])),
        }.Draw();
    }

    private static ContourLayer Contours(LeastSquares loss)
    {
        double[] grid = [.. Enumerable.Range(0, 61).Select(i => -0.5 + i * 0.1)];
        return new("loss J₀", grid, grid, (a, b) => Math.Sqrt(loss.Value(Of(a, b)))) { Color = ColorRole.Loss, Width = 1, InLegend = false, Levels = (0.4, 12, 0.8) };
    }

    private static Vector[] Walk(IterativeSolver solver, IDatafit loss, IPenalty penalty, int steps)
    {
        var start = Vector.Build.Dense(loss.Dimension);
        return [start, .. solver.Iterates(new Problem(loss, penalty), start).Take(steps).Select(i => i.W)];
    }

    private static IEnumerable<Vector> RidgeCurve(RidgePath path) => [path.At(0), .. LogGrid(-3, 4, 85).Select(path.At)];

    private static double[] LogGrid(double from, double to, int points) =>
        [.. Enumerable.Range(0, points).Select(i => Math.Pow(10, from + (to - from) * i / (points - 1)))];

    private static string Show(Vector w) => $"({Numbers.Text(Rounded(w[0]))}, {Numbers.Text(Rounded(w[1]))})";

    private static double Rounded(double value) => Math.Round(value, 3);
}
