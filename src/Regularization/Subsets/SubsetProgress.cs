namespace Regularization;

/// <summary>How far the search for the best subset is.</summary>
/// <param name="Size">The size k that is being searched.</param>
/// <param name="Nodes">How many nodes were visited for it.</param>
/// <param name="Objective">The best objective found.</param>
/// <param name="Bound">No subset of this size has a smaller objective.</param>
public readonly record struct SubsetProgress(int Size, long Nodes, double Objective, double Bound)
{
    /// <summary><c>(objective − bound)/objective</c>.</summary>
    public double RelativeGap => Objective > Bound ? (Objective - Bound) / Objective : 0;
}
