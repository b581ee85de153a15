using System.Text.RegularExpressions;
using CourseCli;
using NotebookKernel;

namespace Course.Tests;

/// <summary>Short sentences: the lessons keep the voice that the first ones had.</summary>
public sealed partial class ReadingLevelTests
{
    // Ten to eleven words is what the lessons have; a sentence of 45 words is read twice.
    private const double LongestMean = 13;
    private const int LongestSentence = 45;

    public static TheoryData<string> Lessons => [.. Directory.GetFiles(CourseFolder.Find().Notebooks, "*.ipynb").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Lessons))]
    public void Sentences_are_short(string file)
    {
        var sentences = Sentences(file).ToList();
        Assert.True(sentences.Count > 30);
        Assert.InRange(sentences.Average(s => s.Length), 5, LongestMean);
        Assert.All(sentences, s => Assert.True(s.Length <= LongestSentence, $"{s.Length} words: {string.Join(' ', s)}"));
    }

    // A formula in a line counts as a word, one that stands alone ends a sentence. Tables, headings and sources are no sentences.
    private static IEnumerable<string[]> Sentences(string file) =>
        NotebookFile.Read(Path.Combine(CourseFolder.Find().Notebooks, file)).Cells.OfType<MarkdownCell>()
            .Select(c => c.Source).Where(s => !s.StartsWith("## Sources", StringComparison.Ordinal))
            .Select(s => Inline().Replace(Display().Replace(s, "\n\n"), " formula "))
            .SelectMany(s => End().Split(string.Join('\n', s.Split('\n').Where(l => !l.StartsWith('#') && !l.StartsWith('|')))))
            .Select(s => s.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 2);

    [GeneratedRegex(@"\$\$.*?\$\$|```.*?```", RegexOptions.Singleline)]
    private static partial Regex Display();

    [GeneratedRegex(@"\$[^$]*\$")]
    private static partial Regex Inline();

    [GeneratedRegex(@"(?<=[.!?:;])\s+|\n\n|\n\* |\n\d\. ")]
    private static partial Regex End();
}
