using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>"Predict or derive a number."</summary>
/// <param name="id">The name.</param>
/// <param name="title">The heading.</param>
public sealed class NumberExercise(string id, string title) : Exercise<double>(id, title)
{
    /// <summary>The right number.</summary>
    public required double Expected { get; init; }

    /// <summary>How far an answer may be off.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Why that much: <c>two decimals are enough to see it</c>.</summary>
    public required string ToleranceReason { get; init; }

    /// <summary>Why the right number is right, for the verdict.</summary>
    public required string Because { get; init; }

    /// <summary>Wrong numbers that are recognized, with what went wrong.</summary>
    public ImmutableArray<(double Value, string Message)> Misconceptions { get; init; } = [];

    /// <inheritdoc/>
    public override Verdict Try(double answer)
    {
        if (double.IsNaN(answer))
            return Unsolved();
        if (Math.Abs(answer - Expected) <= Tolerance)
            return Right($"{Numbers.Text(answer)} is right: {Because}");
        var known = Misconceptions.FirstOrDefault(m => Math.Abs(answer - m.Value) <= Math.Max(Tolerance, 1e-12)).Message;
        return Wrong($"{Numbers.Text(answer)} is not it: {known ?? (answer < Expected ? "it is more" : "it is less")}");
    }
}
