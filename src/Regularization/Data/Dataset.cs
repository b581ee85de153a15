namespace Regularization;

/// <summary>A table for regression: the design matrix <c>X</c> (n×p), the response <c>y</c>, and what their columns are called.</summary>
/// <remarks>The numbers are copied in; treat <see cref="X"/> and <see cref="Y"/> as read-only.</remarks>
public sealed class Dataset
{
    /// <summary>Puts names, numbers and response together, after checking that they fit.</summary>
    public Dataset(IEnumerable<string> names, Matrix x, Vector y, string target)
    {
        Names = [.. names];
        X = Argument.Finite(x).Clone();
        Y = Argument.Length(Argument.Finite(y), x.RowCount, nameof(y)).Clone();
        Target = target;
        if (Names.Count != x.ColumnCount)
            throw new ArgumentException($"names has {Names.Count} entries; expected {x.ColumnCount}, one a column of x.", nameof(names));
        if (Names.Append(target).Distinct(StringComparer.Ordinal).Count() <= Names.Count)
            throw new ArgumentException($"names and target must all differ, but are {string.Join(", ", Names)}; {target}.", nameof(names));
    }

    /// <summary>The column names, in the order of the columns of <see cref="X"/>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The design matrix, one row a sample.</summary>
    public Matrix X { get; }

    /// <summary>The response, one entry a sample.</summary>
    public Vector Y { get; }

    /// <summary>What the response is called.</summary>
    public string Target { get; }

    /// <summary>n, the number of samples.</summary>
    public int Rows => X.RowCount;

    /// <summary>p, the number of features.</summary>
    public int Columns => X.ColumnCount;

    /// <summary>The position of a column, by name.</summary>
    public int IndexOf(string name)
    {
        for (var j = 0; j < Names.Count; j++)
        {
            if (Names[j] == name)
                return j;
        }

        throw new ArgumentException($"There is no column '{name}'; the columns are {string.Join(", ", Names)}.", nameof(name));
    }

    /// <summary>The names of the columns with nonzero weight: the support of <paramref name="w"/>, readable.</summary>
    public IReadOnlyList<string> NamesOf(Vector w) => [.. Names.Where((_, j) => Argument.Length(w, Columns)[j] != 0)];

    /// <summary>Only the columns named, in the order named.</summary>
    public Dataset Select(params IEnumerable<string> names)
    {
        string[] chosen = [.. names];
        return new Dataset(chosen, Matrix.Build.DenseOfColumnVectors(chosen.Select(name => X.Column(IndexOf(name)))), Y, Target);
    }

    /// <summary>Size and names in one line.</summary>
    public override string ToString() => $"{Target} from {string.Join(", ", Names.Take(12))}{(Columns > 12 ? ", …" : "")} ({Rows} rows × {Columns} columns)";
}
