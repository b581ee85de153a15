using System.Collections.Immutable;
using System.Net;

namespace Regularization.Course;

/// <summary>One lesson's exercises and what became of them.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Exercises">The exercises in their order, each with its record if an answer was given.</param>
public sealed record LessonProgress(LessonInfo Lesson, ImmutableArray<(Exercise Exercise, ExerciseRecord? Record)> Exercises)
{
    /// <summary>How many are solved.</summary>
    public int Solved => Exercises.Count(e => e.Record?.Passed == true);
}

/// <summary>How far the learner is: as a picture in a notebook, as text in a terminal.</summary>
/// <param name="Lessons">The lessons of the syllabus.</param>
/// <param name="Problem">Why the record may be incomplete, or <see langword="null"/>.</param>
public sealed record ProgressReport(ImmutableArray<LessonProgress> Lessons, string? Problem)
{
    /// <summary>The report on a file; exercises that the syllabus no longer has are left out.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">Why the last answer could not be recorded, if so.</param>
    public static ProgressReport Of(ProgressFile file, string? problem = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var records = ImmutableSortedDictionary<string, ExerciseRecord>.Empty;
        try
        {
            records = file.Read();
        }
        catch (Exception e) when (e is ProgressException or IOException or UnauthorizedAccessException)
        {
            problem = e.Message;
        }

        return new([.. Syllabus.Lessons.Select(l => new LessonProgress(l, [.. l.Exercises.Select(e => (e, records.GetValueOrDefault(e.Id)))]))], problem);
    }

    /// <summary>How many exercises are solved.</summary>
    public int Solved => Lessons.Sum(l => l.Solved);

    /// <summary>How many exercises there are.</summary>
    public int Count => Lessons.Sum(l => l.Exercises.Length);

    /// <summary>A row of marks for each lesson: ● solved, ◐ tried, ○ not yet; the titles appear when the pointer rests on a mark.</summary>
    public string ToHtml() =>
        $"""<div class="course-progress" role="img" aria-label="{Encode(Summary)}"><p><strong>{Encode(Summary)}</strong></p><table>"""
        + string.Concat(Lessons.Select(Row))
        + $"</table><p>● solved &nbsp; ◐ tried &nbsp; ○ not yet</p>{(Problem is null ? "" : $"<p>⚠ {Encode(Problem)}</p>")}</div>";

    /// <summary>The same as text.</summary>
    public override string ToString()
    {
        var width = Lessons.Max(l => l.Lesson.Title.Length);
        var most = Lessons.Max(l => l.Exercises.Length);
        return string.Join("\n",
        [
            Summary,
            .. Lessons.Select(l => $"{l.Lesson.Title.PadRight(width)}  {string.Concat(l.Exercises.Select(e => Mark(e.Record))).PadRight(most)}  {l.Solved} of {l.Exercises.Length}"),
            "● solved  ◐ tried  ○ not yet",
            .. Problem is null ? Array.Empty<string>() : [$"⚠ {Problem}"],
        ]);
    }

    private string Summary => $"{Solved} of {Count} exercises solved";

    private static string Row(LessonProgress lesson) =>
        $"<tr><th scope=\"row\" style=\"text-align:left\">{Encode(lesson.Lesson.Title)}</th><td style=\"font-size:1.4em;letter-spacing:.15em;text-align:left;white-space:nowrap\">"
        + string.Concat(lesson.Exercises.Select(e => $"<span title=\"{Encode(Tip(e.Exercise, e.Record))}\" style=\"color:{Color(e.Record)}\">{Mark(e.Record)}</span>"))
        + $"</td><td style=\"white-space:nowrap\">{lesson.Solved} of {lesson.Exercises.Length}</td></tr>";

    private static string Tip(Exercise exercise, ExerciseRecord? record) => record switch
    {
        null => $"{exercise.Title} ({exercise.Id}): not yet",
        { Passed: true, Attempts: 1 } => $"{exercise.Title} ({exercise.Id}): solved at once",
        { Passed: true } => $"{exercise.Title} ({exercise.Id}): solved with answer {record.Attempts}",
        _ => $"{exercise.Title} ({exercise.Id}): tried, {record.Attempts} {(record.Attempts == 1 ? "answer" : "answers")} so far",
    };

    private static string Mark(ExerciseRecord? record) => record switch { null => "○", { Passed: true } => "●", _ => "◐" };

    // Bluish green and orange of the palette, readable on light and dark; the shape says the same.
    private static string Color(ExerciseRecord? record) => record switch { null => "inherit", { Passed: true } => "#009E73", _ => "#E69F00" };

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
