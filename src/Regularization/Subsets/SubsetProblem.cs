namespace Regularization;

/// <summary><c>min ½‖y − X_A w‖² + ½Σλ_j w_j²</c> with <c>‖y‖ = ‖x_j‖ = 1</c>: the form in which subsets are compared.</summary>
/// <remarks>
/// Columns without information are left out, rows are multiplied by √vᵢ, and lengths go into λ_j = λ/‖x̃_j‖². So every number in the search is of
/// order 1, and one ε bounds the rounding errors of all entries of the Gram matrix.
/// </remarks>
internal sealed class SubsetProblem
{
    // A larger Gram matrix is not kept whole: its columns are computed when asked for.
    public const int MostDense = 2048;

    // A column of which less than this share of its squared length lies outside the span of others counts as dependent on them: below,
    // a Gram matrix of double precision cannot tell what is there.
    public const double Dependent = 1e-13;

    /// <summary>Up to here a column certainly counts as dependent, in every order of the columns.</summary>
    public const double SurelyDependent = 3e-14;

    /// <summary>From here on a column certainly counts as independent.</summary>
    public const double SurelyIndependent = 1e-12;

    private const double UnitRoundoff = 1.0 / (1L << 53);

    private readonly double[]?[] columns;
    private double[]? gram;

    private SubsetProblem(PreparedDesign design, double[] x, int[] original, double[] lengths, double[] y, double length, double lambda)
    {
        (Design, X, Original, Lengths, Y, Length) = (design, x, original, lengths, y, length);
        Ridge = [.. lengths.Select(l => lambda / (l * l))];
        Lambda = lambda;
        columns = new double[original.Length][];
        Correlation = new double[Columns];
        for (var j = 0; j < Columns; j++)
            Correlation[j] = Kernels.Dot(Unit(j), y);
        // The dot products have 8 running sums over blocks of 256 rows, so the longest chain of additions is this long.
        Rounding = (Math.Min(Rows, 256) / 8.0 + Rows / 256.0 + 8) * UnitRoundoff;
    }

    public PreparedDesign Design { get; }

    /// <summary>The unit columns, one after the other.</summary>
    public double[] X { get; }

    /// <summary>Which column of the data each of them is.</summary>
    public int[] Original { get; }

    /// <summary>How long they were as prepared columns.</summary>
    public double[] Lengths { get; }

    /// <summary>y at unit length; all zero if y is constant.</summary>
    public double[] Y { get; }

    /// <summary>‖ỹ‖.</summary>
    public double Length { get; }

    public double Lambda { get; }

    /// <summary>λ_j.</summary>
    public double[] Ridge { get; }

    /// <summary><c>Xᵀy</c>.</summary>
    public double[] Correlation { get; }

    /// <summary>ε: how wrong an entry of XᵀX or Xᵀy may be.</summary>
    public double Rounding { get; }

    public int Rows => Y.Length;

    public int Columns => Original.Length;

    /// <summary>ε after so many more operations.</summary>
    public double RoundingAfter(int operations) => Rounding + operations * UnitRoundoff;

    /// <summary><c>½‖y‖²</c>: ½, or 0 if y is constant.</summary>
    public double HalfSquare => Kernels.SumOfSquares(Y) / 2;

    /// <summary>How much larger an error of an entry may be once k columns with this trace of G_CC⁻¹ are projected out.</summary>
    /// <remarks>It is multiplied by (1 + ‖a‖₁)² with the coefficients a of a unit column on C, and <c>‖a‖₁² ≤ k‖a‖² ≤ k/λ_min ≤ k·tr G_CC⁻¹</c>.</remarks>
    public static double Spread(int k, double inverseTrace) => Math.Pow(1 + Math.Sqrt(k * inverseTrace), 2);

    /// <summary>Column j at unit length.</summary>
    public ReadOnlySpan<double> Unit(int j) => X.AsSpan(j * Rows, Rows);

    /// <summary><c>XᵀX + diag(λ_j)</c> as one block, kept from then on.</summary>
    public double[] DenseGram(CancellationToken cancellation)
    {
        if (gram is null)
        {
            var block = Gram.Of(X, Rows, Columns, threads: 1, cancellation);
            for (var j = 0; j < Columns; j++)
                block[j * Columns + j] += Ridge[j];
            gram = block;
        }

        return gram;
    }

    /// <summary>Column j of <c>XᵀX + diag(λ_j)</c>.</summary>
    public ReadOnlySpan<double> GramColumn(int j)
    {
        if (gram is not null)
            return gram.AsSpan(j * Columns, Columns);
        if (columns[j] is { } known)
            return known;
        var column = new double[Columns];
        for (var i = 0; i < Columns; i++)
            column[i] = Kernels.Dot(Unit(i), Unit(j));
        column[j] += Ridge[j];
        return columns[j] = column;
    }

    public static SubsetProblem Of(Matrix x, Vector y, SubsetOptions options)
    {
        Argument.AtLeast(x.RowCount, 1, "the number of rows of x");
        Argument.AtLeast(x.ColumnCount, 1, "the number of columns of x");
        var design = PreparedDesign.Of(x, y, options);
        var n = design.Rows;
        double[]? root = design.SampleWeights is { } v ? [.. v.Select(Math.Sqrt)] : null;
        var target = y.ToArray();
        var mean = options.Intercept ? design.Mean(target) : 0;
        // The mean of equal numbers may be off by a rounding error, which must not become a response.
        if (options.Intercept && n > 0 && !target.AsSpan().ContainsAnyExcept(target[0]))
            mean = target[0];
        for (var i = 0; i < n; i++)
            target[i] = (target[i] - mean) * (root?[i] ?? 1);
        var length = Normalize(target);

        var (kept, lengths) = (new List<int>(), new List<double>());
        for (var j = 0; j < design.Columns; j++)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            var column = design.X.AsSpan(j * n, n);
            if (root is not null)
                System.Numerics.Tensors.TensorPrimitives.Multiply(column, root, column);
            if (design.Scales[j] == 0 || Normalize(column) is not (> 0 and var l))
                continue;
            column.CopyTo(design.X.AsSpan(kept.Count * n, n));
            kept.Add(j);
            lengths.Add(l);
        }

        return new SubsetProblem(design, design.X, [.. kept], [.. lengths], target, length, options.Lambda) { Mean = mean };
    }

    /// <summary>ȳ; 0 without an intercept.</summary>
    public double Mean { get; private init; }

    private static double Normalize(Span<double> column)
    {
        var length = Math.Sqrt(Kernels.SumOfSquares(column));
        if (length > 0)
            System.Numerics.Tensors.TensorPrimitives.Divide(column, length, column);
        return length;
    }
}
