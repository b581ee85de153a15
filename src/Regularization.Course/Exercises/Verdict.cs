namespace Regularization.Course;

/// <summary>What is to be said of an answer.</summary>
public enum VerdictStatus
{
    /// <summary>The answer is right.</summary>
    Passed,

    /// <summary>There is no answer yet.</summary>
    Unsolved,

    /// <summary>The answer is wrong.</summary>
    Wrong,
}

/// <summary>What an exercise says to an answer.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Status">Right, missing or wrong.</param>
/// <param name="Message">What is wrong, with a counterexample, or why it is right.</param>
public sealed record Verdict(Exercise Exercise, VerdictStatus Status, string Message)
{
    /// <summary>Whether the answer is right.</summary>
    public bool Passed => Status == VerdictStatus.Passed;

    /// <summary>The status as the word used in outputs: <c>passed</c>, <c>unsolved</c> or <c>wrong</c>.</summary>
    public string StatusWord => Status switch
    {
        VerdictStatus.Passed => "passed",
        VerdictStatus.Unsolved => "unsolved",
        _ => "wrong",
    };

    /// <summary>The verdict as HTML, with the hints one inside the other and the worked solution innermost.</summary>
    public string ToHtml() => VerdictHtml.Write(this);

    /// <summary>One line: <c>✓</c>, <c>○</c> or <c>✗</c> and the message.</summary>
    public override string ToString() => $"{Mark} {Message}";

    internal string Mark => Status switch
    {
        VerdictStatus.Passed => "✓",
        VerdictStatus.Unsolved => "○",
        _ => "✗",
    };
}
