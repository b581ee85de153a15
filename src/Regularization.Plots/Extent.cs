using Regularization.Course;
using Chart = Regularization.Course.Chart;

namespace Regularization.Plots;

/// <summary>From where to where an axis goes: its range, or else the data.</summary>
internal static class Extent
{
    public static (double Low, double High) Of(Chart chart, Axis axis, bool vertical)
    {
        if (axis.Range is { } range)
            return range;
        double[] values = [.. chart.Layers.SelectMany(l => l.Points).Select(p => vertical ? p.Y : p.X).OfType<double>().Where(v => double.IsFinite(v) && (!axis.Log || v > 0))];
        return values.Length == 0 ? (1, 1) : (values.Min(), values.Max());
    }
}
