namespace Regularization.Course;

public static partial class Smoothness
{
    /// <summary>How far a fit to noisy copies of the inputs is from ridge, over the number of copies, both axes logarithmic.</summary>
    /// <param name="copies">The numbers of copies, ascending.</param>
    /// <param name="distances">The distances ‖w − ŵ(λ)‖.</param>
    public static Figure CopiesFigure(IReadOnlyList<int> copies, IReadOnlyList<double> distances)
    {
        ArgumentNullException.ThrowIfNull(copies);
        ArgumentNullException.ThrowIfNull(distances);
        double[] m = [.. copies.Select(c => (double)c)];
        double[] slope = [.. m.Select(c => distances[0] * Math.Sqrt(m[0] / c))];
        return new Chart("Noisy copies of the inputs, and ridge",
            $"The distance between least squares on noisy copies of the data and the ridge solution, over the number of copies, on logarithmic axes. It falls from {Numbers.Text(distances[0], 2)} with {Numbers.Text(m[0])} copies "
            + $"to {Numbers.Text(distances[^1], 2)} with {Numbers.Text(m[^1])}, about as fast as one over the square root of their number.",
            new LineLayer("1/√copies", m, slope) { Color = ColorRole.Muted, Dash = Dash.Dashed },
            new LineLayer("distance to ridge", m, distances) { Color = ColorRole.Solution, Markers = true, Width = 3 })
        {
            XAxis = new("noisy copies") { Log = true },
            YAxis = new("distance to ridge") { Log = true },
            Table = Table.From(Enumerable.Range(0, m.Length), ("copies", i => m[i]), ("distance", i => distances[i])),
        }.Draw();
    }

    /// <summary>How far leaving out one row moves the ridge weights, and the bound: the largest of all rows, over λ.</summary>
    /// <param name="data">Standardized data.</param>
    public static Figure StabilityFigure(Standardization data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var lambdas = Enumerable.Range(0, 41).Select(i => Math.Pow(10, -2 + i / 10.0)).ToArray();
        var moves = lambdas.Select(lambda => Movements(data.X, data.Y, lambda)).Select(all => (Most: all.Max(m => m.Moved), Bound: all.Max(m => m.Bound))).ToArray();
        var one = Array.FindIndex(lambdas, l => Math.Abs(l - 1) < 1e-9);
        return new Chart("What one patient can do",
            $"The largest movement of the ridge weights when one of {data.X.RowCount} patients is left out, and the largest bound, over λ on logarithmic axes. Both fall. At λ = 1 the largest movement is {Numbers.Text(moves[one].Most, 3)} "
            + $"and the largest bound {Numbers.Text(moves[one].Bound, 3)}; at λ = 100 they are {Numbers.Text(moves[^1].Most, 3)} and {Numbers.Text(moves[^1].Bound, 3)}.",
            new LineLayer("largest bound", lambdas, moves.Select(m => m.Bound)) { Color = ColorRole.Penalty, Dash = Dash.Dashed },
            new LineLayer("largest movement", lambdas, moves.Select(m => m.Most)) { Color = ColorRole.Solution, Width = 3 })
        {
            XAxis = new("strength λ") { Log = true },
            YAxis = new("‖ŵ − ŵ without the row‖") { Log = true },
            Table = Table.From(Enumerable.Range(0, lambdas.Length).Where(i => i % 5 == 0), ("λ", i => lambdas[i]), ("largest movement", i => moves[i].Most), ("largest bound", i => moves[i].Bound)),
        }.Draw();
    }

    /// <summary>For every row, how far the ridge weights move when it is left out, and the bound <c>‖x_i‖·|y_i − x_iᵀŵ₋ᵢ|/λ</c>.</summary>
    /// <remarks>Exactly <c>ŵ − ŵ₋ᵢ = (XᵀX + λI)⁻¹x_i(y_i − x_iᵀŵ₋ᵢ)</c>, and <c>y_i − x_iᵀŵ₋ᵢ = r_i/(1 − h_i)</c>; the rest of the data is taken as it is, not centered again.</remarks>
    /// <param name="x">X, n×p.</param>
    /// <param name="y">y, n responses.</param>
    /// <param name="lambda">λ &gt; 0.</param>
    public static IReadOnlyList<(double Moved, double Bound)> Movements(Matrix x, Vector y, double lambda)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lambda);
        var inverse = (x.TransposeThisAndMultiply(x) + lambda * Matrix.Build.DenseIdentity(x.ColumnCount)).Inverse();
        var w = inverse * x.TransposeThisAndMultiply(y);
        return
        [
            .. x.EnumerateRows().Select((row, i) =>
            {
                var pushed = inverse * row;
                var missed = Math.Abs(y[i] - row * w) / (1 - row * pushed);
                return (pushed.L2Norm() * missed, row.L2Norm() * missed / lambda);
            }),
        ];
    }
}
