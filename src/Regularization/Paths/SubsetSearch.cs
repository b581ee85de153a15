namespace Regularization;

/// <summary>Walks through all subsets, each made from a smaller one by adding a column further right.</summary>
/// <remarks>
/// Adding a column adds one row to the Cholesky factor of <c>X_AᵀX_A</c>, and lowers the RSS by the square of one number: k²/2
/// multiplications a subset instead of a regression from scratch.
/// </remarks>
internal sealed class SubsetSearch
{
    // A column whose part outside the span of the others is shorter than 1e-7 of its length adds only rounding errors.
    private const double Dependent = 1e-14;

    private readonly int columns;
    private readonly int maxSize;
    private readonly double[,] gram;
    private readonly double[] correlation;
    private readonly double[,] factor;
    private readonly double[] coordinate;
    private readonly int[] chosen;
    private readonly double[] bestDrop;
    private readonly int[][] best;

    public SubsetSearch(Matrix x, Vector y, int maxSize)
    {
        columns = x.ColumnCount;
        this.maxSize = maxSize;
        gram = x.TransposeThisAndMultiply(x).ToArray();
        correlation = x.TransposeThisAndMultiply(y).ToArray();
        factor = new double[maxSize, maxSize];
        coordinate = new double[maxSize];
        chosen = new int[maxSize];
        bestDrop = new double[maxSize + 1];
        best = new int[maxSize + 1][];
        Array.Fill(bestDrop, double.NegativeInfinity);
    }

    public long Examined { get; private set; }

    /// <summary>The best support of every size; among equals the first in lexicographic order.</summary>
    public IReadOnlyList<int[]> Run()
    {
        Visit(0, 0, 0);
        return best;
    }

    // The first `size` entries of `chosen` are a subset that lowers the RSS by `drop`.
    private void Visit(int size, int from, double drop)
    {
        Examined++;
        if (drop > bestDrop[size])
        {
            bestDrop[size] = drop;
            best[size] = chosen[..size];
        }

        if (size == maxSize)
            return;
        for (var column = from; column < columns; column++)
        {
            chosen[size] = column;
            Visit(size + 1, column + 1, drop + Append(size, column));
        }
    }

    // Extends the Cholesky factor by one row and returns by how much the RSS falls.
    private double Append(int row, int column)
    {
        var (rest, projected) = (gram[column, column], correlation[column]);
        for (var i = 0; i < row; i++)
        {
            var sum = gram[column, chosen[i]];
            for (var k = 0; k < i; k++)
                sum -= factor[row, k] * factor[i, k];
            factor[row, i] = factor[i, i] == 0 ? 0 : sum / factor[i, i];
            rest -= factor[row, i] * factor[row, i];
            projected -= factor[row, i] * coordinate[i];
        }

        var isDependent = rest <= Dependent * gram[column, column];
        factor[row, row] = isDependent ? 0 : Math.Sqrt(rest);
        coordinate[row] = isDependent ? 0 : projected / factor[row, row];
        return coordinate[row] * coordinate[row];
    }
}
