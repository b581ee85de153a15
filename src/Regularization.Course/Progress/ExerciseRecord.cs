namespace Regularization.Course;

/// <summary>What became of an exercise.</summary>
/// <param name="Passed">Whether a right answer was given, now or before.</param>
/// <param name="Attempts">How many answers were given until the first right one.</param>
public sealed record ExerciseRecord(bool Passed, int Attempts)
{
    /// <summary>The record after one more answer. After the first right one nothing changes any more.</summary>
    public ExerciseRecord After(bool passed) => Passed ? this : new(passed, Attempts + 1);
}
