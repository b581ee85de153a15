namespace Regularization.Course;

public static partial class L2Decay
{
    private static readonly double[] Radii = [8, 7, 6, 5, 4.5, 3.5, 2.5, 1.5, 0.5];

    /// <summary>The disc and the ellipse that touches it; the slider moves the radius.</summary>
    /// <param name="x">Two features.</param>
    /// <param name="y">The response.</param>
    public static Figure CircleFigure(Matrix x, Vector y)
    {
        var (loss, path) = (EllipticalLoss.OfLeastSquares(x, y), RidgePath.Fit(x, y));
        var contacts = Radii.Select(t => (Radius: t, Contact: FirstContact.Find(loss, 2, t))).ToArray();
        Layer[] Moving((double Radius, FirstContact Contact) c)
        {
            var (circle, ellipse) = (NormBall.Boundary(2, c.Radius), loss.Contour(c.Contact.Level));
            return
            [
                new AreaLayer("disc ‖w‖ ≤ t", circle.X, circle.Y) { Color = ColorRole.Penalty },
                new LineLayer("ellipse of equal loss", ellipse.X, ellipse.Y) { Color = ColorRole.Loss },
                new MarkerLayer("solution", [c.Contact.Point]) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 15 },
                new TextLayer("multiplier", -4.8, 5, c.Contact.Active ? $"λ = {Numbers.Text(c.Contact.Lambda, 3)}" : "λ = 0: no contact") { Position = TextPosition.Right },
            ];
        }

        var onAxis = contacts.Single(c => c.Radius == 4.5);
        return new Chart("The circle and the ellipse",
            $"Ellipses of equal loss around least squares {Show(loss.Center)}, and discs around the origin. The ellipse touches the disc of radius {Numbers.Text(onAxis.Radius)} at {Show(onAxis.Contact.Point)} "
            + $"(λ = {Numbers.Text(onAxis.Contact.Lambda, 3)}), and only for this radius on the axis. The disc of radius {Numbers.Text(Radii[0])} contains least squares: no contact, λ = {Numbers.Text(contacts[0].Contact.Lambda)}.",
            [
                .. Moving(onAxis),
                new LineLayer("ridge solutions, all λ", RidgeCurve(path)) { Color = ColorRole.Muted, Dash = Dash.Dotted },
                new MarkerLayer("least squares", [loss.Center]) { Color = ColorRole.LeastSquares, Size = 10 },
                new LineLayer("axes", [-9, 10, double.NaN, 0, 0], [0, 0, double.NaN, -8, 8]) { Color = ColorRole.Ink, Width = 1, InLegend = false },
            ])
        {
            XAxis = new("first weight w₁") { Range = (-5, 10) },
            YAxis = new("second weight w₂") { Range = (-5.5, 5.5) },
            EqualAspect = true,
            Slider = new Slider("radius t", contacts.Select(c => new SliderStep(Numbers.Text(c.Radius), Moving(c)))) { Active = Array.IndexOf(Radii, 4.5) },
            Table = Table.From(contacts, ("t", c => c.Radius), ("λ", c => c.Contact.Lambda), ("w₁", c => c.Contact.Point[0]), ("w₂", c => c.Contact.Point[1]), ("loss", c => c.Contact.Level)),
        }.Draw();
    }

    /// <summary>All responses for which ridge or the lasso has a zero weight: lines and bands.</summary>
    /// <param name="x">Two samples, two features.</param>
    /// <param name="lambda">λ, for both.</param>
    public static Figure ZeroSetFigure(Matrix x, double lambda)
    {
        const double Far = 200;
        var (gram, back) = (x.TransposeThisAndMultiply(x), x.Transpose().Inverse());

        // The lasso has w_k = 0 where |x_kᵀ(y − x_j w_j)| ≤ λ with w_j = S(x_jᵀy, λ)/‖x_j‖²; a = x_jᵀy and b = x_kᵀy are the coordinates.
        IEnumerable<Vector> Band(int j, int k)
        {
            var slope = gram[j, k] / gram[j, j];
            (double A, double B)[] half = [(lambda, -lambda), (Far, slope * (Far - lambda) - lambda), (Far, slope * (Far - lambda) + lambda), (lambda, lambda)];
            return half.Concat(half.Select(c => (-c.A, -c.B))).Select(c => back * (j == 0 ? Of(c.Item1, c.Item2) : Of(c.Item2, c.Item1)));
        }

        // Ridge has w_k = 0 on the line (g_jj + λ)b = g_jk a.
        IEnumerable<Vector> Line(int j, int k) =>
            new[] { -Far, Far }.Select(a => (A: a, B: gram[j, k] / (gram[j, j] + lambda) * a)).Select(c => back * (j == 0 ? Of(c.A, c.B) : Of(c.B, c.A)));

        return new Chart("Where a weight is exactly zero",
            $"The plane of the responses (y₁, y₂) for λ = {Numbers.Text(lambda)}. Ridge has a zero weight on two straight lines through the origin, which have no area{(RidgePath.Fit(x, Of(12, 3)).At(lambda).Any(w => Math.Abs(w) < 1e-9) ? "; one of them passes through (12, 3)" : "")}. "
            + "The lasso has a zero weight on two bands, whose area is positive.",
            [
                new AreaLayer("lasso: w₂ = 0", Band(0, 1)) { Color = ColorRole.SkyBlue, Opacity = 0.45, Width = 0 },
                new AreaLayer("lasso: w₁ = 0", Band(1, 0)) { Color = ColorRole.Orange, Opacity = 0.45, Width = 0 },
                new LineLayer("ridge: w₂ = 0", Line(0, 1)) { Color = ColorRole.Blue },
                new LineLayer("ridge: w₁ = 0", Line(1, 0)) { Color = ColorRole.Vermillion, Dash = Dash.Dashed },
                new MarkerLayer("y = (12, 3)", 12, 3) { Color = ColorRole.Ink },
            ])
        {
            XAxis = new("first response y₁") { Range = (-15, 15) },
            YAxis = new("second response y₂") { Range = (-15, 15) },
            EqualAspect = true,
            Height = 480,
        }.Draw();
    }
}
