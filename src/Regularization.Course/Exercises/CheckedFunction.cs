using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>An exercise whose answer is a function, compared with a reference at the places of its checks.</summary>
/// <typeparam name="TFunction">The type of the function.</typeparam>
/// <typeparam name="TArguments">Its argument, or the tuple of its arguments.</typeparam>
/// <typeparam name="TResult">Its result: a number, a truth value, an array or a vector.</typeparam>
/// <param name="id">The name.</param>
/// <param name="title">The heading.</param>
public abstract class CheckedFunction<TFunction, TArguments, TResult>(string id, string title) : Exercise<TFunction>(id, title)
    where TFunction : Delegate
{
    /// <summary>The right function.</summary>
    public required TFunction Reference { get; init; }

    /// <summary>The properties to check, the most telling first.</summary>
    public required ImmutableArray<Check<TArguments>> Checks { get; init; }

    /// <summary>Wrong functions that are recognized and called by their names.</summary>
    public ImmutableArray<Misconception<TFunction>> Misconceptions { get; init; } = [];

    /// <summary>How far a number may be off, absolutely and relative to the reference; the default leaves room for another order of summation.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>What the function is called in messages.</summary>
    public string FunctionName { get; init; } = "f";

    /// <summary>Whether a result means "not answered"; by default NaN, <see langword="null"/> and the empty array are blank.</summary>
    public Func<TResult?, bool> IsBlank { get; init; } = r => Answers.IsBlank(r);

    /// <inheritdoc/>
    public sealed override Verdict Try(TFunction? answer)
    {
        if (answer is null)
            return Unsolved();
        var all = Checks.SelectMany(c => c.At.Select(at => Evaluate(answer, c.What, at))).ToArray();
        if (all.All(e => e.Blank))
            return Unsolved();
        if (Array.Find(all, e => !e.Agrees) is not { } first)
            return Right($"{FunctionName} {string.Join(", ", Checks.Select(c => c.What))}: {all.Length} cases checked.");
        return Wrong(Recognize(all) is { } message ? $"{message} ({first.Say(FunctionName)})" : $"{first.What}: {first.Say(FunctionName)}");
    }

    /// <summary>The function's value.</summary>
    protected abstract TResult? Apply(TFunction function, TArguments arguments);

    /// <summary>The arguments as they are written in a call.</summary>
    protected abstract string Show(TArguments arguments);

    private string? Recognize(Evaluation[] all) =>
        Misconceptions.FirstOrDefault(m => all.All(e => e.Threw is null && Answers.Same(Safely(m.Function, e.At).Result, e.Result, Tolerance)))?.Message;

    private Evaluation Evaluate(TFunction answer, string what, TArguments at)
    {
        var expected = Apply(Reference, Answers.Copy(at));
        var (result, threw) = Safely(answer, at);
        return new(what, at, $"{Show(at)}", result, expected, threw, threw is NotImplementedException || (threw is null && IsBlank(result)),
            threw is null && Answers.Same(expected, result, Tolerance));
    }

    private (TResult? Result, Exception? Threw) Safely(TFunction function, TArguments at)
    {
        try
        {
            return (Apply(function, Answers.Copy(at)), null);
        }
#pragma warning disable CA1031 // Whatever the learner's function throws is an answer to talk about.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return (default, e);
        }
    }

    private sealed record Evaluation(string What, TArguments At, string Shown, TResult? Result, TResult? Expected, Exception? Threw, bool Blank, bool Agrees)
    {
        public string Say(string name) => Threw is { } e
            ? $"{name}({Shown}) throws {e.GetType().Name}: {e.Message}"
            : $"{name}({Shown}) is {Numbers.Text(Result)}, not {Numbers.Text(Expected)}";
    }
}
