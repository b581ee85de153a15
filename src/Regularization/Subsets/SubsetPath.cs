namespace Regularization;

/// <summary><c>k ↦ the best subset of at most k columns</c>, each with its certificate, ready to print, to plot and to predict with.</summary>
public sealed class SubsetPath
{
    internal SubsetPath(IReadOnlyList<SubsetPoint> points, IReadOnlyList<string> names, int rows, double lambda) =>
        (Points, Names, Rows, Lambda) = (points, names, rows, lambda);

    /// <summary>1 with an intercept, 0 without.</summary>
    internal int InterceptCount { get; init; }

    /// <summary>The subsets, sizes ascending.</summary>
    public IReadOnlyList<SubsetPoint> Points { get; }

    /// <summary>What the columns are called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>n, the number of rows it was learned from.</summary>
    public int Rows { get; }

    /// <summary>p, the number of columns.</summary>
    public int Columns => Names.Count;

    /// <summary>λ of the ridge term ½λ‖w̃‖²; 0 without one.</summary>
    public double Lambda { get; }

    /// <summary>Whether every size is proven optimal.</summary>
    public bool IsOptimal => Points.All(point => point.IsOptimal);

    /// <summary>k of every point: a column to plot against.</summary>
    public IReadOnlyList<int> Sizes => [.. Points.Select(point => point.Size)];

    /// <summary>RSS of every point: a curve to plot.</summary>
    public IReadOnlyList<double> Rss => [.. Points.Select(point => point.Rss)];

    /// <summary>The point of this size.</summary>
    public SubsetPoint this[int size] => Points.FirstOrDefault(point => point.Size == size)
        ?? throw new ArgumentOutOfRangeException(nameof(size), size, $"size is {size}; expected one of {string.Join(", ", Sizes)}.");

    /// <summary>The names of the columns used at this size.</summary>
    public IReadOnlyList<string> NamesAt(int size) => [.. this[size].Support.Select(j => Names[j])];

    /// <summary>The weight of column j at every point: a curve to plot.</summary>
    public IReadOnlyList<double> Weights(int column)
    {
        Argument.AtMost(Argument.AtLeast(column, 0), Columns - 1);
        return [.. Points.Select(point => point.W[column])];
    }

    /// <summary>One line a size: columns, RSS, and whether that is proven.</summary>
    public override string ToString() => string.Join('\n', Points.Select(point => FormattableString.Invariant(
        $"{point.Size}: RSS {point.Rss:G6}, {{{string.Join(", ", NamesAt(point.Size))}}}, {Certificate(point)}")));

    private static string Certificate(SubsetPoint point) =>
        point.IsOptimal ? "optimal" : FormattableString.Invariant($"gap ≤ {100 * point.RelativeGap:G3} %");

    /// <summary>AIC, BIC and EBIC of every point; the freedom to choose the columns is charged by EBIC only.</summary>
    /// <param name="gamma">γ of EBIC, from 0 to 1.</param>
    public IReadOnlyList<InformationCriteria> Criteria(double gamma = 1) => [.. Points.Select(point =>
        InformationCriteria.Gaussian(point.Rss, Rows, point.DegreesOfFreedom + InterceptCount, Names.Count, point.Support.Count, gamma))];

    /// <summary>Mallows' C_p of every point, for a σ² from outside.</summary>
    /// <param name="variance">σ² &gt; 0.</param>
    public IReadOnlyList<double> MallowsCp(double variance) =>
        [.. Points.Select(point => InformationCriteria.MallowsCp(point.Rss, variance, Rows, point.DegreesOfFreedom + InterceptCount))];
}
