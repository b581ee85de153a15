namespace Regularization.Course;

public static partial class L0Counting
{
    /// <summary>The best subset found and the bound, over the nodes visited: the proof is complete where the two meet.</summary>
    /// <param name="stops">The same search, stopped after more and more nodes.</param>
    public static Figure ProofFigure(IReadOnlyList<SubsetPoint> stops)
    {
        ArgumentNullException.ThrowIfNull(stops);
        double[] nodes = [.. stops.Select(s => (double)s.Nodes)];
        var (first, last) = (stops[0], stops[^1]);
        return new Chart("A proof closes",
            $"The objective of the best subset found and the bound below which no subset can be, over the number of nodes visited, on a logarithmic axis. The objective is {Numbers.Text(first.Objective, 4)} after {first.Nodes} nodes and "
            + $"{Numbers.Text(last.Objective, 4)} at the end. The bound rises from {Numbers.Text(first.Bound, 4)} and meets it after {last.Nodes} nodes.",
            new BandLayer("what is not yet known", nodes, stops.Select(s => s.Bound), stops.Select(s => s.Objective)) { Color = ColorRole.SkyBlue, Opacity = 0.25 },
            new LineLayer("best found", nodes, stops.Select(s => s.Objective)) { Color = ColorRole.Solution, Width = 3, Markers = true },
            new LineLayer("bound: nothing is below", nodes, stops.Select(s => s.Bound)) { Color = ColorRole.Penalty, Width = 3, Markers = true })
        {
            XAxis = new Axis("nodes visited") { Log = true },
            YAxis = new Axis("objective"),
            Table = Table.From(stops, ("nodes", s => s.Nodes), ("best found", s => s.Objective), ("bound", s => s.Bound), ("gap in percent", s => 100 * s.RelativeGap)),
        }.Draw();
    }
}
