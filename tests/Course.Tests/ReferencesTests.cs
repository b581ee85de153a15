using System.Text.RegularExpressions;
using CourseCli;
using NotebookKernel;

namespace Course.Tests;

/// <summary>What lessons, code and documents cite stands in docs/references.md, and what stands there is cited.</summary>
public partial class ReferencesTests
{
    private static readonly string Root = CourseFolder.Find().Root;

    private static readonly Reference[] Entries =
        [.. File.ReadLines(Path.Combine(Root, "docs/references.md")).Select(line => Entry().Match(line)).Where(match => match.Success).Select(match => Read(match))];

    private static readonly (string File, Reference Source)[] Citations =
        [.. Texts().SelectMany(text => In(text.Text).Select(source => (text.File, source)))];

    [Fact]
    public void Every_line_of_the_list_is_an_entry() =>
        Assert.Equal(File.ReadLines(Path.Combine(Root, "docs/references.md")).Count(line => line.StartsWith('*')), Entries.Length);

    [Fact]
    public void Entries_are_in_alphabetical_order_once_each()
    {
        string[] keys = [.. Entries.Select(entry => entry.ToString())];
        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Everything_cited_has_one_entry()
    {
        // Else a pattern that finds nothing would pass.
        Assert.Contains(Citations, citation => citation.File.EndsWith(".ipynb", StringComparison.Ordinal));
        Assert.Contains(Citations, citation => citation.File.EndsWith(".cs", StringComparison.Ordinal));
        Assert.Empty(Citations.Where(citation => Entries.Count(citation.Source.Means) != 1).Select(citation => $"{citation.File}: {citation.Source}"));
    }

    [Fact]
    public void Every_entry_is_cited() =>
        Assert.DoesNotContain(Entries, entry => !Citations.Any(citation => citation.Source.Means(entry)));

    [Theory]
    [InlineData("a fact of Tibshirani (1996), §2.2", "Tibshirani 1996")]
    [InlineData("(see Golub and Van Loan 2013, §5.5)", "Golub, Van Loan 2013")]
    [InlineData("(Furnival and Wilson 1974; Bertsimas, King and Mazumder 2016)", "Furnival, Wilson 1974|Bertsimas, King, Mazumder 2016")]
    [InlineData("* Hoerl, A. E., and Kennard, R. W. (1970), Ridge", "Hoerl, Kennard 1970")]
    [InlineData("* J. Duchi, S. Shalev-Shwartz, Y. Singer, T. Chandra (2008)", "Duchi, Shalev-Shwartz, Singer, Chandra 2008")]
    [InlineData("Kim et al. (2007)", "Kim et al. 2007")]
    [InlineData("/// Sources: Shalev-Shwartz, Singer and\r\n    /// Chandra (2008).", "Shalev-Shwartz, Singer, Chandra 2008")]
    [InlineData("in April 2026, from 2000 on, f(2024), λ 1955.45", "")]
    public void A_citation_is_recognized(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', In(text).Select(source => source.ToString())));

    [Theory]
    [InlineData("Kim et al. (2007)", "Kim, Koh and Boyd (2007)", true)]
    [InlineData("Kim et al. (2007)", "Kim (2007)", false)]
    [InlineData("Kim and Koh (2007)", "Kim, Koh and Boyd (2007)", false)]
    [InlineData("Kim (2007)", "Kim (2008)", false)]
    public void A_citation_means_the_entry_with_its_authors_and_year(string citation, string entry, bool same) =>
        Assert.Equal(same, In(citation).Single().Means(In(entry).Single()));

    private static IEnumerable<(string File, string Text)> Texts()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.ipynb"))
        {
            foreach (var cell in NotebookFile.Read(path).Cells.OfType<MarkdownCell>())
                yield return (Path.GetFileName(path), cell.Source);
        }

        string[] documents = [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories), Path.Combine(Root, "data/README.md"), Path.Combine(Root, "docs/notation.md")];
        foreach (var path in documents.Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj")))
            yield return (Path.GetFileName(path), File.ReadAllText(path));
    }

    private static IEnumerable<Reference> In(string text)
    {
        var plain = Breaks().Replace(Initials().Replace(text, ""), " ");
        return Citation().Matches(Commas().Replace(plain, ", ")).Select(Read).Where(source => !Months().IsMatch(source.Authors[0]));
    }

    private static Reference Read(Match match) =>
        new([.. Separators().Split(match.Groups["authors"].Value)], match.Groups["others"].Success, match.Groups["year"].Value);

    private sealed record Reference(string[] Authors, bool AndOthers, string Year)
    {
        public bool Means(Reference entry) =>
            Year == entry.Year && (AndOthers ? entry.Authors.Length > 2 && Authors[0] == entry.Authors[0] : Authors.SequenceEqual(entry.Authors));

        public override string ToString() => $"{string.Join(", ", Authors)}{(AndOthers ? " et al." : "")} {Year}";
    }

    private const string Name = @"(?:Van )?\p{Lu}[\p{L}-]*\p{Ll}";
    private const string Authors = $@"(?<authors>{Name}(?:(?:, and |, | and ){Name})*)(?<others> et al\.)?,?";

    [GeneratedRegex($@"{Authors} \(?(?<year>(?:19|20)\d\d)\b(?![.]?\d)")]
    private static partial Regex Citation();

    [GeneratedRegex($@"^\* \*\*{Authors} \((?<year>\d{{4}})\)\.\*\* ")]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b\p{Lu}\. ?")]
    private static partial Regex Initials();

    [GeneratedRegex(@"\s+(?:///?\s*)?")]
    private static partial Regex Breaks();

    [GeneratedRegex(@",(?:\s*,)*\s*")]
    private static partial Regex Commas();

    [GeneratedRegex(", and |, | and ")]
    private static partial Regex Separators();

    [GeneratedRegex("^(?:January|February|March|April|May|June|July|August|September|October|November|December)$")]
    private static partial Regex Months();
}
