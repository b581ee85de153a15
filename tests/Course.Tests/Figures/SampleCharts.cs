using Regularization.Course;

namespace CourseTests.Figures;

/// <summary>One chart with every kind of layer, and one with a slider.</summary>
internal static class SampleCharts
{
    private static readonly double[] Grid = [-1, 0, 1];

    public static Chart Everything() => new("Everything", "Nine kinds of layers.",
        new HeatLayer("heat", Grid, Grid, (x, y) => x * y) { Diverging = true, Range = (-1, 1) },
        new ContourLayer("contours", Grid, Grid, (x, y) => (x * x) + (2 * y * y)) { Levels = (0.5, 2.5, 0.5) },
        new AreaLayer("area", [1, 0, -1, 0], [0, 1, 0, -1]) { Color = ColorRole.Penalty },
        new BandLayer("band", [0, 1], [0, 0.5], [1, 1.5]),
        new LineLayer("line", Enumerable.Range(0, 200).Select(i => i / 100.0), Enumerable.Range(0, 200).Select(i => Math.Sin(i / 30.0))) { Dash = Dash.Dashed, Markers = true },
        new MarkerLayer("point <b>", 0.1234567891, -1e-9) { Hover = ["a & b"] },
        new ErrorBarLayer("errors", [1], [2], [1.5], [3]),
        new ArrowLayer("arrows", (0, 0, 1, 1), (0, 0, -1, 1)),
        new TextLayer("text", 0, 0, "corner") { Position = TextPosition.Right })
    {
        Subtitle = "below",
        XAxis = new Axis("w₁") { Range = (-2, 2), TickFormat = ".1f" },
        YAxis = new Axis("w₂") { Ticks = [(0, "zero")] },
        EqualAspect = true,
    };

    public static Chart Bars() => new("Bars", "RSS falls.", new BarLayer("RSS", ["k=0", "k=1"], [2621009.1, 1719581.8]));

    public static Chart Moving(int active = 1) => new("Moving", "A point moves along a line that stays.",
        new LineLayer("line", [0, 2], [0, 2]), new MarkerLayer("point", 0, 0), new TextLayer("label", 0, 0, "start"))
    {
        Slider = new Slider("t", Steps()) { Active = active },
    };

    private static IEnumerable<SliderStep> Steps() =>
        from t in new[] { 0.0, 1.0, 2.0 }
        select new SliderStep(Numbers.Text(t), new MarkerLayer("point", t, t), new TextLayer("label", t, t, $"at {Numbers.Text(t)}"));
}
