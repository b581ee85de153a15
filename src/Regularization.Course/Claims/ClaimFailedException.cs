namespace Regularization.Course;

/// <summary>The text says something that the computation does not.</summary>
public sealed class ClaimFailedException : Exception
{
    /// <summary>A claim that failed.</summary>
    public ClaimFailedException(string message) : base(message) { }

    /// <summary>A claim that failed because of another error.</summary>
    public ClaimFailedException(string message, Exception inner) : base(message, inner) { }

    /// <summary>A claim that failed.</summary>
    public ClaimFailedException() { }
}
