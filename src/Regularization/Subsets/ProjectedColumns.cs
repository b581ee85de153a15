namespace Regularization;

/// <summary>All columns with the chosen ones projected out, kept up to date as columns are chosen: what each of the others would add.</summary>
/// <remarks>Choosing the m-th column costs m·p multiplications: it adds one row to the factor of the chosen block, for all columns at once.</remarks>
internal sealed class ProjectedColumns(SubsetProblem problem)
{
    private readonly List<double[]> rows = [];
    private readonly double[] diagonal = new double[problem.Columns];
    private readonly double[] correlation = new double[problem.Columns];
    private readonly double[] column = new double[problem.Columns];
    private readonly List<int> chosen = [];

    /// <summary>The columns chosen, in order.</summary>
    public IReadOnlyList<int> Chosen => chosen;

    /// <summary>The objective with them.</summary>
    public double Objective { get; private set; }

    /// <summary><c>x_jᵀr − λ_j w_j</c>: for a column that is not chosen, its correlation with the residual.</summary>
    public double Correlation(int j) => correlation[j];

    /// <summary>The correlations of all columns.</summary>
    public ReadOnlySpan<double> Correlations => correlation;

    /// <summary><c>A_jj</c>: the squared length of what is left of column j, and λ_j.</summary>
    public double Diagonal(int j) => diagonal[j];

    /// <summary>Column j of A, good until the next call.</summary>
    public ReadOnlySpan<double> Column(int j)
    {
        problem.GramColumn(j).CopyTo(column);
        for (var i = 0; i < chosen.Count; i++)
            Kernels.Axpy(-rows[i][j], rows[i], column);
        return column;
    }

    /// <summary>By how much column j would lower the objective; 0 for a column that depends on the chosen ones.</summary>
    public double Drop(int j) => diagonal[j] <= SubsetProblem.Dependent ? 0 : correlation[j] * correlation[j] / (2 * diagonal[j]);

    /// <summary>Starts with no column.</summary>
    public ProjectedColumns Clear()
    {
        chosen.Clear();
        problem.Correlation.CopyTo(correlation, 0);
        for (var j = 0; j < diagonal.Length; j++)
            diagonal[j] = 1 + problem.Ridge[j];
        Objective = problem.HalfSquare;
        return this;
    }

    /// <summary>Starts anew with these columns, perhaps without the one at a place.</summary>
    public ProjectedColumns Project(ReadOnlySpan<int> columns, int without = -1)
    {
        Clear();
        for (var i = 0; i < columns.Length; i++)
        {
            if (i != without)
                Add(columns[i]);
        }

        return this;
    }

    /// <summary>Chooses column j; one that depends on the others changes nothing.</summary>
    public void Add(int j)
    {
        var m = chosen.Count;
        chosen.Add(j);
        if (rows.Count == m)
            rows.Add(new double[diagonal.Length]);
        var row = rows[m];
        if (diagonal[j] <= SubsetProblem.Dependent)
        {
            Array.Clear(row);
            return;
        }

        Objective -= Drop(j);
        problem.GramColumn(j).CopyTo(row);
        for (var i = 0; i < m; i++)
            Kernels.Axpy(-rows[i][j], rows[i], row);
        var length = Math.Sqrt(diagonal[j]);
        System.Numerics.Tensors.TensorPrimitives.Divide(row, length, row);
        Kernels.Axpy(-correlation[j] / length, row, correlation);
        for (var i = 0; i < row.Length; i++)
            diagonal[i] -= row[i] * row[i];
        (diagonal[j], correlation[j]) = (0, 0);
    }

    /// <summary>The column that would lower the objective most, or −1 if none would.</summary>
    public int Best()
    {
        var (best, drop) = (-1, 0.0);
        for (var j = 0; j < diagonal.Length; j++)
        {
            if (Drop(j) is var d && d > drop)
                (best, drop) = (j, d);
        }

        return best;
    }
}
