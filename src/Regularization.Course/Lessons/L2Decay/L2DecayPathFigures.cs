namespace Regularization.Course;

public static partial class L2Decay
{
    /// <summary>The shrinkage factor of every direction, over λ.</summary>
    /// <param name="path">The ridge path.</param>
    public static Figure ShrinkageFigure(RidgePath path)
    {
        var lambdas = LogGrid(-4, 3, 141);
        var (squares, last) = (path.SingularValues.Map(d => d * d), path.SingularValues.Count - 1);
        LineLayer Curve(int j) => new($"d² = {Numbers.Text(squares[j], 3)}", lambdas, lambdas.Select(l => path.Shrinkage(l)[j]))
        {
            Color = j == 0 ? ColorRole.Blue : j == last ? ColorRole.Vermillion : ColorRole.Muted,
            Width = j == 0 || j == last ? 3 : 1.5,
            InLegend = j == 0 || j == last,
        };

        return new Chart("How much of each direction is left",
            $"Shrinkage factors d²/(d² + λ) of {last + 1} directions over λ: S-shaped curves from one down to zero, each at one half where λ = d². The squared singular values go from "
            + $"{Numbers.Text(squares[0], 5)} (strongest) to {Numbers.Text(squares[last], 2)} (weakest). The degrees of freedom are {Numbers.Text(path.DegreesOfFreedom(0.01), 4)} at λ = 0.01, "
            + $"{Numbers.Text(path.DegreesOfFreedom(0.1), 4)} at 0.1, {Numbers.Text(path.DegreesOfFreedom(1), 4)} at 1 and {Numbers.Text(path.DegreesOfFreedom(10), 3)} at 10.",
            [
                .. Enumerable.Range(1, last - 1).Select(Curve), Curve(0), Curve(last),
                new MarkerLayer("half left, at λ = d²", squares, squares.Select(_ => 0.5)) { Color = ColorRole.Ink, Size = 6 },
            ])
        {
            XAxis = new("strength λ") { Log = true, TickFormat = "~g" },
            YAxis = new("factor d²/(d² + λ)") { Range = (-0.02, 1.02) },
            Table = Table.From(Enumerable.Range(0, last + 1), ("direction", j => j + 1), ("d²", j => squares[j]),
                ("factor at λ = 0.01", j => path.Shrinkage(0.01)[j]), ("at 0.1", j => path.Shrinkage(0.1)[j]), ("at 1", j => path.Shrinkage(1)[j]), ("at 10", j => path.Shrinkage(10)[j])),
        }.Draw();
    }

    /// <summary>The ridge weights over the length of the solution.</summary>
    /// <param name="path">The ridge path.</param>
    /// <param name="names">The names of the features.</param>
    public static Figure RidgePathFigure(RidgePath path, IReadOnlyList<string> names)
    {
        double[] shares = [.. Enumerable.Range(0, 101).Select(i => i / 100.0)];
        var full = path.Radius(0);
        Vector[] weights = [.. shares.Select(s => s == 0 ? 0 * path.At(0) : path.At(path.LambdaAt(s * full)))];
        int Crossings(int j) => weights.Zip(weights.Skip(1)).Count(pair => pair.First[j] * pair.Second[j] < 0);
        string[] crossing = [.. Enumerable.Range(0, names.Count).Where(j => Crossings(j) > 0).Select(j => Crossings(j) == 1 ? names[j] : $"{names[j]} ({Crossings(j)} times)")];

        return PathChart("Ridge", "‖ŵ‖₂ / ‖ŵ(0)‖₂", shares, weights, names,
            $"Weights of {names.Count} features under ridge, from zero at the left to least squares at the right. Smooth curves, all of which leave zero at once; "
            + $"{(crossing.Length == 0 ? "no weight crosses" : "these cross")} zero on the way{(crossing.Length == 0 ? "" : $": {string.Join(", ", crossing)}")}.");
    }

    /// <summary>The lasso weights over the length of the solution, straight between the knots.</summary>
    /// <param name="path">The lasso path.</param>
    /// <param name="names">The names of the features.</param>
    public static Figure LassoPathFigure(LassoPath path, IReadOnlyList<string> names)
    {
        LassoKnot[] knots = [.. path.Knots, path.End];
        var half = knots.First(k => k.L1Norm >= path.End.L1Norm / 2);
        return PathChart("Lasso", "‖ŵ‖₁ / ‖ŵ(0)‖₁", [.. knots.Select(k => k.L1Norm / path.End.L1Norm)], [.. knots.Select(k => k.W)], names,
            $"Weights of {names.Count} features under the lasso, from zero at the left to least squares at the right. Straight pieces between {path.Knots.Count} knots; each weight is exactly zero "
            + $"until its turn, {names[knots[0].Entering!.Value]} first; at half the length {names.Count - half.W.Count(v => v != 0)} weights are still zero.");
    }

    private static Figure PathChart(string penalty, string axis, double[] shares, Vector[] weights, IReadOnlyList<string> names, string description)
    {
        ColorRole[] colors = [ColorRole.Blue, ColorRole.Orange, ColorRole.Green, ColorRole.Vermillion, ColorRole.Purple];
        return new Chart($"{penalty} path", description,
            names.Select((name, j) => new LineLayer(name, shares, weights.Select(w => w[j])) { Color = colors[j % 5], Dash = j < 5 ? Dash.Solid : Dash.Dashed }))
        {
            XAxis = new($"length {axis}") { Range = (0, 1) },
            YAxis = new("weight ŵ_j") { Range = (-850, 850) },
            Height = 460,
            Table = new Table([axis, .. names], Enumerable.Range(0, shares.Length).Where(i => shares.Length < 30 || i % 10 == 0)
                .Select(i => (IEnumerable<object?>)[shares[i], .. weights[i].Select(v => (object?)v)])),
        }.Draw();
    }
}
