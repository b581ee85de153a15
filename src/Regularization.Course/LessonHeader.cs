using System.Net;

namespace Regularization.Course;

/// <summary>What a notebook shows first: how long it takes, what you need, what you will be able to do.</summary>
/// <param name="Lesson">The lesson.</param>
public sealed record LessonHeader(LessonInfo Lesson)
{
    /// <summary>The heading as HTML.</summary>
    public string ToHtml() =>
        $"""<div class="lesson-header"><p><strong>{Encode(Lesson.Title)}</strong> · {Lesson.Minutes} minutes</p>"""
        + List("You will be able to", Lesson.Outcomes) + List("You need", Lesson.Prerequisites) + "</div>";

    /// <summary>The heading as plain text.</summary>
    public override string ToString() =>
        string.Join("\n", [$"{Lesson.Title} · {Lesson.Minutes} minutes", .. Lines("You will be able to", Lesson.Outcomes), .. Lines("You need", Lesson.Prerequisites)]);

    private static string List(string heading, IReadOnlyCollection<string> items) =>
        items.Count == 0 ? "" : $"<p>{heading}:</p><ul>{string.Concat(items.Select(i => $"<li>{Encode(i)}</li>"))}</ul>";

    private static IEnumerable<string> Lines(string heading, IReadOnlyCollection<string> items) =>
        items.Count == 0 ? [] : items.Select(i => $"- {i}").Prepend($"{heading}:");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
