using System.Numerics.Tensors;

namespace Regularization;

/// <summary><c>x̃_j = (x_j − x̄_j)/s_j</c>: the columns as the penalty sees them, one after the other, and the way back.</summary>
/// <remarks>
/// Means and lengths are weighted by the rows' weights: weight 2 is the same as having the row twice. A column that is constant (with an
/// intercept) or zero (without) carries no information: it becomes zeros, and its weight 0. The way back is
/// <c>w_j = w̃_j/s_j</c>, <c>b = b̃ − Σ x̄_j w_j</c>.
/// </remarks>
internal sealed class PreparedDesign
{
    // Squares of larger numbers overflow, and squares of smaller ones lose their digits.
    private const double Largest = 1e140;
    private const double Smallest = 1e-140;

    private PreparedDesign(double[] x, int rows, IReadOnlyList<string> names, double[]? sampleWeights)
    {
        (X, Rows, Columns, Names, SampleWeights) = (x, rows, names.Count, names, sampleWeights);
        (Means, Scales, Squares) = (new double[Columns], new double[Columns], new double[Columns]);
        TotalWeight = sampleWeights is null ? rows : Kernels.Sum(sampleWeights);
    }

    /// <summary>The prepared columns, n·p numbers.</summary>
    public double[] X { get; }

    /// <summary>n.</summary>
    public int Rows { get; }

    /// <summary>p.</summary>
    public int Columns { get; }

    /// <summary>x̄_j; 0 without an intercept.</summary>
    public double[] Means { get; }

    /// <summary>s_j; 0 for a column that carries no information.</summary>
    public double[] Scales { get; }

    /// <summary><c>Σᵢ vᵢx̃ᵢⱼ²</c>, the squared length of every prepared column.</summary>
    public double[] Squares { get; }

    /// <summary><c>Σ vᵢ</c>; n when every row counts once.</summary>
    public double TotalWeight { get; }

