namespace Regularization.Course;

public static partial class L0Counting
{
    private static readonly int[] Zoom = [2, 3, 4, 5, 6, 7];

    /// <summary>The smallest RSS of every size.</summary>
    public static Figure SubsetFigure(BestSubset subsets, IReadOnlyList<string> names)
    {
        var sizes = subsets.Sizes;
        string Columns(SubsetFit fit) => fit.Size == 0 ? "none" : string.Join(", ", fit.Support.Select(j => names[j]));
        return new Chart(
            "The best model of every size",
            $"The smallest RSS falls from {Numbers.Text(sizes[0].Rss, 3)} with no feature to {Numbers.Text(sizes[1].Rss, 3)} with one ({Columns(sizes[1])}), "
                + $"{Numbers.Text(sizes[2].Rss, 3)} with two ({Columns(sizes[2])}), and {Numbers.Text(sizes[^1].Rss, 3)} with all {sizes.Count - 1}. From k = {sizes.Count / 2} on it falls by only {Numbers.Text(100 * (sizes[sizes.Count / 2].Rss - sizes[^1].Rss) / sizes[0].Rss, 2)} % of the value at k = 0.",
            new LineLayer("smallest RSS", sizes.Select(fit => (double)fit.Size), sizes.Select(fit => fit.Rss))
            {
                Markers = true,
                Color = ColorRole.Loss,
                Hover = [.. sizes.Select(fit => $"k = {fit.Size}: {Columns(fit)}")],
            })
        {
            XAxis = new Axis("size k = ‖w‖₀") { Ticks = [.. sizes.Select(fit => ((double)fit.Size, $"{fit.Size}"))] },
            YAxis = new Axis("smallest RSS = ‖y − Xw‖²") { Range = (0, 1.05 * sizes[0].Rss) },
            Table = Table.From(sizes, ("k", fit => fit.Size), ("RSS", fit => Math.Round(fit.Rss, 1)), ("features", Columns)),
        }.Draw();
    }

    /// <summary>The points (k, ½RSS_k), the band stretched under them, and the line of slope −λ that touches it; a slider moves λ.</summary>
    public static Figure HullFigure(BestSubset subsets)
    {
        var onBand = subsets.OptimalSizes.Select(range => range.Size).Where(Zoom.Contains).ToArray();
        int[] offBand = [.. Zoom.Except(onBand)];
        double Half(int k) => subsets.Sizes[k].Rss / 2;
        double[] lambdas = [32000, .. Prices(subsets).Where(price => price is > 5000 and < 30000), 22000, 12000, 5000];
        lambdas = [.. lambdas.Order()];

        LineLayer Touching(double lambda)
        {
            var best = subsets.At(lambda);
            var cost = best.Rss / 2 + lambda * best.Size;
            return new LineLayer("equal cost, slope −λ", [1.5, 7.5], [cost - lambda * 1.5, cost - lambda * 7.5]) { Color = ColorRole.Penalty, Width = 3 };
        }

        MarkerLayer Chosen(double lambda)
        {
            var touched = onBand.Where(k => Touches(subsets, k, lambda)).ToArray();
            return new MarkerLayer("optimal at this λ", touched.Select(k => (double)k), touched.Select(Half)) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Diamond, Size = 15 };
        }

