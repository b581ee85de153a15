namespace Regularization;

/// <summary>Counts how often a bound was of use, so that one that never helps is not computed at every node.</summary>
/// <remarks>It counts nodes, not time: the same problem takes the same way every time.</remarks>
internal sealed class BoundChoice
{
    private const int Trial = 32;
    private const int Seldom = 64;

    private long asked;
    private long tried;
    private long won;

    /// <summary>Whether to compute the bound at this node: while it helps at one node in ten, and else at every sixty-fourth.</summary>
    public bool Decide()
    {
        var yes = tried < Trial || won * 10 >= tried || asked % Seldom == 0;
        asked++;
        tried += yes ? 1 : 0;
        return yes;
    }

    /// <summary>It closed a node.</summary>
    public void Win() => won++;
}
