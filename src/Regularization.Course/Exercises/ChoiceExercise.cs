using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>An option of a choice.</summary>
/// <param name="Letter">The letter to answer with.</param>
/// <param name="Text">What it claims.</param>
/// <param name="Because">Why it is right or wrong.</param>
/// <param name="Right">Whether it is right.</param>
public sealed record Choice(string Letter, string Text, string Because, bool Right = false);

/// <summary>"Which explanation is the right one?": answered by a letter.</summary>
/// <param name="id">The name.</param>
/// <param name="title">The heading.</param>
public sealed class ChoiceExercise(string id, string title) : Exercise<string>(id, title)
{
    /// <summary>The options, exactly one of them right.</summary>
    public required ImmutableArray<Choice> Options
    {
        get;
        init => field = value.Count(o => o.Right) == 1 ? value : throw new ArgumentException($"Exercise '{Id}' has {value.Count(o => o.Right)} right options; expected one.", nameof(value));
    }

    /// <summary>The question and its options, as HTML.</summary>
    public override string ToHtml() => VerdictHtml.Prompt(this) + VerdictHtml.List(Options.Select(o => $"{o.Letter}) {o.Text}"));

    /// <inheritdoc/>
    public override Verdict Try(string? answer)
    {
        if (string.IsNullOrWhiteSpace(answer))
            return Unsolved();
        var letter = answer.Trim();
        var chosen = Options.FirstOrDefault(o => string.Equals(o.Letter, letter, StringComparison.OrdinalIgnoreCase));
        return chosen switch
        {
            null => Wrong($"{letter} is not one of {string.Join(", ", Options.Select(o => o.Letter))}"),
            { Right: true } => Right($"{chosen.Letter} is right: {chosen.Because}"),
            _ => Wrong($"{chosen.Letter} is not it: {chosen.Because}"),
        };
    }
}
