namespace Regularization;

/// <summary>Some of the columns, in ascending order of joining.</summary>
/// <param name="columns">p.</param>
internal sealed class WorkingSet(int columns)
{
    private readonly bool[] isIn = new bool[columns];
    private readonly List<int> members = [];

    /// <summary>The members.</summary>
    public ReadOnlySpan<int> Columns => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(members);

    /// <summary>Exactly the columns that are wanted.</summary>
    public void Choose(Func<int, bool> isWanted)
    {
        members.Clear();
        for (var j = 0; j < isIn.Length; j++)
        {
            isIn[j] = isWanted(j);
            if (isIn[j])
                members.Add(j);
        }
    }

    /// <summary>The wanted columns too; returns how many are new.</summary>
    public int Join(Func<int, bool> isWanted)
    {
        var before = members.Count;
        for (var j = 0; j < isIn.Length; j++)
        {
            if (isIn[j] || !isWanted(j))
                continue;
            isIn[j] = true;
            members.Add(j);
        }

        return members.Count - before;
    }

    /// <summary>The members' entries.</summary>
    public double[] Take(double[] values)
    {
        var taken = new double[members.Count];
        for (var k = 0; k < taken.Length; k++)
            taken[k] = values[members[k]];
        return taken;
    }
}
