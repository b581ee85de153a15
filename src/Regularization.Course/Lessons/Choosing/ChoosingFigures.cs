namespace Regularization.Course;

public static partial class Choosing
{
    /// <summary>The cross-validated error over λ with its standard errors, the best λ and the one of the one-standard-error rule.</summary>
    /// <param name="cv">A cross-validation with its path.</param>
    /// <param name="name">The method, for the title.</param>
    public static Figure ErrorFigure(CrossValidation cv, string name)
    {
        ArgumentNullException.ThrowIfNull(cv);
        double[] lambdas = [.. cv.Points.Select(p => p.Lambda)];
        var limit = cv.Best.Error + cv.Best.StandardError;
        int Features(double lambda) => cv.Path!.PointAt(lambda).Support.Count;
        return new Chart($"Cross-validation of the {name}",
            $"Cross-validated error over λ on a logarithmic axis, with a band of one standard error. It is smallest, {Numbers.Text(cv.Best.Error, 5)}, at λ = {Numbers.Text(cv.LambdaMin, 3)} with {Features(cv.LambdaMin)} features. "
            + $"The largest λ whose error is within one standard error of that is {Numbers.Text(cv.LambdaOneStandardError, 3)}, with {Features(cv.LambdaOneStandardError)} features.",
            new BandLayer("± one standard error", lambdas, cv.Points.Select(p => p.Error - p.StandardError), cv.Points.Select(p => p.Error + p.StandardError)) { Color = ColorRole.SkyBlue, Opacity = 0.3 },
            new LineLayer("mean of the folds", lambdas, cv.Points.Select(p => p.Error)) { Color = ColorRole.Loss, Width = 3 },
            new LineLayer("smallest + one standard error", [lambdas.Min(), lambdas.Max()], [limit, limit]) { Color = ColorRole.Muted, Dash = Dash.Dashed },
            new MarkerLayer("λ.min", cv.LambdaMin, cv.Best.Error) { Color = ColorRole.LeastSquares, Size = 12 },
            new MarkerLayer("λ.1se", cv.LambdaOneStandardError, cv.OneStandardError.Error) { Color = ColorRole.Solution, Symbol = MarkerSymbol.Star, Size = 15 })
        {
            XAxis = new("strength λ") { Log = true },
            YAxis = new("mean squared error"),
            Table = Table.From(cv.Points.Where((_, i) => i % 10 == 0), ("λ", p => p.Lambda), ("error", p => p.Error), ("standard error", p => p.StandardError), ("features", p => Features(p.Lambda))),
        }.Draw();
    }

    /// <summary>Degrees of freedom over the number of features used: chosen beforehand, by the lasso, by a search.</summary>
    /// <param name="subset">Those of best subset, from <see cref="SubsetFreedom"/>.</param>
    public static Figure FreedomFigure(IReadOnlyList<double> subset)
    {
        ArgumentNullException.ThrowIfNull(subset);
        double[] sizes = [.. Enumerable.Range(0, subset.Count).Select(k => (double)k)];
        return new Chart("What a feature costs",
            $"Degrees of freedom over the number of features, for {subset.Count - 1} orthonormal columns and a response of pure noise. Fixed beforehand, and for the lasso on average, k features are k degrees of freedom: a straight line. "
            + $"For the best subset the first feature is {Numbers.Text(subset[1], 3)}, five are {Numbers.Text(subset[5], 3)}, and all {subset.Count - 1} are {Numbers.Text(subset[^1], 3)}.",
            new LineLayer("fixed, and lasso on average", sizes, sizes) { Color = ColorRole.Penalty, Width = 3 },
            new LineLayer("best subset", sizes, subset) { Color = ColorRole.Blue, Width = 3, Markers = true })
        {
            XAxis = new("features k"),
            YAxis = new("degrees of freedom"),
            Table = Table.From(sizes, ("k", k => k), ("best subset", k => subset[(int)k])),
        }.Draw();
    }

