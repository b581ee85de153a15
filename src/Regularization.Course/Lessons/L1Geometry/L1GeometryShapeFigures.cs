namespace Regularization.Course;

public static partial class L1Geometry
{
    /// <summary>The point of the ball <c>‖w‖_p ≤ t</c> with the smallest loss, for a center outside the ball: the best of many points of its boundary, those on the axes among them.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="p">p &gt; 0.</param>
    /// <param name="radius">t &gt; 0.</param>
    public static Vector Touching(EllipticalLoss loss, double p, double radius)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var boundary = NormBall.Boundary(p, radius, 4096);
        return boundary.X.Zip(boundary.Y, (x, y) => Vector.Build.Dense([x, y])).MinBy(loss.Value)!;
    }

    /// <summary>Balls for many p, with the contour that touches each; the slider is p.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="radius">t.</param>
    public static Figure PowersFigure(EllipticalLoss loss, double radius)
    {
        ArgumentNullException.ThrowIfNull(loss);
        double[] powers = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 4, double.PositiveInfinity];
        string Name(double p) => double.IsInfinity(p) ? "∞" : Numbers.Text(p);
        Layer[] Moving(double p)
        {
            var (ball, w) = (NormBall.Boundary(p, radius, 160), Touching(loss, p, radius));
            var contour = loss.Contour(loss.Value(w));
            return
            [
                new AreaLayer("ball", ball.X, ball.Y) { Color = ColorRole.Penalty },
                new LineLayer("touching contour", contour.X, contour.Y) { Color = ColorRole.Loss },
                new MarkerLayer("solution", [w]) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 15 },
                new TextLayer("verdict", -2.3, 4.4, $"{(p < 1 ? "not convex" : "convex")}, {(w[0] == 0 ? "w₁ = 0" : $"w₁ = {Numbers.Text(w[0], 2)}")}") { Position = TextPosition.Right },
            ];
        }

        var zeros = powers.Where(p => Touching(loss, p, radius)[0] == 0).ToArray();
        return new Chart("Balls for every p",
            $"The balls ‖w‖_p ≤ {Numbers.Text(radius)} for p from 0.25 to infinity, each with the contour of the loss that touches it. For p = {string.Join(", ", zeros.Select(Name))} the solution has first weight zero; for the larger p it has not. "
            + "The balls with p below 1 are stars, not convex; p = 1 is the only one that is convex and has corners on the axes.",
            [
                .. Moving(1),
                new MarkerLayer("center of the loss", [loss.Center]) { Color = ColorRole.LeastSquares, Size = 10 },
                new LineLayer("axes", [-2.5, 4, double.NaN, 0, 0], [0, 0, double.NaN, -2.5, 5]) { Color = ColorRole.Ink, Width = 1, InLegend = false },
            ])
        {
            XAxis = new("first weight w₁") { Range = (-2.5, 3.5) },
            YAxis = new("second weight w₂") { Range = (-2, 4.8) },
            EqualAspect = true,
            Height = 460,
            Slider = new Slider("p", powers.Select(p => new SliderStep(Name(p), Moving(p)))) { Active = Array.IndexOf(powers, 1) },
            Table = Table.From(powers, ("p", p => Name(p)), ("w₁", p => Touching(loss, p, radius)[0]), ("w₂", p => Touching(loss, p, radius)[1])),
        }.Draw();
    }

    /// <summary>The octahedron ‖w‖₁ ≤ 1 in three dimensions, seen from a turning direction, with a vertex, a point of an edge and one of a face.</summary>
    public static Figure OctahedronFigure()
    {
        // From all of these directions the marked vertex, edge and face are in front.
        int[] angles = [-35, -25, -15, -5, 5, 15, 25, 35, 45, 55];
        const int Shown = 15;
        return new Chart("The L1 ball in three dimensions",
            "The octahedron ‖w‖₁ ≤ 1 in a parallel projection, hidden edges dashed; the slider turns it. It has 6 vertices on the axes, where two weights are zero, 12 edges, where one is, and 8 faces, where none is. "
            + "One of each kind is marked, on the side that faces us.",
            [.. Octahedron(Shown)])
        {
            XAxis = new("") { Range = (-1.5, 1.5), ShowTicks = false },
            YAxis = new("") { Range = (-1.4, 1.4), ShowTicks = false },
            EqualAspect = true,
            Height = 420,
            Slider = new Slider("turned by, in degrees", angles.Select(a => new SliderStep(Numbers.Text(a), Octahedron(a)))) { Active = Array.IndexOf(angles, Shown) },
            Table = Table.From([(Kind: "vertex", Nonzeros: 1, Count: 6), (Kind: "edge", Nonzeros: 2, Count: 12), (Kind: "face", Nonzeros: 3, Count: 8)], ("kind", k => k.Kind), ("nonzero weights", k => k.Nonzeros), ("how many", k => k.Count)),
        }.Draw();
    }

    /// <summary>The solution moves along its path while the diamond shrinks; the slider is the radius.</summary>
    /// <param name="loss">The loss.</param>
    public static Figure MovieFigure(EllipticalLoss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        double[] radii = [.. Enumerable.Range(0, 21).Select(i => 4.4 - 0.2 * i)];
        var contacts = radii.Select(t => FirstContact.Find(loss, 1, t)).ToArray();
        Layer[] Moving(int step)
        {
            var (diamond, w) = (NormBall.Boundary(1, radii[step], 8), contacts[step].Point);
            var contour = contacts[step].Level > 1e-9 ? loss.Contour(contacts[step].Level) : new Curve([w[0]], [w[1]]);
            return
            [
                new AreaLayer("diamond ‖w‖₁ ≤ t", diamond.X, diamond.Y) { Color = ColorRole.Penalty },
                new LineLayer("touching contour", contour.X, contour.Y) { Color = ColorRole.Loss },
                new LineLayer("path so far", contacts.Take(step + 1).Select(c => c.Point)) { Color = ColorRole.Ink, Width = 3 },
                new MarkerLayer("solution", [w]) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 15 },
                new TextLayer("numbers", -2.3, 4.4, $"t = {Numbers.Text(radii[step], 2)}, λ = {Numbers.Text(contacts[step].Active ? contacts[step].Lambda : 0, 3)}{(w[0] == 0 ? ", w₁ = 0" : "")}") { Position = TextPosition.Right },
            ];
        }

        var zero = Array.FindIndex(contacts, c => c.Point[0] == 0);
        return new Chart("The path, as a film",
            $"The diamond shrinks from t = {Numbers.Text(radii[0])} to {Numbers.Text(radii[^1], 2)}, and the solution draws its path: it rests at least squares while the diamond contains it, walks along straight lines, reaches the axis w₁ = 0 at t = {Numbers.Text(radii[zero], 2)} "
            + "and from there stays on it, down to the origin.",
            [
                .. Moving(6),
                new MarkerLayer("least squares", [loss.Center]) { Color = ColorRole.LeastSquares, Size = 10 },
                new LineLayer("axes", [-2.5, 4, double.NaN, 0, 0], [0, 0, double.NaN, -2.5, 5]) { Color = ColorRole.Ink, Width = 1, InLegend = false },
            ])
        {
            XAxis = new("first weight w₁") { Range = (-2.5, 3.5) },
            YAxis = new("second weight w₂") { Range = (-2, 4.8) },
            EqualAspect = true,
            Height = 460,
            Slider = new Slider("radius t", radii.Select((t, i) => new SliderStep(Numbers.Text(t, 2), Moving(i)))) { Active = 6 },
            Table = Table.From(Enumerable.Range(0, radii.Length), ("t", i => Math.Round(radii[i], 1)), ("λ", i => contacts[i].Active ? contacts[i].Lambda : 0), ("w₁", i => contacts[i].Point[0]), ("w₂", i => contacts[i].Point[1])),
        }.Draw();
    }

    // A turn about the vertical axis and a tilt by 20 degrees. A face is seen if its normal, its sign pattern, points to us; an edge if one of its two faces is.
    private static Layer[] Octahedron(int degrees)
    {
        var (turn, tilt) = (degrees * Math.PI / 180, Math.PI / 9);
        double[] toward = [-Math.Sin(turn) * Math.Cos(tilt), -Math.Cos(turn) * Math.Cos(tilt), Math.Sin(tilt)];
        (double X, double Y) Project(double a, double b, double c) => (a * Math.Cos(turn) - b * Math.Sin(turn), c * Math.Cos(tilt) + (a * Math.Sin(turn) + b * Math.Cos(turn)) * Math.Sin(tilt));
        List<double> seenX = [], seenY = [], hiddenX = [], hiddenY = [];
        for (var i = 0; i < 3; i++)
        {
            var (j, k) = ((i + 1) % 3, (i + 2) % 3);
            foreach (var (s, t) in new[] { (1, 1), (1, -1), (-1, 1), (-1, -1) })
            {
                var seen = new[] { 1, -1 }.Any(third => s * toward[i] + t * toward[j] + third * toward[k] > 1e-9);
                double[] from = new double[3], to = new double[3];
                (from[i], to[j]) = (s, t);
                var (a, b) = (Project(from[0], from[1], from[2]), Project(to[0], to[1], to[2]));
                (seen ? seenX : hiddenX).AddRange([a.X, b.X, double.NaN]);
                (seen ? seenY : hiddenY).AddRange([a.Y, b.Y, double.NaN]);
            }
        }

        var (vertex, edge, face) = (Project(0, 0, 1), Project(0.5, -0.5, 0), Project(1 / 3.0, -1 / 3.0, 1 / 3.0));
        var faces = new[] { Project(1, 0, 0), Project(0, -1, 0), Project(0, 0, 1) };
        var ends = new[] { Project(1.3, 0, 0), Project(0, 1.3, 0), Project(0, 0, 1.3) };
        return
        [
            new LineLayer("axes", ends.SelectMany(e => new[] { 0, e.X, double.NaN }), ends.SelectMany(e => new[] { 0, e.Y, double.NaN })) { Color = ColorRole.Muted, Width = 1, InLegend = false },
            new AreaLayer("the marked face", [faces[0].X, faces[1].X, faces[2].X, faces[0].X], [faces[0].Y, faces[1].Y, faces[2].Y, faces[0].Y]) { Color = ColorRole.Green, Opacity = 0.3, Width = 0 },
            new LineLayer("hidden edges", hiddenX, hiddenY) { Color = ColorRole.Muted, Dash = Dash.Dashed },
            new LineLayer("edges", seenX, seenY) { Color = ColorRole.Penalty, Width = 3 },
            new TextLayer("names of the axes", ends.Select(e => e.X), ends.Select(e => e.Y), ["w₁", "w₂", "w₃"]),
            new MarkerLayer("vertex: one nonzero", vertex.X, vertex.Y) { Color = ColorRole.Solution, Size = 12 },
            new MarkerLayer("edge: two", edge.X, edge.Y) { Color = ColorRole.Blue, Symbol = MarkerSymbol.Diamond, Size = 12 },
            new MarkerLayer("face: three", face.X, face.Y) { Color = ColorRole.Green, Symbol = MarkerSymbol.OpenCircle, Size = 12 },
        ];
    }
}
