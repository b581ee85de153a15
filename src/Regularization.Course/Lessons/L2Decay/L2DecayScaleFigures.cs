namespace Regularization.Course;

public static partial class L2Decay
{
    private static readonly double[] Quoted = [0.01, 0.1, 1, 10];

    /// <summary>The radius <c>t(λ) = ‖ŵ(λ)‖₂</c> of the constraint that belongs to λ.</summary>
    /// <param name="path">The ridge path.</param>
    public static Figure RadiusFigure(RidgePath path)
    {
        var (lambdas, full) = (LogGrid(-4, 3, 141), path.Radius(0));
        return new Chart("From λ to the radius and back",
            $"The radius t(λ) = ‖ŵ(λ)‖ falls from {Numbers.Text(full)} (least squares) toward 0: " + string.Join(", ", Quoted.Select(l => $"{Numbers.Text(path.Radius(l), 5)} at λ = {Numbers.Text(l)}"))
            + ". Radii above least squares all belong to λ = 0.",
            new LineLayer("t(λ)", lambdas, lambdas.Select(path.Radius)) { Color = ColorRole.Solution, Width = 3 },
            new LineLayer("length of least squares", [lambdas[0], lambdas[^1]], [full, full]) { Color = ColorRole.LeastSquares, Dash = Dash.Dashed },
            new MarkerLayer("values in the text", Quoted, Quoted.Select(path.Radius)) { Color = ColorRole.Ink })
        {
            XAxis = new("strength λ") { Log = true, TickFormat = "~g" },
            YAxis = new("radius t") { Range = (0, full * 1.08) },
            Table = Table.From(Quoted, ("λ", l => l), ("t", l => path.Radius(l))),
        }.Draw();
    }

    /// <summary>The strength <c>μ(λ) = λ‖ŵ(λ)‖₂</c> of the unsquared norm with the same solution.</summary>
    /// <param name="path">The ridge path.</param>
    /// <param name="limit"><c>‖Xᵀy‖₂</c>, from which on the unsquared norm makes all weights zero.</param>
    public static Figure UnsquaredFigure(RidgePath path, double limit)
    {
        var lambdas = LogGrid(-3, 4, 141);
        double Mu(double lambda) => lambda * path.Radius(lambda);
        return new Chart("Two scales for one path",
            $"The strength μ(λ) = λ‖ŵ(λ)‖ of the unsquared norm rises with λ toward ‖Xᵀy‖ = {Numbers.Text(limit)} and never reaches it: "
            + string.Join(", ", Quoted.Select(l => $"{Numbers.Text(Mu(l), 4)} at λ = {Numbers.Text(l)}")) + ". From the limit upward the unsquared norm makes the whole vector zero.",
            new LineLayer("μ(λ)", lambdas, lambdas.Select(Mu)) { Color = ColorRole.Solution, Width = 3 },
            new LineLayer("‖Xᵀy‖: above it w = 0", [lambdas[0], lambdas[^1]], [limit, limit]) { Color = ColorRole.Penalty, Dash = Dash.Dashed })
        {
            XAxis = new("strength λ of ½λ‖w‖²") { Log = true, TickFormat = "~g" },
            YAxis = new("strength μ of μ‖w‖") { Range = (0, limit * 1.1) },
            Table = Table.From(lambdas.Where((_, i) => i % 20 == 0), ("λ", l => l), ("μ", l => Mu(l)), ("‖ŵ‖", l => path.Radius(l))),
        }.Draw();
    }
}
