using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NotebookKernel;

/// <summary>Markdown cells as HTML: tables, footnotes, formulas as MathML, headings with ids.</summary>
public static class MarkdownRenderer
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseEmphasisExtras().UseMathematics().Build();

    /// <summary>The HTML of a cell.</summary>
    /// <param name="markdown">The cell's source.</param>
    /// <param name="headings">Gives every heading its id on the page.</param>
    /// <param name="link">What a link's target becomes on the page; notebooks become pages.</param>
    /// <exception cref="LatexException">A formula cannot be read.</exception>
    public static string ToHtml(string markdown, PageHeadings headings, Func<string, string>? link = null)
    {
        ArgumentNullException.ThrowIfNull(headings);
        var document = Parse(markdown);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.GetAttributes().Id = headings.Add(heading.Level, PlainText(heading.Inline));
        foreach (var target in document.Descendants<LinkInline>().Where(target => !target.IsImage && link is not null))
            target.Url = link!(target.Url ?? "");

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new MathInlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new MathBlockRenderer());
        renderer.ObjectRenderers.Replace<HeadingRenderer>(new LinkedHeadingRenderer());
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>The formulas of a cell, with whether they stand on a line of their own.</summary>
    public static IEnumerable<(string Latex, bool Display)> Formulas(string markdown) =>
        Parse(markdown).Descendants().Select(node => node switch
        {
            MathInline inline => (inline.Content.ToString(), inline.DelimiterCount == 2),
            MathBlock block => (block.Lines.ToString(), true),
            _ => ("", false),
        }).Where(formula => formula.Item1.Length > 0);

    /// <summary>The targets of a cell's links and pictures.</summary>
    public static IEnumerable<string> Links(string markdown) =>
        Parse(markdown).Descendants<LinkInline>().Select(link => link.Url ?? "");

    /// <summary>Gives the headings of a cell their ids, without rendering it.</summary>
    public static void CollectHeadings(string markdown, PageHeadings headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        foreach (var heading in Parse(markdown).Descendants<HeadingBlock>())
            headings.Add(heading.Level, PlainText(heading.Inline));
    }

    private static MarkdownDocument Parse(string markdown) => Markdown.Parse(MathLines.Join(markdown), Pipeline);

    private static string PlainText(ContainerInline? inlines) =>
        inlines is null ? "" : string.Concat(inlines.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            MathInline math => math.Content.ToString(),
            LineBreakInline => " ",
            _ => "",
        }));

    private sealed class MathInlineRenderer : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline formula)
        {
            var display = formula.DelimiterCount == 2;
            var math = LatexToMathML.Convert(formula.Content.ToString(), display);
            renderer.Write(display ? $"<span class=\"formula\" tabindex=\"0\">{math}</span>" : math);
        }
    }

    private sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock formula) =>
            renderer.EnsureLine().Write("<div class=\"formula\" tabindex=\"0\">")
                .Write(LatexToMathML.Convert(formula.Lines.ToString(), display: true)).WriteLine("</div>");
    }

    /// <summary>A heading with a link to itself.</summary>
    private sealed class LinkedHeadingRenderer : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            var id = heading.GetAttributes().Id;
            renderer.EnsureLine().Write($"<h{heading.Level} id=\"{id}\">").WriteLeafInline(heading);
            renderer.Write($" <a class=\"permalink\" href=\"#{id}\" aria-label=\"Link to this section\">#</a>").WriteLine($"</h{heading.Level}>");
        }
    }
}
