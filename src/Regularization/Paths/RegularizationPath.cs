namespace Regularization;

/// <summary><c>λ ↦ (b, w)(λ)</c>: what all fitted paths have in common, ready to print, to plot and to predict with.</summary>
public abstract class RegularizationPath
{
    private readonly Lazy<IReadOnlyList<PathPoint>> points;

    /// <summary>Puts the points of a path together.</summary>
    /// <param name="points">The solutions, λ descending.</param>
    /// <param name="names">What the columns are called.</param>
    /// <param name="rows">n, the number of rows they were learned from.</param>
    /// <param name="scale">The scalings of λ that this path can be told in.</param>
    private protected RegularizationPath(IReadOnlyList<PathPoint> points, IReadOnlyList<string> names, int rows, LambdaScale scale)
        : this(new Lazy<IReadOnlyList<PathPoint>>(points), names, rows, scale) { }

    /// <summary>The same, with points that are computed when somebody asks for them.</summary>
    private protected RegularizationPath(Lazy<IReadOnlyList<PathPoint>> points, IReadOnlyList<string> names, int rows, LambdaScale scale) =>
        (this.points, Names, Rows, Scale) = (points, names, rows, scale);

    /// <summary>The solutions, from the largest λ to the smallest.</summary>
    public IReadOnlyList<PathPoint> Points => points.Value;

    /// <summary>What the columns are called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>n, the number of rows the path was learned from.</summary>
    public int Rows { get; }

    /// <summary>p, the number of columns.</summary>
    public int Columns => Names.Count;

    /// <summary>Converts λ to the scaling of others.</summary>
    public LambdaScale Scale { get; }

    /// <summary>1 with an intercept, 0 without.</summary>
    private protected int InterceptCount { get; init; }

    /// <summary>Whether the deviance is that of a logistic model.</summary>
    private protected virtual bool IsLogistic => false;

    /// <summary>AIC, BIC and EBIC of every point.</summary>
    /// <param name="gamma">γ of EBIC, from 0 to 1.</param>
    public IReadOnlyList<InformationCriteria> Criteria(double gamma = 1) => [.. Points.Select(point => IsLogistic
        ? InformationCriteria.Binomial(point.Deviance, Rows, point.DegreesOfFreedom + InterceptCount, Columns, point.Support.Count, gamma)
        : InformationCriteria.Gaussian(point.Deviance, Rows, point.DegreesOfFreedom + InterceptCount, Columns, point.Support.Count, gamma))];

    /// <summary>Mallows' C_p of every point of a least-squares path, for a σ² from outside.</summary>
    /// <param name="variance">σ² &gt; 0.</param>
    public IReadOnlyList<double> MallowsCp(double variance) => IsLogistic
        ? throw new InvalidOperationException("A logistic path has no residual sum of squares; use its criteria.")
        : [.. Points.Select(point => InformationCriteria.MallowsCp(point.Deviance, variance, Rows, point.DegreesOfFreedom + InterceptCount))];

    /// <summary><c>b + Xw</c> for new rows, at a λ of the grid; for a logistic path the log-odds.</summary>
    /// <param name="x">The rows, m×p.</param>
    /// <param name="lambda">A value of the grid.</param>
    public Vector Predict(Matrix x, double lambda)
    {
        if (Argument.Finite(x).ColumnCount != Columns)
            throw new ArgumentException($"x has {x.ColumnCount} columns; expected {Columns}.", nameof(x));
        return PointAt(lambda).Model.Predict(x);
    }

    /// <summary>The path in a few lines, which a notebook shows as a table.</summary>
    /// <param name="most">How many lines at most.</param>
    public PathSummary Summary(int most = 12) => PathSummary.Of(this, most);

    /// <summary>The summary as text.</summary>
    public override string ToString() => Summary().ToString();

    /// <summary>λ of every point: a column to plot against.</summary>
    public IReadOnlyList<double> Lambdas => [.. Points.Select(point => point.Lambda)];

    /// <summary>λ of every point, said in another convention.</summary>
    public IReadOnlyList<double> LambdasIn(LambdaConvention convention) => [.. Points.Select(point => Scale.To(convention, point.Lambda))];

    /// <summary>The weight of column j at every point: a curve to plot.</summary>
    public IReadOnlyList<double> Weights(int column)
    {
        Argument.AtMost(Argument.AtLeast(column, 0), Columns - 1);
        return [.. Points.Select(point => WeightOf(point, column))];
    }

    /// <summary>The weight of the column with this name at every point.</summary>
    public IReadOnlyList<double> Weights(string name) => Weights(IndexOf(name));

    /// <summary>The point of a λ of the grid; other λ are refused, for between them the solution is not known exactly.</summary>
    public PathPoint PointAt(double lambda)
    {
        Argument.Nonnegative(lambda);
        // What a scaling there and back may change.
        var nearest = Points.MinBy(point => Math.Abs(point.Lambda - lambda))!;
        return Math.Abs(nearest.Lambda - lambda) <= 1e-12 * lambda
            ? nearest
            : throw new ArgumentException(FormattableString.Invariant($"lambda is {lambda}; expected a value of the grid, of which {nearest.Lambda} is the nearest."), nameof(lambda));
    }

    private int IndexOf(string name)
    {
        for (var j = 0; j < Names.Count; j++)
        {
            if (Names[j] == name)
                return j;
        }

        throw new ArgumentException($"There is no column '{name}'; the columns are {string.Join(", ", Names.Take(20))}.", nameof(name));
    }

    private static double WeightOf(PathPoint point, int column)
    {
        for (var i = 0; i < point.Support.Count; i++)
        {
            if (point.Support[i] == column)
                return point.Weights[i];
        }

        return 0;
    }
}
