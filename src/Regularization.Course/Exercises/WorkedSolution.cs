namespace Regularization.Course;

/// <summary>The worked solution of an exercise.</summary>
/// <param name="Code">The C# that takes the place of the stub: everything before the cell's last line.</param>
/// <param name="Explanation">Why it is right, in words and formulas.</param>
public sealed record WorkedSolution(string Code, string Explanation)
{
    /// <summary>The code and the explanation as HTML.</summary>
    public string ToHtml() => VerdictHtml.Solution(this);

    /// <summary>The code, then the explanation.</summary>
    public override string ToString() => $"{Code}\n{Explanation}";
}
