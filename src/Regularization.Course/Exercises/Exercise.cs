using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>A question to the learner that can judge the answer.</summary>
/// <param name="id">The name, a lesson's short name and the exercise's: <c>l1.soft-threshold</c>.</param>
/// <param name="title">The heading.</param>
public abstract class Exercise(string id, string title)
{
    /// <summary>The name that cells and outputs refer to.</summary>
    public string Id { get; } = id;

    /// <summary>The heading.</summary>
    public string Title { get; } = title;

    /// <summary>What is asked, in a sentence or two.</summary>
    public required string Prompt { get; init; }

    /// <summary>What kind of work it is.</summary>
    public required ExerciseKind Kind { get; init; }

    /// <summary>At least three hints, each giving away a little more.</summary>
    public required ImmutableArray<string> Hints
    {
        get;
        init => field = value.Length >= 3 ? value : throw new ArgumentException($"Exercise '{Id}' has {value.Length} hints; expected at least 3.", nameof(value));
    }

    /// <summary>The worked solution.</summary>
    public required WorkedSolution Solution { get; init; }

    /// <summary>The <paramref name="number"/>-th hint, counted from 1; beyond the last it stays at the last.</summary>
    public string Hint(int number) => Hints[Math.Clamp(number, 1, Hints.Length) - 1];

    /// <summary>The worked solution, to show in a cell.</summary>
    public WorkedSolution ShowSolution() => Solution;

    /// <summary>The verdict on a right answer.</summary>
    protected Verdict Right(string message) => Judged(VerdictStatus.Passed, message);

    /// <summary>The verdict on no answer.</summary>
    protected Verdict Unsolved() => Judged(VerdictStatus.Unsolved, $"not solved yet: {Title}");

    /// <summary>The verdict on a wrong answer.</summary>
    protected Verdict Wrong(string message) => Judged(VerdictStatus.Wrong, message);

    private Verdict Judged(VerdictStatus status, string message)
    {
        Progress.Record(this, status);
        return new(this, status, message);
    }

    /// <summary>What is asked, as HTML.</summary>
    public virtual string ToHtml() => VerdictHtml.Prompt(this);

    /// <summary>The id and the title.</summary>
    public override string ToString() => $"{Id}: {Title}";
}

/// <summary>An exercise with answers of a type.</summary>
/// <typeparam name="TAnswer">What the learner writes: a number, a letter, a function.</typeparam>
/// <param name="id">The name.</param>
/// <param name="title">The heading.</param>
public abstract class Exercise<TAnswer>(string id, string title) : Exercise(id, title)
{
    /// <summary>What is to be said of an answer. Never throws: an answer that throws is a wrong one.</summary>
    public abstract Verdict Try(TAnswer? answer);
}
