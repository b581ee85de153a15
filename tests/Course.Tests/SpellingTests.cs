using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CourseCli;
using NotebookKernel;

namespace Course.Tests;

/// <summary>The prose of the lessons and documents is spelled as hunspell's American dictionary has it, but for the words in <c>words.txt</c>.</summary>
public sealed partial class SpellingTests
{
    private static readonly string Root = CourseFolder.Find().Root;

    [Fact]
    public void Every_word_is_in_the_dictionary_or_in_the_list()
    {
        var own = File.ReadLines(Path.Combine(Root, "tests/Course.Tests/words.txt")).ToHashSet(StringComparer.Ordinal);
        var unknown = Unknown(string.Join('\n', Texts().Select(t => Prose(t.Text)))).Where(w => !own.Contains(w)).ToHashSet();
        Assert.Empty(Texts().SelectMany(t => Words().Matches(Prose(t.Text)).Select(m => m.Value).Where(unknown.Contains).Select(w => $"{t.Where}: {w}")).Distinct());
    }

    [Fact]
    public void A_misspelled_word_is_found() =>
        Assert.Equal(["regularizaton"], Unknown(Prose("The regularizaton of $xyzzy$ with `code` and [text](link/xyzzy.md).")));

    [Fact]
    public void The_list_has_no_word_that_is_not_needed()
    {
        var used = string.Join('\n', Texts().Select(t => Prose(t.Text)));
        List<string> needless = [.. File.ReadLines(Path.Combine(Root, "tests/Course.Tests/words.txt")).Where(w => !Regex.IsMatch(used, $@"(?<!\w){Regex.Escape(w)}(?!\w)"))];
        Assert.Empty(needless);
    }

    private static IEnumerable<(string Where, string Text)> Texts() =>
        Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)
            .SelectMany(path => NotebookFile.Read(path).Cells.OfType<MarkdownCell>().Where(c => !c.Source.StartsWith("## Sources", StringComparison.Ordinal)).Select(c => ($"{Path.GetFileName(path)} {c.Id}", c.Source)))
            .Concat(CourseFolder.Find().Documents().Where(path => Path.GetFileName(path) != "references.md").Select(path => (Path.GetRelativePath(Root, path), File.ReadAllText(path))));

    // Formulas, code and the addresses of links are no prose.
    private static string Prose(string text) =>
        NotALetter().Replace(NoProse().Replace(text, " "), " ").Replace('’', '\'').Replace('-', ' ');

    private static List<string> Unknown(string text)
    {
        const string Missing = "hunspell with its American dictionary is not there: apt-get install hunspell hunspell-en-us.";
        try
        {
            using var process = Process.Start(new ProcessStartInfo("hunspell", ["-l", "-d", "en_US", "-i", "utf-8"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            var output = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(text);
            process.StandardInput.Close();
            process.WaitForExit();
            if (process.ExitCode == 0)
                return [.. output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        }
        catch (Win32Exception)
        {
            // No such program.
        }

        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", Missing);
        Assert.Fail(Missing);
        return [];
    }

    [GeneratedRegex(@"```.*?```|\$\$.*?\$\$|\$[^$]*\$|`[^`]*`|\]\([^)]*\)|https?://\S+", RegexOptions.Singleline)]
    private static partial Regex NoProse();

    [GeneratedRegex(@"[^A-Za-zÀ-ÿ'’-]")]
    private static partial Regex NotALetter();

    [GeneratedRegex(@"[A-Za-zÀ-ÿ']+")]
    private static partial Regex Words();
}
