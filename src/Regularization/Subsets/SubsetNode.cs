namespace Regularization;

/// <summary>What is left to decide: columns C are chosen, columns F are free, and all others are out.</summary>
/// <remarks>
/// C has been projected out of everything: <c>A = G_FF − G_FC G_CC⁻¹ G_CF</c> and <c>b = c_F − G_FC G_CC⁻¹ c_C</c> (with λ_j on the
/// diagonal of G), so that for any further columns S the objective is <c>Base − ½ b_Sᵀ A_SS⁻¹ b_S</c>.
/// </remarks>
internal sealed class SubsetNode
{
    /// <summary>How many columns are free.</summary>
    public int Count;

    /// <summary>Which they are: their positions in the root.</summary>
    public int[] Ids = [];

    /// <summary>A, row after row, Count numbers each.</summary>
    public double[] Gram = [];

    /// <summary>b.</summary>
    public double[] Correlation = [];

    /// <summary>D, a diagonal with A − D positive semidefinite; zeros where none is known.</summary>
    public double[] Share = [];

    /// <summary>u, where a relaxation starts.</summary>
    public double[] Start = [];

    /// <summary>The objective with the chosen columns only.</summary>
    public double Base;

    /// <summary>A lower bound, rounding errors already taken off.</summary>
    public double Bound;

    /// <summary>The threshold √(2λ₀) at which the parent's relaxation ended; 0 if there was none.</summary>
    public double Threshold;

    /// <summary>ε: how wrong entries of A and b, and Base, may be.</summary>
    public double Rounding;

    /// <summary>Makes room for so many free columns.</summary>
    public void Resize(int count)
    {
        Count = count;
        if (Ids.Length >= count)
            return;
        Ids = new int[count];
        Gram = new double[checked(count * count)];
        (Correlation, Share, Start) = (new double[count], new double[count], new double[count]);
    }

    /// <summary>The same numbers, for a search of its own.</summary>
    public SubsetNode View() => (SubsetNode)MemberwiseClone();

    /// <summary>Row i of A.</summary>
    public ReadOnlySpan<double> Row(int i) => Gram.AsSpan(i * Count, Count);

    /// <summary><c>A_ii</c>.</summary>
    public double Diagonal(int i) => Gram[i * Count + i];

    /// <summary>Copies the columns of another node in the order given.</summary>
    public void Gather(SubsetNode from, ReadOnlySpan<int> order, ReadOnlySpan<double> start)
    {
        Resize(order.Length);
        (Base, Bound, Threshold, Rounding) = (from.Base, from.Bound, from.Threshold, from.Rounding);
        for (var i = 0; i < order.Length; i++)
        {
            var source = order[i];
            (Ids[i], Correlation[i], Share[i], Start[i]) = (from.Ids[source], from.Correlation[source], from.Share[source], start[source]);
            var row = from.Row(source);
            var target = Gram.AsSpan(i * Count, Count);
            for (var j = 0; j < order.Length; j++)
                target[j] = row[order[j]];
        }
    }

    /// <summary>Chooses column i of another node; those before it are out, those after it stay free.</summary>
    public void Choose(SubsetNode from, int i)
    {
        var first = i + 1;
        Resize(from.Count - first);
        var (pivot, correlation) = (from.Diagonal(i), from.Correlation[i]);
        var rest = from.Row(i)[first..];
        Base = from.Base - correlation * correlation / (2 * pivot);
        for (var a = 0; a < Count; a++)
        {
            var factor = rest[a] / pivot;
            var target = Gram.AsSpan(a * Count, Count);
            from.Row(first + a)[first..].CopyTo(target);
            Kernels.Axpy(-factor, rest, target);
            Correlation[a] = from.Correlation[first + a] - factor * correlation;
        }

        from.Ids.AsSpan(first, Count).CopyTo(Ids);
        from.Share.AsSpan(first, Count).CopyTo(Share);
    }
}
