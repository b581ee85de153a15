namespace NotebookKernel.Tests.Html;

public class MarkdownTests
{
    [Fact]
    public void A_formula_in_a_line_becomes_MathML() =>
        Assert.Contains("<p>The norm <math alttext=\"x_1\"><semantics><msub>", Html("The norm $x_1$ counts."), StringComparison.Ordinal);

    [Fact]
    public void A_formula_between_double_dollars_stands_on_its_own()
    {
        Assert.Contains("<math display=\"block\"", Html("$$\nx = 1\n$$"), StringComparison.Ordinal);
        Assert.Contains("<math display=\"block\"", Html("so $$ x = 1 $$ holds"), StringComparison.Ordinal);
        Assert.Contains("<span class=\"formula\" tabindex=\"0\"><math display=\"block\"", Html("$$x = 1$$"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Then\n\n$$\\begin{aligned} a &= b \\\\\n&= c\n\\end{aligned}$$\n\nand so on.")]
    [InlineData("In a line $$\\begin{aligned} a &= b \\\\\n&= c \\end{aligned}$$ and on.")]
    [InlineData("Before\n$$\n\\begin{aligned} a &= b \\\\\n&= c \\end{aligned}\n$$\nafter")]
    [InlineData("$$\\begin{aligned} a\n= b \\\\\n- c \\end{aligned}\n$$")]
    [InlineData("- item\n  $$\\begin{aligned} a &= b \\\\\n  &= c \\end{aligned}$$\n")]
    public void A_formula_may_run_over_lines(string markdown)
    {
        var html = Html(markdown);
        Assert.Contains("<math display=\"block\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("$", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<mtr>").Length - 1);
        var (latex, display) = Assert.Single(MarkdownRenderer.Formulas(markdown));
        Assert.True(display);
        Assert.Contains("aligned", latex, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("```\n$$ a\nb $$\n```")]
    [InlineData("Shell: `$$` is a number.\n\nAnd `$$` again.")]
    [InlineData("A $$ that is never closed\n\nand more.")]
    public void Dollars_that_are_no_formula_stay(string markdown)
    {
        Assert.Empty(MarkdownRenderer.Formulas(markdown));
        Assert.Contains("$$", Html(markdown), StringComparison.Ordinal);
    }

    [Fact]
    public void Code_keeps_its_lines() => Assert.Contains("$$ a\nb $$", Html("```\n$$ a\nb $$\n```"), StringComparison.Ordinal);

    [Fact]
    public void Stars_and_underscores_in_a_formula_are_not_emphasis() =>
        Assert.DoesNotContain("<em>", Html("$a_i * b_i * c_i$ and $w^*$ and $v^*$"), StringComparison.Ordinal);

    [Fact]
    public void A_price_is_no_formula() => Assert.Empty(MarkdownRenderer.Formulas(@"It costs \$5 or \$6."));

    [Fact]
    public void Tables_and_footnotes_work()
    {
        Assert.Contains("<td style=\"text-align: right;\">1</td>", Html("| a | b |\n|---|--:|\n| x | 1 |"), StringComparison.Ordinal);
        Assert.Contains("class=\"footnote", Html("A claim.[^1]\n\n[^1]: The source."), StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_with_a_bar_may_stand_in_a_table() =>
        Assert.Equal(2, MarkdownRenderer.Formulas("| a | b |\n|---|---|\n| $\\lvert x\\rvert$ | $y$ |").Count());

    [Fact]
    public void Headings_have_anchors_that_are_unique_on_a_page()
    {
        var headings = new PageHeadings();
        var html = MarkdownRenderer.ToHtml("# Why L0?\n## Try it\n", headings) + MarkdownRenderer.ToHtml("## Try it\n", headings);
        Assert.Contains("<h1 id=\"why-l0\">", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"try-it\">", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"try-it-1\">", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#try-it-1\"", html, StringComparison.Ordinal);
        Assert.Equal([1, 2, 2], headings.All.Select(heading => heading.Level));
    }

    [Fact]
    public void Headings_collected_without_rendering_are_the_same()
    {
        const string text = "# A *b* `c` $d$\n## A\n### a\n";
        PageHeadings collected = new(), rendered = new();
        MarkdownRenderer.CollectHeadings(text, collected);
        MarkdownRenderer.ToHtml(text, rendered);
        Assert.Equal(rendered.All, collected.All);
        Assert.Equal(3, collected.All.Count);
    }

    [Fact]
    public void Formulas_are_listed_with_how_they_stand() =>
        Assert.Equal([("a", false), ("b", true), ("c", true)], MarkdownRenderer.Formulas("x $a$\n\n$$\nb\n$$\n\n- $$c$$"));

    [Fact]
    public void Links_are_listed_and_changed()
    {
        Assert.Equal(["02-b.ipynb#x", "https://example.org/", "p.png"], MarkdownRenderer.Links("[a](02-b.ipynb#x) [b](https://example.org/) ![c](p.png)"));
        var html = MarkdownRenderer.ToHtml("[a](02-b.ipynb#x)", new PageHeadings(), target => target.Replace(".ipynb", ".html", StringComparison.Ordinal));
        Assert.Contains("href=\"02-b.html#x\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_command_is_an_error() => Assert.Throws<LatexException>(() => Html(@"$\foo$"));

    private static string Html(string markdown) => MarkdownRenderer.ToHtml(markdown, new PageHeadings());
}