    /// <summary>AIC, BIC and EBIC of the best subsets over their size, each above its smallest value.</summary>
    /// <param name="path">The best subsets.</param>
    public static Figure CriteriaFigure(SubsetPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        double[] sizes = [.. path.Sizes.Select(k => (double)k)];
        var criteria = path.Criteria();
        (string Name, double[] Values, ColorRole Color)[] lines =
        [
            ("AIC", [.. criteria.Select(c => c.Aic)], ColorRole.Blue), ("BIC", [.. criteria.Select(c => c.Bic)], ColorRole.Vermillion), ("EBIC", [.. criteria.Select(c => c.Ebic)], ColorRole.Green),
        ];
        double Best(double[] values) => sizes[Array.IndexOf(values, values.Min())];
        return new Chart("Three criteria",
            "Information criteria of the best subset of each size, each minus its smallest value. "
            + string.Join(" ", lines.Select(l => $"{l.Name} is smallest at {Numbers.Text(Best(l.Values))} features.")),
            lines.SelectMany(l => new Layer[]
            {
                new LineLayer(l.Name, sizes, l.Values.Select(v => v - l.Values.Min())) { Color = l.Color, Width = 3, Markers = true },
                new MarkerLayer($"best by {l.Name}", Best(l.Values), 0) { Color = l.Color, Symbol = MarkerSymbol.Star, Size = 15, InLegend = false },
            }))
        {
            XAxis = new("features k"),
            YAxis = new("above the smallest") { Range = (-2, 60) },
            Table = Table.From(Enumerable.Range(0, sizes.Length), [("k", i => sizes[i]), .. lines.Select(l => (l.Name, (Func<int, object?>)(i => l.Values[i])))]),
        }.Draw();
    }

    /// <summary>The test errors of methods, with their spread over the splits.</summary>
    /// <param name="results">The methods.</param>
    /// <param name="title">The title.</param>
    /// <param name="measure">What is measured, for the axis.</param>
    public static Figure MethodsFigure(IReadOnlyList<MethodResult> results, string title, string measure)
    {
        ArgumentNullException.ThrowIfNull(results);
        double[] at = [.. Enumerable.Range(1, results.Count).Select(i => (double)i)];
        return new Chart(title,
            $"{char.ToUpperInvariant(measure[0])}{measure[1..]} over {results[0].Errors.Length} splits, a point for each split and the mean. "
            + string.Join(" ", results.Select(r => $"{char.ToUpperInvariant(r.Name[0])}{r.Name[1..]}: {Numbers.Text(r.Mean, 4)} from {Numbers.Text(r.Errors.Min(), 3)} to {Numbers.Text(r.Errors.Max(), 3)}, {Numbers.Text(r.MeanSize, 3)} features.")),
            new MarkerLayer("splits", results.SelectMany((r, i) => r.Errors.Select((_, s) => i + 0.75 + 0.5 * s / Math.Max(1, r.Errors.Length - 1))), results.SelectMany(r => r.Errors)) { Color = ColorRole.SkyBlue, Size = 5 },
            new ErrorBarLayer("mean, smallest and largest", at, results.Select(r => r.Mean), results.Select(r => r.Errors.Min()), results.Select(r => r.Errors.Max())) { Color = ColorRole.Ink, Size = 10 })
        {
            XAxis = new("") { Ticks = [.. results.Select((r, i) => (i + 1.0, r.Name))], Range = (0.5, results.Count + 0.5) },
            YAxis = new(measure),
            Table = Table.From(results, ("method", r => r.Name), ("mean error", r => r.Mean), ("mean number of features", r => r.MeanSize)),
        }.Draw();
    }

    /// <summary>How often each feature is chosen, by method.</summary>
    /// <param name="selection">From <see cref="Selection"/>.</param>
    /// <param name="names">The features.</param>
    public static Figure SelectionFigure((System.Collections.Immutable.ImmutableArray<string> Methods, Matrix Share) selection, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var (methods, share) = selection;
        string Often(int method) => string.Join(", ", names.Where((_, j) => share[method, j] >= 0.9));
        return new Chart("How stable is the choice?",
            "A heat map: how often each feature is among the first five, over random halves of the rows. "
            + string.Join(" ", methods.Select((m, i) => $"The {m} takes {Often(i)} in at least nine of ten halves.")),
            new HeatLayer("share of the halves", Enumerable.Range(0, names.Count).Select(j => (double)j), Enumerable.Range(0, methods.Length).Select(i => (double)i), share) { Range = (0, 1) })
        {
            XAxis = new("feature") { Ticks = [.. names.Select((n, j) => ((double)j, n))] },
            YAxis = new("") { Ticks = [.. methods.Select((m, i) => ((double)i, m))] },
            Height = 260,
            Table = Table.From(Enumerable.Range(0, names.Count), [("feature", j => names[j]), .. methods.Select((m, i) => (m, (Func<int, object?>)(j => share[i, j])))]),
        }.Draw();
    }
}
