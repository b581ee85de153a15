namespace Regularization.Course;

/// <content>Normal cones, and the regions of centers that end at a corner.</content>
public static partial class L1Geometry
{
    /// <summary>The normal cone of the diamond at the solution, and <c>−∇J₀</c> in it, with a slider over the radius.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="radii">The radii t.</param>
    /// <param name="contacts">The first contact for each radius; all must be active.</param>
    public static Figure NormalConesFigure(EllipticalLoss loss, IReadOnlyList<double> radii, IReadOnlyList<FirstContact> contacts)
    {
        var steps = radii.Zip(contacts, (t, c) => new SliderStep(Numbers.Text(t), Cone(loss, t, c))).ToArray();
        var atVertex = contacts.Count(c => c.AtVertex);
        var first = -loss.Gradient(contacts[0].Point);
        return new Chart(
            "Normal cones",
            $"At the corner the normal cone is a quarter of the plane, and −∇J₀ = {Pair(first)} at t = {Numbers.Text(radii[0])} lies in it; {atVertex} of the {radii.Count} radii end at the corner. "
            + $"On the edge, t = {Numbers.Text(radii[^1])}, the cone is one ray and −∇J₀ = {Pair(-loss.Gradient(contacts[^1].Point))} lies on it.",
            steps[0].Layers)
        { XAxis = new Axis("w₁") { Range = (-5.4, 3.4) }, YAxis = new Axis("w₂") { Range = (-1.5, 5.3) }, EqualAspect = true, Height = 480, Slider = new Slider("radius t", steps) }.Draw();
    }

    private static Layer[] Cone(EllipticalLoss loss, double t, FirstContact contact)
    {
        const double Length = 2, Scale = 0.3;   // how far the cone is drawn; gradients are too long for the picture
        var w = contact.Point;
        var down = -loss.Gradient(w);
        var corners = NormalCone.OfL1Ball(w, t).Rays.Select(r => w + Length * r).ToArray();
        return
        [
            Diamond(t),
            new AreaLayer("normal cone", [w, .. corners, w]) { Color = ColorRole.Purple, Opacity = 0.35 },
            Ellipse(loss, contact.Level),
            new ArrowLayer("−∇J₀ (shortened)", (w[0], w[1], w[0] + Scale * down[0], w[1] + Scale * down[1])),
            new MarkerLayer("solution", w[0], w[1]) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Diamond, Size = 12 },
            new TextLayer("label", [-5.3, -5.3], [5, 4.5], [$"−∇J₀ = {Pair(down)}:", contact.AtVertex ? "in the cone of the corner" : "on the ray of the edge"])
            { Position = TextPosition.Right, Size = 14 },
        ];
    }

    /// <summary>The centers on a circle that end at a corner, and those that end on an edge, for t = 1.</summary>
    /// <param name="ratio">R/t.</param>
    public static Figure CornerRegionsFigure(double ratio)
    {
        const int Centers = 208;
        var size = ratio + 0.6;
        var circle = NormBall.Boundary(2, ratio, 120);
        var directions = Enumerable.Range(0, Centers).Select(i => 2 * Math.PI * (i + 0.5) / Centers);
        var centers = directions.Select(a => Vector.Build.Dense([ratio * Math.Cos(a), ratio * Math.Sin(a)])).ToArray();
        var toCorner = centers.Where(z => Norms.L0(new L1Ball(1).Project(z)) == 1).ToArray();
        var regions = new (double X, double Y)[] { (1, 0), (0, 1), (-1, 0), (0, -1) }.Select((v, i) =>
        {
            var vertex = Vector.Build.Dense([v.X, v.Y]);
            var rays = NormalCone.OfL1Ball(vertex, 1).Rays;
            return new AreaLayer(i == 0 ? "centers of a corner" : $"centers of corner {i + 1}", [vertex, .. rays.Select(r => vertex + (size - 1) * r)])
            { Color = ColorRole.Purple, Opacity = 0.25, Width = 1, InLegend = i == 0 };
        });

        return new Chart(
            $"Centers of corners, R/t = {Numbers.Text(ratio)}",
            $"A circle of centers around the diamond. Four wedges with their tips on the corners hold the centers that end at a corner: "
            + $"{Numbers.Text(CornerProbability.InPlane(ratio), 4)} of the circle. The four strips between them end on edges. Of {Centers} equally spaced centers {toCorner.Length} end at a corner.",
            [
                .. regions,
                Diamond(1),
                new LineLayer("circle of radius R", circle.X, circle.Y) { Color = ColorRole.Muted, Dash = Dash.Dotted },
                new MarkerLayer("center that ends at a corner", toCorner) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Diamond, Size = 6 },
                new MarkerLayer("center that ends on an edge", centers.Except(toCorner)) { Color = ColorRole.Blue, Symbol = MarkerSymbol.OpenCircle, Size = 6 },
            ])
        { XAxis = new Axis("z₁") { Range = (-size, size) }, YAxis = new Axis("z₂") { Range = (-size, size) }, EqualAspect = true, Height = 480 }.Draw();
    }
}
