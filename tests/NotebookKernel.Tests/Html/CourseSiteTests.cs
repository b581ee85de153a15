using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NotebookKernel.Tests.Html;

public sealed partial class CourseSiteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-site-").FullName;

    public CourseSiteTests() => CourseSite.Write(SampleNotebook.Pages, Options, _folder);

    private static CourseSiteOptions Options => new("A course & more", "Hello *you*, $x^2$.", ("plotly-9.min.js", "window.Plotly = {};"u8.ToArray())) { Footer = "Made <here>" };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_writes_an_index_a_page_a_notebook_and_the_shared_files() =>
        Assert.Equal(
            ["01-sample.html", "02-next.html", "assets/course.css", "assets/course.js", "assets/plotly-9.min.js", "index.html"],
            Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_are_unique()
    {
        foreach (var page in Pages())
        {
            var ids = Id().Matches(Read(page)).Select(match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(ids);
            Assert.Equal(ids.Distinct().Count(), ids.Count);
        }
    }

    [Fact]
    public void Links_lead_somewhere()
    {
        var links = 0;
        foreach (var page in Pages())
            foreach (var target in Href().Matches(Read(page)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(target => !target.StartsWith("data:", StringComparison.Ordinal)))
            {
                var (file, anchor) = target.Split('#') is [var left, var right] ? (left, right) : (target, "");
                var read = Read(file == "" ? page : file);
                if (anchor != "")
                    Assert.Contains($"id=\"{Uri.UnescapeDataString(anchor)}\"", read, StringComparison.Ordinal);
                links++;
            }
        Assert.True(links > 20, $"only {links} links were seen");
    }

    [Fact]
    public void Nothing_is_loaded_from_elsewhere()
    {
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
            Assert.DoesNotMatch(External(), File.ReadAllText(file));
    }

    [Fact]
    public void The_search_for_what_is_loaded_would_find_it()
    {
        foreach (var bad in (string[])["<script src=\"https://a.b/c.js\">", "<link href='//a.b/c.css'>", "url(http://a.b/f.woff)", "@import \"https://a.b\"", "<img src=http://a.b>", "fetch('https://a.b')"])
            Assert.Matches(External(), bad);
    }

    [Fact]
    public void No_handler_stands_in_the_markup() => Assert.All(Pages(), page => Assert.DoesNotMatch(Handler(), Read(page)));

    [Fact]
    public void Links_between_notebooks_become_links_between_pages()
    {
        Assert.Contains("href=\"02-next.html#again\"", Read("01-sample.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(".ipynb", Read("01-sample.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_has_its_sentence_its_table_and_its_data()
    {
        var page = Read("01-sample.html");
        Assert.Contains("role=\"img\" aria-label=\"RSS falls &amp; rises: &quot;3, 1, 2&quot;.\"", page, StringComparison.Ordinal);
        Assert.Contains("min-height:380px", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">RSS &lt;</th>", page, StringComparison.Ordinal);
        Assert.Contains("<td>2.5</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("the other face", page, StringComparison.Ordinal);
        var figures = Figure().Matches(page).Select(match => JsonNode.Parse(match.Groups[1].Value)!.AsObject()).ToList();
        Assert.Equal(2, figures.Count);
        Assert.True(JsonNode.DeepEquals(SampleNotebook.Chart(), figures[0]));
        Assert.True(JsonNode.DeepEquals(SampleNotebook.Slider(), figures[1]));
    }

    [Fact]
    public void Outputs_stand_in_their_form()
    {
        var page = Read("01-sample.html");
        Assert.Contains("<pre class=\"output stdout\" tabindex=\"0\">1 &lt; 2 &amp; 3\n</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"output stderr\"", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Exception: a &lt; b failed</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"verdict verdict-wrong\">", page, StringComparison.Ordinal);
        Assert.Contains($"alt=\"A red &quot;dot&quot;\" src=\"data:image/png;base64,{SampleNotebook.Png}\"", page, StringComparison.Ordinal);
        Assert.Contains("2 &lt; 3</pre>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_knows_its_neighbors_and_its_contents()
    {
        var first = Read("01-sample.html");
        Assert.Contains("href=\"02-next.html\" rel=\"next\"", first, StringComparison.Ordinal);
        Assert.Contains("href=\"01-sample.html\" rel=\"prev\"", Read("02-next.html"), StringComparison.Ordinal);
        Assert.Contains("<li class=\"level2\"><a href=\"#formulas\">Formulas</a></li>", first, StringComparison.Ordinal);
        Assert.Contains("<li class=\"level3\"><a href=\"#formulas-1\">Formulas</a></li>", first, StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_says_what_the_course_is()
    {
        var index = Read("index.html");
        foreach (var text in (string[])["<h1>A course &amp; more</h1>", "<em>you</em>", "<msup>", "Counting &amp; more", "What counts.", "count &lt;things&gt;", "20 minutes", "Made &lt;here&gt;"])
            Assert.Contains(text, index, StringComparison.Ordinal);
    }

    [Fact]
    public void Plotly_is_loaded_where_there_is_a_chart()
    {
        // Not "defer": the page's own script would wait for it.
        Assert.Contains("plotly-9.min.js\" async", Read("01-sample.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("plotly-9", Read("02-next.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("plotly-9", Read("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_course_gives_the_same_bytes()
    {
        var before = Pages().ToDictionary(page => page, Read);
        CourseSite.Write(SampleNotebook.Pages, Options, _folder);
        Assert.All(before, page => Assert.Equal(page.Value, Read(page.Key)));
    }

    [Fact]
    public void A_formula_that_cannot_be_read_leaves_the_old_site()
    {
        var before = Read("index.html");
        var bad = new CoursePage("03-bad.html", "03-bad.ipynb", "Bad", new Notebook([new MarkdownCell("a", @"$\foo$", [])], []));
        Assert.Throws<LatexException>(() => CourseSite.Write([bad], Options, _folder));
        Assert.Equal(before, Read("index.html"));
        Assert.False(File.Exists(Path.Combine(_folder, "03-bad.html")));
    }

    private IEnumerable<string> Pages() => Directory.GetFiles(_folder, "*.html").Select(Path.GetFileName).OfType<string>();

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));

    [GeneratedRegex("<[^>]*\\sid=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<(?:a|link)\\s[^>]*?href=\"([^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex("<script type=\"application/json\"[^>]*>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Figure();

    [GeneratedRegex("""(?:\b(?:src|srcset|data|poster)\s*=\s*["']?|<link[^>]*href\s*=\s*["']?|url\(\s*["']?|@import\s+["']?|fetch\(\s*["'`])(?:https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex External();

    [GeneratedRegex("<[^>]+\\son[a-z]+\\s*=")]
    private static partial Regex Handler();
}