    /// <summary>vᵢ, or nothing when every row counts once.</summary>
    public double[]? SampleWeights { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Column j as the penalty sees it.</summary>
    public ReadOnlySpan<double> Column(int j) => X.AsSpan(j * Rows, Rows);

    /// <summary>Columns that are as the penalty sees them already.</summary>
    public static PreparedDesign AsPrepared(double[] x, int rows, double[]? sampleWeights)
    {
        var design = new PreparedDesign(x, rows, LassoKnotPoints.Names(x.Length / rows), sampleWeights);
        Array.Fill(design.Scales, 1);
        for (var j = 0; j < design.Columns; j++)
            design.Squares[j] = Kernels.SumOfSquares(design.Column(j));
        return design;
    }

    /// <summary>Checks X, y and the options, and prepares the columns.</summary>
    public static PreparedDesign Of(Matrix x, Vector y, FitOptions options)
    {
        Argument.NotNull(options);
        var (n, p) = (Argument.NotNull(x).RowCount, x.ColumnCount);
        Argument.Length(Argument.Finite(y), n, nameof(y));
        if (options.Threads is { } threads)
            Argument.AtLeast(threads, 1, nameof(options.Threads));
        CheckMagnitude(y.AsArray() ?? y.ToArray(), "y");
        var design = new PreparedDesign(new double[checked(n * p)], n, CheckedNames(options.Names, p), CheckedWeights(options.SampleWeights, n));
        // One column after the other, so that work on gigabytes can be canceled.
        var given = x.AsColumnMajorArray();
        Blocks.Run(p, 64, options.Threads ?? Environment.ProcessorCount, options.Cancellation, (from, to) =>
        {
            for (var j = from; j < to; j++)
            {
                options.Cancellation.ThrowIfCancellationRequested();
                var column = design.X.AsSpan(j * n, n);
                (given ?? x.Column(j).ToArray()).AsSpan(given is null ? 0 : j * n, n).CopyTo(column);
                // The largest value of a column with a NaN in it is NaN: only then is the place looked for.
                if (!double.IsFinite(TensorPrimitives.MaxMagnitude<double>(column)))
                    Argument.FiniteColumn(column, j, nameof(x));
                CheckMagnitude(column, $"column {j} of x ({design.Names[j]})");
                design.Prepare(j, column, options);
            }
        });
        return design;
    }

    /// <summary>Weights of prepared columns, and the intercept that goes with them, in the units of the data.</summary>
    /// <param name="support">The columns.</param>
    /// <param name="prepared">Their weights w̃.</param>
    /// <param name="intercept">b̃, the intercept beside the prepared columns.</param>
    public (double Intercept, double[] Weights) ToOriginal(ReadOnlySpan<int> support, ReadOnlySpan<double> prepared, double intercept)
    {
        var weights = new double[support.Length];
        for (var i = 0; i < support.Length; i++)
        {
            weights[i] = prepared[i] / Scales[support[i]];
            intercept -= Means[support[i]] * weights[i];
        }

        return (intercept, weights);
    }

    /// <summary><c>Σ vᵢyᵢ / Σ vᵢ</c>.</summary>
    public double Mean(ReadOnlySpan<double> values) => (SampleWeights is null ? Kernels.Sum(values) : Kernels.Dot(SampleWeights, values)) / TotalWeight;

    // Centers and scales in place. The mean is taken twice: the second time of what is left, which removes the first one's rounding.
    private void Prepare(int j, Span<double> column, FitOptions options)
    {
        var isConstant = !column.ContainsAnyExcept(options.Intercept ? column[0] : 0);
        if (options.Intercept)
        {
            Means[j] = Mean(column);
            TensorPrimitives.Subtract(column, Means[j], column);
            var rest = Mean(column);
            TensorPrimitives.Subtract(column, rest, column);
            Means[j] += rest;
        }

        var squares = isConstant ? 0 : SampleWeights is null ? Kernels.SumOfSquares(column) : WeightedSquares(column);
        if (squares == 0)
        {
            column.Clear();
            return;
        }

        Scales[j] = options.Scale switch
        {
            ColumnScale.UnitNorm => Math.Sqrt(squares),
            ColumnScale.UnitDeviation => Math.Sqrt(squares / TotalWeight),
            _ => 1,
        };
        Squares[j] = squares / (Scales[j] * Scales[j]);
        if (Scales[j] != 1)
            TensorPrimitives.Divide(column, Scales[j], column);
    }

    private double WeightedSquares(ReadOnlySpan<double> column)
    {
        var sum = 0.0;
        for (var i = 0; i < column.Length; i++)
            sum += SampleWeights![i] * column[i] * column[i];
        return sum;
    }

    private static double[]? CheckedWeights(IReadOnlyList<double>? weights, int n)
    {
        if (weights is null)
            return null;
        Argument.Length(Vector.Build.DenseOfEnumerable(weights), n, nameof(FitOptions.SampleWeights));
        double[] v = [.. weights.Select((weight, i) => Argument.Nonnegative(weight, $"{nameof(FitOptions.SampleWeights)}[{i}]"))];
        Argument.Positive(v.Sum(), $"the sum of {nameof(FitOptions.SampleWeights)}");
        return v;
    }

    private static IReadOnlyList<string> CheckedNames(IReadOnlyList<string>? names, int p)
    {
        if (names is null)
            return [.. Enumerable.Range(1, p).Select(j => FormattableString.Invariant($"x{j}"))];
        return names.Count == p ? names : throw new ArgumentException($"{nameof(FitOptions.Names)} has {names.Count} entries; expected {p}, one a column.", nameof(names));
    }

    private static void CheckMagnitude(ReadOnlySpan<double> values, string name)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(values));
        if (largest != 0)
            Argument.Between(largest, Smallest, Largest, $"the largest absolute value of {name}");
    }
}
