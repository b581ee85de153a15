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

    private PreparedDesign(double[] x, int rows, int columns, double[] means, double[] scales, double[]? sampleWeights, IReadOnlyList<string> names) =>
        (X, Rows, Columns, Means, Scales, SampleWeights, Names) = (x, rows, columns, means, scales, sampleWeights, names);

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

    /// <summary>vᵢ, or nothing when every row counts once.</summary>
    public double[]? SampleWeights { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Column j as the penalty sees it.</summary>
    public ReadOnlySpan<double> Column(int j) => X.AsSpan(j * Rows, Rows);

    /// <summary>Checks X, y and the options, and prepares the columns.</summary>
    public static PreparedDesign Of(Matrix x, Vector y, FitOptions options)
    {
        Argument.NotNull(options);
        Argument.Length(Argument.Finite(y), Argument.NotNull(x).RowCount, nameof(y));
        var (n, p) = (x.RowCount, x.ColumnCount);
        var weights = CheckedWeights(options.SampleWeights, n);
        var names = CheckedNames(options.Names, p);
        CheckMagnitude(y.AsArray() ?? y.ToArray(), "y");

        // One column after the other, so that work on gigabytes can be canceled.
        var (given, prepared) = (x.AsColumnMajorArray(), new double[checked(n * p)]);
        var (means, scales) = (new double[p], new double[p]);
        for (var j = 0; j < p; j++)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            var column = prepared.AsSpan(j * n, n);
            (given ?? x.Column(j).ToArray()).AsSpan(given is null ? 0 : j * n, n).CopyTo(column);
            Argument.FiniteColumn(column, j, nameof(x));
            CheckMagnitude(column, $"column {j} of x ({names[j]})");
            (means[j], scales[j]) = Prepare(column, weights, options);
        }

        return new PreparedDesign(prepared, n, p, means, scales, weights, names);
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
    public static double Mean(ReadOnlySpan<double> values, double[]? weights)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var v = weights?[i] ?? 1;
            sum += v * values[i];
            total += v;
        }

        return sum / total;
    }

    // Centers and scales in place. The mean is taken twice: the second time of what is left, which removes the first one's rounding.
    private static (double Mean, double Scale) Prepare(Span<double> column, double[]? weights, FitOptions options)
    {
        var first = column[0];
        var isConstant = options.Intercept ? !column.ContainsAnyExcept(first) : !column.ContainsAnyExcept(0.0);
        var mean = options.Intercept ? Mean(column, weights) : 0;
        if (isConstant)
        {
            column.Clear();
            return (mean, 0);
        }

        if (options.Intercept)
        {
            Subtract(column, mean);
            var rest = Mean(column, weights);
            Subtract(column, rest);
            mean += rest;
        }

        var scale = Length(column, weights, options.Scale);
        if (scale == 0)
            column.Clear();
        else if (scale != 1)
            System.Numerics.Tensors.TensorPrimitives.Divide(column, scale, column);
        return (mean, scale);
    }

    private static void Subtract(Span<double> column, double value) => System.Numerics.Tensors.TensorPrimitives.Subtract(column, value, column);

    private static double Length(ReadOnlySpan<double> column, double[]? weights, ColumnScale scale)
    {
        double squares = 0, total = 0;
        for (var i = 0; i < column.Length; i++)
        {
            var v = weights?[i] ?? 1;
            squares += v * column[i] * column[i];
            total += v;
        }

        return scale switch
        {
            _ when squares == 0 => 0,
            ColumnScale.UnitNorm => Math.Sqrt(squares),
            ColumnScale.UnitDeviation => Math.Sqrt(squares / total),
            _ => 1,
        };
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
        var largest = Math.Abs(System.Numerics.Tensors.TensorPrimitives.MaxMagnitude(values));
        if (largest != 0)
            Argument.Between(largest, Smallest, Largest, $"the largest absolute value of {name}");
    }
}
