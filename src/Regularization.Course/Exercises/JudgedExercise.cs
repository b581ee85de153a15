using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>A demand on an answer.</summary>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
/// <param name="What">What is demanded.</param>
/// <param name="Objection">What is wrong with an answer, with its numbers; <see langword="null"/> when nothing is.</param>
public sealed record Demand<TAnswer>(string What, Func<TAnswer, string?> Objection);

/// <summary>An exercise with many right answers: "find two vectors that break the triangle inequality".</summary>
/// <typeparam name="TAnswer">The type of the answer: an array, a tuple, a vector.</typeparam>
/// <param name="id">The name.</param>
/// <param name="title">The heading.</param>
public sealed class JudgedExercise<TAnswer>(string id, string title) : Exercise<TAnswer>(id, title)
{
    /// <summary>The demands, checked in order.</summary>
    public required ImmutableArray<Demand<TAnswer>> Demands { get; init; }

    /// <summary>Why an answer that meets all demands is right.</summary>
    public required string Because { get; init; }

    /// <summary>Whether an answer is no answer; by default NaN, <see langword="null"/> and the empty array are blank.</summary>
    public Func<TAnswer?, bool> IsBlank { get; init; } = a => Answers.IsBlank(a);

    /// <inheritdoc/>
    public override Verdict Try(TAnswer? answer)
    {
        if (IsBlank(answer))
            return Unsolved();
        foreach (var demand in Demands)
        {
            if (Objection(demand, answer!) is { } objection)
                return Wrong($"{demand.What}: {objection}");
        }

        return Right(Because);
    }

    private static string? Objection(Demand<TAnswer> demand, TAnswer answer)
    {
        try
        {
            return demand.Objection(answer);
        }
#pragma warning disable CA1031 // An answer that cannot be judged is a wrong one, and says so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"your answer gives {e.GetType().Name}: {e.Message}";
        }
    }
}
