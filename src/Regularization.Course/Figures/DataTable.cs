namespace Regularization.Course;

/// <summary>The data table of a chart that brings none: the points of its layers, thinned out to what a person reads.</summary>
internal static class DataTable
{
    private const int RowsPerLayer = 25;

    public static Table Of(Chart chart)
    {
        var start = chart.Slider is { } slider ? chart.At(slider.Active) : chart;
        var rows = start.Layers.Where(l => l is not TextLayer).SelectMany(l => Thin([.. l.Points]).Select(p => (object?[])[l.Name, p.X, p.Y]));
        return new Table(["", Heading(chart.XAxis, "x"), Heading(chart.YAxis, "y")], rows);
    }

    /// <summary>About 25 points, evenly spaced, with the first and the last.</summary>
    private static IEnumerable<(object X, object Y)> Thin((object X, object Y)[] points)
    {
        var kept = points.Where(p => p is not (double.NaN, _) and not (_, double.NaN)).ToArray();
        var count = Math.Min(kept.Length, RowsPerLayer);
        return Enumerable.Range(0, count).Select(i => kept[count == 1 ? 0 : (int)((long)i * (kept.Length - 1) / (count - 1))]);
    }

    private static string Heading(Axis axis, string otherwise) => axis.Title.Length > 0 ? axis.Title : otherwise;
}
