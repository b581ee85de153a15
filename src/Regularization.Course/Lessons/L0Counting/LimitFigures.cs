namespace Regularization.Course;

public static partial class L0Counting
{
    /// <summary>What one weight costs, <c>|w|^p</c>, for p from 2 down to 0.</summary>
    public static Figure PowerFigure()
    {
        // Cubes crowd around 0, where the curves are steep.
        double[] w = [.. Enumerable.Range(-50, 101).Select(i => 1.5 * Math.Pow(i / 50.0, 3))];
        double[] powers = [2, 1, 0.5, 0.1];
        var curves = powers.Select((p, i) => new LineLayer(Line($"p = {p}"), w, w.Select(v => Cost(v, p)))
        {
            Color = Palette.Series(i).Color,
            Dash = i % 2 == 0 ? Dash.Solid : Dash.Dashed,
        });
        return new Chart(
            "What one weight costs",
            $"The cost |w|^p of one weight for p = 2, 1, 0.5 and 0.1. At w = 0 all are 0 and at w = 1 all are 1; at w = 0.1 they are {string.Join(", ", powers.Select(p => Numbers.Text(Cost(0.1, p), 2)))}. "
                + "The smaller p, the closer to the count, which is 0 at w = 0 and 1 everywhere else.",
            [
                .. curves,
                new LineLayer("the count (p = 0)", [w[0], -0.025, double.NaN, 0.025, w[^1]], [1, 1, double.NaN, 1, 1]) { Color = ColorRole.Ink, Width = 3 },
                new MarkerLayer("the count at w = 0", 0, 0) { Color = ColorRole.Ink, Size = 10, InLegend = false },
                new MarkerLayer("not the count at w = 0", 0, 1) { Color = ColorRole.Ink, Size = 10, Symbol = MarkerSymbol.OpenCircle, InLegend = false },
            ])
        {
            XAxis = new Axis("weight w") { Range = (w[0], w[^1]) },
            YAxis = new Axis("cost |w|ᵖ") { Range = (-0.1, 2) },
            Table = Table.From([-1.5, -1, -0.5, -0.1, 0, 0.1, 0.5, 1, 1.5], [("w", (Func<double, object?>)(v => v)), .. powers.Select(p => (Line($"p = {p}"), (Func<double, object?>)(v => Cost(v, p)))), ("count", v => Cost(v, 0))]),
        }.Draw();
    }

    /// <summary>The sets <c>Σ|w_j|^p ≤ 1</c> in the plane, with a slider for p.</summary>
    public static Figure BallsFigure()
    {
        double[] powers = [2, 1.5, 1, 0.75, 0.5, 0.35, 0.25, 0.15];
        var diagonals = powers.Select(p => Math.Pow(2, -1 / p)).ToArray();
        return new Chart(
            "From the disk to the axes",
            $"The set of (w₁, w₂) with |w₁|^p + |w₂|^p ≤ 1, for p from {Numbers.Text(powers[0])} to {Numbers.Text(powers[^1])}. On the diagonal w₁ = w₂ it reaches "
                + $"{string.Join(", ", powers.Select((p, i) => $"{Numbers.Text(diagonals[i], 2)} at p = {Numbers.Text(p)}"))}: a disk, a diamond at p = 1, then a star that shrinks to the axes from −1 to 1.",
            Ball(powers[0]),
            new LineLayer("at most one nonzero weight", [-1, 1, double.NaN, 0, 0], [0, 0, double.NaN, -1, 1]) { Color = ColorRole.Ink, Width = 3, Dash = Dash.Dotted })
        {
            XAxis = new Axis("weight w₁") { Range = (-1.15, 1.15) },
            YAxis = new Axis("weight w₂") { Range = (-1.15, 1.15) },
            EqualAspect = true,
            Slider = new Slider("p", powers.Select(p => new SliderStep(Numbers.Text(p), Ball(p)))),
            Table = Table.From(powers.Zip(diagonals), ("p", q => q.First), ("reach along the diagonal, w₁ = w₂", q => q.Second)),
        }.Draw();

        static AreaLayer Ball(double p)
        {
            var boundary = NormBall.Boundary(p, 1, 96);
            return new AreaLayer("Σ|wⱼ|^p ≤ 1", boundary.X, boundary.Y) { Color = ColorRole.Penalty };
        }
    }

    private static double Cost(double w, double p) => w == 0 ? 0 : Math.Pow(Math.Abs(w), p);
}
