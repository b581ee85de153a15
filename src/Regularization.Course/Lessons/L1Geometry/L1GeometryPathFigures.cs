namespace Regularization.Course;

/// <content>The lasso path of the diabetes data, as tables and figures.</content>
public static partial class L1Geometry
{
    /// <summary>The solution, the gradient there, and what the KKT condition says of the first weight.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="strengths">The strengths λ.</param>
    /// <param name="solutions">The minimizer for each.</param>
    public static Table KktTable(EllipticalLoss loss, IReadOnlyList<double> strengths, IReadOnlyList<Vector> solutions) =>
        Table.From(strengths.Zip(solutions, (Lambda, W) => (Lambda, W, Size: Math.Abs(loss.Gradient(W)[0]))),
            ("λ", r => r.Lambda),
            ("w(λ)", r => Pair(r.W)),
            ("∇J₀(w)", r => Pair(loss.Gradient(r.W))),
            ("|∂J₀/∂w₁| against λ", r => Math.Abs(r.Size - r.Lambda) < 1e-9 ? "equal" : r.Size < r.Lambda ? "less" : "more"),
            ("w₁", r => Tidy(r.W[0]) == 0 ? "zero" : "not zero")) with
        { Caption = "At the solution, never at the origin." };

    /// <summary>The knots of a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="names">The names of the columns.</param>
    public static Table KnotTable(LassoPath path, IReadOnlyList<string> names) =>
        Table.From(path.Knots.Append(path.End),
            ("λ", k => k.Lambda),
            ("t = ‖w‖₁", k => k.L1Norm),
            ("leaves zero", k => k.Entering is { } j ? names[j] : ""),
            ("goes back to zero", k => k.Leaving is { } j ? names[j] : ""),
            ("nonzero at this λ", k => Norms.L0(k.W))) with
        { Caption = "The knots of the lasso path on diabetes; the last row is least squares." };

    /// <summary>The coefficients against λ on a logarithmic axis.</summary>
    /// <param name="path">The path.</param>
    /// <param name="names">The names of the columns.</param>
    public static Figure PathAgainstLambda(LassoPath path, IReadOnlyList<string> names)
    {
        double[] grid = [.. Enumerable.Range(0, 100).Select(i => path.LambdaMax * Math.Pow(2000, -i / 99.0)), .. path.Knots.Select(k => k.Lambda)];
        double[] lambdas = [.. grid.OrderDescending()];
        var solutions = lambdas.Select(path.At).ToArray();
        return new Chart("Coefficients against λ", Describe(path, names),
            names.Select((name, j) => Line(name, j, lambdas, solutions, markers: false)))
        { XAxis = new Axis("λ (falling)") { Log = true, Range = (1200, 0.45) }, YAxis = new Axis("w_j"), Height = 480, Table = KnotTable(path, names) }.Draw();
    }

    /// <summary>The coefficients against t: straight lines from knot to knot.</summary>
    /// <param name="path">The path.</param>
    /// <param name="names">The names of the columns.</param>
    public static Figure PathAgainstRadius(LassoPath path, IReadOnlyList<string> names)
    {
        LassoKnot[] points = [.. path.Knots, path.End];
        return new Chart("Coefficients against t", Describe(path, names),
            names.Select((name, j) => Line(name, j, points.Select(k => k.L1Norm), [.. points.Select(k => k.W)], markers: true)))
        { XAxis = new Axis("t = ‖w‖₁"), YAxis = new Axis("w_j"), Height = 480, Table = KnotTable(path, names) }.Draw();
    }

    private static LineLayer Line(string name, int column, IEnumerable<double> x, IReadOnlyList<Vector> solutions, bool markers)
    {
        var (color, dash) = Palette.Series(column);
        return new LineLayer(name, x, solutions.Select(w => w[column])) { Color = color, Dash = dash, Markers = markers };
    }

    private static string Describe(LassoPath path, IReadOnlyList<string> names)
    {
        var entering = path.Knots.Where(k => k.Entering is not null).Select(k => names[k.Entering!.Value]);
        var leaving = path.Knots.Where(k => k.Leaving is not null).Select(k => $"{names[k.Leaving!.Value]} goes back to zero at λ = {Numbers.Text(k.Lambda, 4)}");
        return $"As λ falls from {Numbers.Text(path.LambdaMax)} the weights leave zero in the order {string.Join(", ", entering)}; {string.Join(", ", leaving)}.";
    }
}
