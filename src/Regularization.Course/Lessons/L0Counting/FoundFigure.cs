namespace Regularization.Course;

public static partial class L0Counting
{
    /// <summary>The weights that a search found, and the ones that made the data.</summary>
    public static Figure FoundFigure(Vector found, Vector truth)
    {
        int[] real = [.. Enumerable.Range(0, truth.Count).Where(j => truth[j] != 0)];
        int[] kept = [.. Enumerable.Range(0, found.Count).Where(j => found[j] != 0)];
        var hits = kept.Intersect(real).Count();
        var reach = 1.35 * real.Concat(kept).Select(j => Math.Max(Math.Abs(found[j]), Math.Abs(truth[j]))).DefaultIfEmpty(1).Max();
        int[] all = [.. real.Union(kept).Order()];
        return new Chart(
            "The weights found and the true ones",
            $"Weights of {found.Count} features. {kept.Length} found weights are nonzero, {hits} of them at one of the {real.Length} features that matter: "
                + $"{string.Join(", ", all.Select(j => $"x{j + 1} found {Numbers.Text(found[j], 3)}, true {Numbers.Text(truth[j], 3)}"))}. All others are 0 in both.",
            new LineLayer("all other weights: 0", [0.5, found.Count + 0.5], [0, 0]) { Color = ColorRole.Muted, Width = 3 },
            new MarkerLayer("true weight", real.Select(j => j + 1.0), real.Select(j => truth[j])) { Color = ColorRole.LeastSquares, Symbol = MarkerSymbol.OpenCircle, Size = 15 },
            new MarkerLayer("found weight", kept.Select(j => j + 1.0), kept.Select(j => found[j])) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Diamond, Size = 9 })
        {
            XAxis = new Axis("number of the feature") { Range = (-10, found.Count + 10.0) },
            YAxis = new Axis("weight w") { Range = (-reach, reach) },
            Table = Table.From(all, ("feature", j => $"x{j + 1}"), ("found", j => Math.Round(found[j], 3)), ("true", j => truth[j])),
        }.Draw();
    }
}
