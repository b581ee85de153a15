namespace Regularization.Course;

/// <content>The diamond and the ellipse.</content>
public static partial class L1Geometry
{
    private const int EllipsePoints = 72;

    /// <summary>The ellipse that touches the diamond, with a slider over the radius t.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="radii">The radii t.</param>
    /// <param name="contacts">The first contact for each radius.</param>
    public static Figure FirstContactFigure(EllipticalLoss loss, IReadOnlyList<double> radii, IReadOnlyList<FirstContact> contacts)
    {
        var leaves = radii.Zip(contacts).Where(c => c.Second.AtVertex).Max(c => c.First);
        var slack = radii.Zip(contacts).Where(c => !c.Second.Active).Min(c => c.First);
        var steps = radii.Zip(contacts, (t, c) => new SliderStep(Numbers.Text(t),
            Moving(loss, t, c.Point, c.Level, $"w = {Pair(c.Point)}, {(c.Active ? $"λ = {Numbers.Text(c.Lambda, 4)}" : "λ = 0: not active")}")));

        return Picture(
            "First contact",
            $"A diamond ‖w‖₁ ≤ t and the smallest ellipse around the center {Pair(loss.Center)} that reaches it. Up to t = {Numbers.Text(leaves)} they touch at the corner (0, t); "
            + $"then on an edge; from t = {Numbers.Text(slack)} on the center lies in the diamond and is the solution.",
            loss, contacts.Select(c => c.Point), new Slider("radius t", steps) { Active = radii.Count / 4 });
    }

    /// <summary>The minimizer of the penalized form with the diamond drawn through it, with a slider over λ.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="strengths">The strengths λ.</param>
    /// <param name="solutions">The minimizer w(λ) for each strength.</param>
    public static Figure PenaltyFigure(EllipticalLoss loss, IReadOnlyList<double> strengths, IReadOnlyList<Vector> solutions)
    {
        var steps = strengths.Zip(solutions, (lambda, w) => new SliderStep(Numbers.Text(lambda),
            Moving(loss, w.L1Norm(), w, loss.Value(w), $"w = {Pair(w)}, t = {Numbers.Text(w.L1Norm(), 4)}")));
        var (first, last) = (solutions[0].L1Norm(), solutions[^1].L1Norm());

        return Picture(
            "The minimizer and its ball",
            $"The minimizer w(λ) of J₀ + λ‖w‖₁ moves from {Pair(solutions[0])} at λ = {Numbers.Text(strengths[0])} to {Pair(solutions[^1])} at λ = {Numbers.Text(strengths[^1])}; "
            + $"the diamond through it shrinks from t = {Numbers.Text(first, 4)} to t = {Numbers.Text(last, 4)}.",
            loss, solutions, new Slider("strength λ", steps) { Active = strengths.Count / 4 });
    }

    /// <summary>What first contact with the boundary is when the center lies inside: not the optimum.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="radius">A radius t larger than the norm of the center.</param>
    /// <param name="touching">The point of the boundary that the growing contour reaches first.</param>
    public static Figure SlackFigure(EllipticalLoss loss, double radius, Vector touching) =>
        new Chart(
            "Contact is not the optimum",
            $"For t = {Numbers.Text(radius)} the center {Pair(loss.Center)} lies inside the diamond and has loss 0. The contour that touches the edge at {Pair(touching)} "
            + $"has the loss {Numbers.Text(loss.Value(touching), 4)}.",
            Diamond(radius),
            Ellipse(loss, loss.Value(touching)),
            new MarkerLayer("solution: the center", loss.Center[0], loss.Center[1]) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Diamond, Size = 12 },
            new MarkerLayer("contact with the edge", touching[0], touching[1]) { Color = ColorRole.Ink, Symbol = MarkerSymbol.OpenCircle, Size = 11 })
        { XAxis = new Axis("w₁") { Range = (-2.5, 5.5) }, YAxis = new Axis("w₂") { Range = (-1, 6) }, EqualAspect = true }.Draw();

    private static Figure Picture(string title, string description, EllipticalLoss loss, IEnumerable<Vector> trace, Slider slider) =>
        new Chart(title, description,
        [
            .. slider.Steps[slider.Active].Layers.OfType<AreaLayer>(),
            new LineLayer("where w goes", trace) { Color = ColorRole.Muted, Dash = Dash.Dotted },
            .. slider.Steps[slider.Active].Layers.OfType<LineLayer>(),
            new MarkerLayer("center of J₀", loss.Center[0], loss.Center[1]) { Color = ColorRole.LeastSquares, Symbol = MarkerSymbol.Cross, Size = 10 },
            .. slider.Steps[slider.Active].Layers.Where(l => l is MarkerLayer or TextLayer),
        ])
        { XAxis = new Axis("w₁") { Range = (-6.6, 4.2) }, YAxis = new Axis("w₂") { Range = (-1.6, 5.4) }, EqualAspect = true, Height = 480, Slider = slider }.Draw();

    private static Layer[] Moving(EllipticalLoss loss, double t, Vector w, double level, string label) =>
    [
        Diamond(t),
        Ellipse(loss, level),
        new MarkerLayer("solution", w[0], w[1]) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Diamond, Size = 12 },
        // Up on the left: no ellipse through the origin reaches w₁ = −3.2, and no diamond this corner of the picture.
        new TextLayer("label", -6.5, 5, label) { Position = TextPosition.Right, Size = 14 },
    ];

    private static AreaLayer Diamond(double t)
    {
        var boundary = t > 0 ? NormBall.Boundary(1, t, points: 8) : new Curve([0, 0], [0, 0]);
        return new AreaLayer("ball ‖w‖₁ ≤ t", boundary.X, boundary.Y) { Color = ColorRole.Penalty };
    }

    private static LineLayer Ellipse(EllipticalLoss loss, double level)
    {
        var contour = loss.Contour(level, EllipsePoints);
        return new LineLayer("contour of J₀", contour.X, contour.Y) { Color = ColorRole.Loss };
    }

    private static string Pair(Vector w) => $"({Numbers.Text(Tidy(w[0]), 3)}, {Numbers.Text(Tidy(w[1]), 3)})";

    // Solvers leave 1e-13 where the labels should say 0.
    private static double Tidy(double value) => Math.Abs(value) < 1e-9 ? 0 : value;
}
