namespace Regularization.Course;

public static partial class PenaltyConstraint
{
    /// <summary>A walk around the circle: the slope of the loss along the way, zero where the gradient is parallel to the radius.</summary>
    /// <param name="center">The least-squares solution c of the loss ½‖w − c‖².</param>
    /// <param name="radius">t.</param>
    public static Figure WalkFigure(Vector center, double radius)
    {
        var degrees = Steps(-180, 180, 181);
        double Loss(double degree) => (At(degree, radius) - center).PointwisePower(2).Sum() / 2;
        var (lowest, highest) = (degrees.MinBy(Loss), degrees.MaxBy(Loss));
        var exact = Math.Atan2(center[1], center[0]) * 180 / Math.PI;
        return new Chart("The loss on the circle",
            $"The loss ½‖w − c‖² along the circle of radius {Numbers.Text(radius)}, over the direction in degrees. It is lowest near {Numbers.Text(lowest, 3)}°, toward c, where it is {Numbers.Text(Loss(exact), 4)}, "
            + $"and highest opposite, near {Numbers.Text(highest, 3)}°, where it is {Numbers.Text(Loss(exact - 180), 5)}. At both the curve is level.",
            new LineLayer("loss", degrees, degrees.Select(Loss)) { Color = ColorRole.Loss, Width = 3 },
            new MarkerLayer("lowest, λ > 0", exact, Loss(exact)) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 15 },
            new MarkerLayer("highest, λ < 0", exact - 180, Loss(exact - 180)) { Color = ColorRole.Ink, Size = 10 })
        {
            XAxis = new("direction φ in degrees"),
            YAxis = new("loss J₀"),
            Table = Table.From(degrees.Where((_, i) => i % 15 == 0), ("φ", d => d), ("loss", d => Loss(d))),
        }.Draw();
    }

    /// <summary>The disc, the touching contour, and the two arrows −∇J₀ and λw; the slider is the radius.</summary>
    /// <param name="center">The least-squares solution c of the loss ½‖w − c‖².</param>
    public static Figure MultiplierFigure(Vector center)
    {
        double[] radii = [0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6];
        var loss = new EllipticalLoss(Matrix.Build.DenseIdentity(2), center);
        var contacts = radii.Select(t => (Radius: t, Contact: FirstContact.Find(loss, 2, t))).ToArray();
        Layer[] Moving((double Radius, FirstContact Contact) c)
        {
            var (disc, w) = (NormBall.Boundary(2, c.Radius), c.Contact.Point);
            var contour = c.Contact.Level > 0 ? loss.Contour(c.Contact.Level) : new Curve([center[0]], [center[1]]);
            return
            [
                new AreaLayer("disc ‖w‖ ≤ t", disc.X, disc.Y) { Color = ColorRole.Penalty },
                new LineLayer("touching contour", contour.X, contour.Y) { Color = ColorRole.Loss },
                new ArrowLayer("−∇J₀ = λw", c.Contact.Active ? [(w[0], w[1], center[0], center[1])] : []),
                new MarkerLayer("solution", [w]) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 15 },
                new TextLayer("multiplier", -6, 6.4, c.Contact.Active ? $"λ = {Numbers.Text(c.Contact.Lambda, 3)}" : "λ = 0: the disc holds nothing back") { Position = TextPosition.Right },
            ];
        }

        var shown = contacts.Single(c => c.Radius == 2.5);
        return new Chart("The multiplier",
            $"Contours of the loss are circles around c = {Show(center)}. In the disc of radius 2.5 the best point is {Show(shown.Contact.Point)}; the arrow −∇J₀ points from it to c, straight out of the disc, and is "
            + $"{Numbers.Text(shown.Contact.Lambda)} times w. The multiplier falls from {Numbers.Text(contacts[0].Contact.Lambda)} at radius 0.5 to 0 at radius {Numbers.Text(center.L2Norm())}, and stays 0 for larger discs.",
            [
                .. Moving(shown),
                new MarkerLayer("c, the minimum of J₀", [center]) { Color = ColorRole.LeastSquares, Size = 10 },
                new LineLayer("axes", [-7, 8, double.NaN, 0, 0], [0, 0, double.NaN, -7, 8]) { Color = ColorRole.Ink, Width = 1, InLegend = false },
            ])
        {
            XAxis = new("first weight w₁") { Range = (-6.5, 7.5) },
            YAxis = new("second weight w₂") { Range = (-6.5, 7.5) },
            EqualAspect = true,
            Height = 460,
            Slider = new Slider("radius t", contacts.Select(c => new SliderStep(Numbers.Text(c.Radius), Moving(c)))) { Active = Array.IndexOf(radii, 2.5) },
            Table = Table.From(contacts, ("t", c => c.Radius), ("λ", c => c.Contact.Lambda), ("w₁", c => c.Contact.Point[0]), ("w₂", c => c.Contact.Point[1]), ("loss", c => c.Contact.Level)),
        }.Draw();
    }

    /// <summary>The best loss for every radius, and the line of slope −λ that touches it from below; the slider is λ.</summary>
    /// <param name="path">The lasso path.</param>
    /// <param name="loss">½‖y − Xw‖².</param>
    public static Figure ValueFigure(LassoPath path, LeastSquares loss)
    {
        double[] strengths = [949.435, 800, 600, 400, 316.07, 200, 100, 50, 20, 0];
        var full = path.End.L1Norm;
        var radii = Steps(0, 1.15 * full, 231);
        var (low, high) = (BestLoss(path, loss, full), BestLoss(path, loss, 0));
        LineLayer Touching(double lambda)
        {
            var t = path.Radius(lambda);
            var value = BestLoss(path, loss, t);
            return new LineLayer("line of slope −λ", [0, 1.15 * full], [value + lambda * t, value - lambda * (1.15 * full - t)]) { Color = ColorRole.Penalty, Dash = Dash.Dashed };
        }

        MarkerLayer Contact(double lambda) => new("solution", path.Radius(lambda), BestLoss(path, loss, path.Radius(lambda))) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 15 };
        return new Chart("The best loss for every radius",
            $"V(t), the smallest ½RSS with ‖w‖₁ ≤ t on the diabetes data: a curve that bends upward, from {Numbers.Text(high, 7)} at t = 0 to {Numbers.Text(low, 6)} at t = {Numbers.Text(full, 6)}, and level from there on. "
            + $"Its slope at t is −λ: a line of slope −316.07 touches it from below at t = {Numbers.Text(path.Radius(316.07), 5)}.",
            new LineLayer("V(t)", radii, radii.Select(t => BestLoss(path, loss, t))) { Color = ColorRole.Loss, Width = 3 },
            Touching(316.07), Contact(316.07))
        {
            XAxis = new("radius t"),
            YAxis = new("smallest ½RSS") { Range = (0.9 * low, 1.05 * high), TickFormat = "~s" },
            Slider = new Slider("λ", strengths.Select(l => new SliderStep(Numbers.Text(l), Touching(l), Contact(l)))) { Active = 4 },
            Table = Table.From(strengths, ("λ", l => l), ("t", l => path.Radius(l)), ("V(t)", l => BestLoss(path, loss, path.Radius(l)))),
        }.Draw();
    }

    /// <summary>The map between λ and t on the lasso path: straight pieces between the knots.</summary>
    /// <param name="path">The lasso path.</param>
    public static Figure MapFigure(LassoPath path)
    {
        LassoKnot[] points = [.. path.Knots, path.End];
        return new Chart("From t to λ and back",
            $"The multiplier λ over the radius t on the lasso path: {points.Length - 1} straight pieces, steep at first and flat at the end, from λ = {Numbers.Text(path.LambdaMax)} at t = 0 to λ = 0 at t = {Numbers.Text(path.End.L1Norm)}. "
            + $"Every λ above {Numbers.Text(path.LambdaMax)} has t = 0, every t beyond {Numbers.Text(path.End.L1Norm)} has λ = 0.",
            new LineLayer("λ(t)", [.. points.Select(k => k.L1Norm), 1.15 * path.End.L1Norm], [.. points.Select(k => k.Lambda), 0]) { Color = ColorRole.Solution, Width = 3 },
            new LineLayer("t = 0 for all larger λ", [0, 0], [path.LambdaMax, 1.15 * path.LambdaMax]) { Color = ColorRole.Solution, Width = 3, Dash = Dash.Dotted },
            new MarkerLayer("knots", points.Select(k => k.L1Norm), points.Select(k => k.Lambda)) { Color = ColorRole.Ink })
        {
            XAxis = new("radius t"),
            YAxis = new("multiplier λ") { Range = (-20, 1.15 * path.LambdaMax) },
            Table = Table.From(points, ("t", k => k.L1Norm), ("λ", k => k.Lambda)),
        }.Draw();
    }

    /// <summary>The best loss for every size, the hull, and the line that touches it; the slider is λ.</summary>
    /// <param name="subsets">The best subset of every size.</param>
    public static Figure HullFigure(BestSubset subsets)
    {
        double[] strengths = [500_000, 200_000, 100_000, 50_000, 25_000, 19_000, 18_500, 15_000, 5_000, 2_000, 500];
        double Loss(int k) => subsets.Sizes[k].Rss / 2;
        double[] sizes = [.. subsets.Sizes.Select(s => (double)s.Size)];
        int[] hull = [.. subsets.OptimalSizes.Select(s => s.Size)];
        int[] missing = [.. Enumerable.Range(0, sizes.Length).Except(hull)];
        Layer[] Moving(double lambda)
        {
            var best = subsets.At(lambda);
            var value = Loss(best.Size) + lambda * best.Size;
            return
            [
                new LineLayer("line of slope −λ", [-1, 11], [value + lambda, value - 11 * lambda]) { Color = ColorRole.Penalty, Dash = Dash.Dashed },
                new MarkerLayer("optimal size", best.Size, Loss(best.Size)) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 16 },
            ];
        }

        return new Chart("The best loss for every size",
            $"Half the smallest RSS for k = 0 to {sizes.Length - 1} features of the diabetes data, from {Numbers.Text(Loss(0), 7)} to {Numbers.Text(Loss(sizes.Length - 1), 6)}. Lines of slope −λ touch the points from below at k = {string.Join(", ", hull)}; "
            + $"k = {string.Join(", ", missing)} lies above the hull of its neighbors and is touched by none.",
            [
                new LineLayer("hull", hull.Select(k => (double)k), hull.Select(Loss)) { Color = ColorRole.Muted },
                .. Moving(25_000),
                new MarkerLayer("best loss", sizes, sizes.Select(k => Loss((int)k))) { Color = ColorRole.Loss },
            ])
        {
            XAxis = new("number of features k") { Range = (-0.4, 10.4) },
            YAxis = new("smallest ½RSS") { Range = (0.95 * Loss(10), 0.76 * Loss(0)), TickFormat = "~s" },
            Height = 400,
            Slider = new Slider("λ", strengths.Select(l => new SliderStep(Numbers.Text(l), Moving(l)))) { Active = 4 },
            Table = Table.From(subsets.Sizes, ("k", s => s.Size), ("½RSS", s => s.Rss / 2), ("touched by a line", s => hull.Contains(s.Size))),
        }.Draw();
    }

    private static Vector At(double degree, double radius) => Of(radius * Math.Cos(degree * Math.PI / 180), radius * Math.Sin(degree * Math.PI / 180));

    private static string Show(Vector w) => $"({string.Join(", ", w.Select(v => Numbers.Text(v, 4)))})";
}
