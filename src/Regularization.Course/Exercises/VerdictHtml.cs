using System.Net;
using System.Text;

namespace Regularization.Course;

/// <summary>A verdict as HTML.</summary>
internal static class VerdictHtml
{
    public static string Write(Verdict verdict)
    {
        var exercise = verdict.Exercise;
        var html = new StringBuilder();
        html.Append("<div class=\"verdict verdict-").Append(verdict.StatusWord).Append("\"><p><strong>").Append(verdict.Mark)
            .Append("</strong> ").Append(Encode(verdict.Message)).Append("</p>");
        for (var i = 0; i < exercise.Hints.Length; i++)
            html.Append("<details><summary>Hint ").Append(i + 1).Append("</summary><p>").Append(Encode(exercise.Hints[i])).Append("</p>");
        html.Append("<details><summary>Worked solution</summary>").Append(Solution(exercise.Solution)).Append("</details>");
        return html.Insert(html.Length, "</details>", exercise.Hints.Length).Append("</div>").ToString();
    }

    public static string Solution(WorkedSolution solution) =>
        $"<pre><code class=\"language-csharp\">{Encode(solution.Code)}</code></pre><p>{Encode(solution.Explanation)}</p>";

    public static string Prompt(Exercise exercise) => $"<p><strong>{Encode(exercise.Title)}</strong> ({exercise.Kind.ToString().ToLowerInvariant()}): {Encode(exercise.Prompt)}</p>";

    public static string List(IEnumerable<string> lines) => $"<ul style=\"list-style:none\">{string.Concat(lines.Select(l => $"<li>{Encode(l)}</li>"))}</ul>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