        var tie = Array.FindIndex(lambdas, lambda => onBand.Count(k => Touches(subsets, k, lambda)) == 2 && Touches(subsets, 3, lambda) && Touches(subsets, 5, lambda));
        var active = Math.Max(tie, 0);
        return new Chart(
            "The line touches the band",
            $"Half the smallest RSS against the size k, for k from {Zoom[0]} to {Zoom[^1]}, with the lower convex hull. On it lie the sizes {string.Join(", ", onBand)}; "
                + $"not on it: {string.Join(", ", offBand)}. At λ = {Numbers.Text(lambdas[active])} the line touches the sizes {string.Join(" and ", onBand.Where(k => Touches(subsets, k, lambdas[active])))} at once.",
            new LineLayer("band: lower convex hull", onBand.Select(k => (double)k), onBand.Select(Half)) { Color = ColorRole.Loss },
            Touching(lambdas[active]),
            new MarkerLayer("sizes on the band", onBand.Select(k => (double)k), onBand.Select(Half)) { Color = ColorRole.Loss, Size = 9 },
            new MarkerLayer("sizes above the band", offBand.Select(k => (double)k), offBand.Select(Half)) { Color = ColorRole.Ink, Symbol = MarkerSymbol.OpenCircle, Size = 11 },
            Chosen(lambdas[active]),
            new TextLayer("names above the band", offBand.Select(k => (double)k), offBand.Select(Half), offBand.Select(k => $"size {k}")) { Position = TextPosition.TopRight })
        {
            XAxis = new Axis("size k = ‖w‖₀") { Range = (1.7, 7.3), Ticks = [.. Zoom.Select(k => ((double)k, $"{k}"))] },
            YAxis = new Axis("½ RSS of the best model of size k") { Range = (Half(7) - 8000, Half(2) + 8000) },
            Slider = new Slider("λ", lambdas.Select(lambda => new SliderStep(Numbers.Text(Math.Round(lambda, 1)), Touching(lambda), Chosen(lambda)))) { Active = active },
            Table = Table.From(Zoom, ("k", k => k), ("½ RSS", k => Math.Round(Half(k), 1)), ("on the band", k => onBand.Contains(k) ? "yes" : "no")),
        }.Draw();
    }

    /// <summary>By how much each size costs more than the best one, against λ.</summary>
    public static Figure ExcessFigure(BestSubset subsets)
    {
        int[] shown = [2, 3, 4, 5, 6];
        double[] lambdas = [.. Enumerable.Range(0, 121).Select(i => 4000 + i * 200.0).Concat(Prices(subsets).Where(price => price is > 4000 and < 28000)).Order()];
        double Excess(int k, double lambda) => subsets.Sizes[k].Rss / 2 + lambda * k - (subsets.At(lambda).Rss / 2 + lambda * subsets.At(lambda).Size);
        var lowest = shown.ToDictionary(k => k, k => lambdas.MinBy(lambda => Excess(k, lambda)));
        return new Chart(
            "Cost above the best size",
            $"The extra cost of the sizes {string.Join(", ", shown)} over the best size, for λ from {Numbers.Text(lambdas[0])} to {Numbers.Text(lambdas[^1])}. "
                + $"A size is optimal where its extra cost is 0. Size 4 gets no lower than {Numbers.Text(Excess(4, lowest[4]), 4)}, at λ = {Numbers.Text(lowest[4])}; 0 is reached by the sizes {string.Join(", ", shown.Where(k => Excess(k, lowest[k]) < 1e-6))}.",
            shown.Select((k, i) => new LineLayer($"size {k}", lambdas, lambdas.Select(lambda => Excess(k, lambda)))
            {
                Color = k == 4 ? ColorRole.Solution : new[] { ColorRole.Blue, ColorRole.Green, ColorRole.Ink, ColorRole.Purple, ColorRole.Orange }[i],
                Dash = k == 4 ? Dash.Solid : i % 2 == 0 ? Dash.Dashed : Dash.Dotted,
                Width = k == 4 ? 4 : 2,
            }))
        {
            XAxis = new Axis("strength λ") { TickFormat = ",d" },
            YAxis = new Axis("cost above the best size") { Range = (-500, 20000), TickFormat = ",d" },
            Table = Table.From(shown, ("k", k => k), ("smallest extra cost", k => Math.Round(Excess(k, lowest[k]), 1)), ("at λ", k => Math.Round(lowest[k], 1))),
        }.Draw();
    }

    private static bool Touches(BestSubset subsets, int size, double lambda)
    {
        // Half a unit in sums near a million: far above rounding, far below what any lesson tells apart.
        return subsets.Sizes[size].Rss / 2 + lambda * size - subsets.At(lambda).Rss / 2 - lambda * subsets.At(lambda).Size < 0.5;
    }

    private static IEnumerable<double> Prices(BestSubset subsets) => subsets.OptimalSizes.Select(range => range.High).Where(double.IsFinite);
}
