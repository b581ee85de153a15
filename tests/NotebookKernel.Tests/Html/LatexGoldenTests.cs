using System.Xml.Linq;

namespace NotebookKernel.Tests.Html;

/// <summary>What formulas become, written down by hand from MathML Core (W3C) and from TeX's rules of spacing (The TeXbook, chapter 18).</summary>
public class LatexGoldenTests
{
    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("12.5", "<mn>12.5</mn>")]
    [InlineData("1{,}048{,}576", "<mn>1,048,576</mn>")]
    [InlineData(@"\lambda", "<mi>λ</mi>")]
    [InlineData(@"\Sigma", """<mi mathvariant="normal">Σ</mi>""")]
    [InlineData("x_1", "<msub><mi>x</mi><mn>1</mn></msub>")]
    [InlineData("x^2", "<msup><mi>x</mi><mn>2</mn></msup>")]
    [InlineData("x_j^2", "<msubsup><mi>x</mi><mi>j</mi><mn>2</mn></msubsup>")]
    [InlineData("x^2_j", "<msubsup><mi>x</mi><mi>j</mi><mn>2</mn></msubsup>")]
    [InlineData("x_{ij}", "<msub><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>")]
    [InlineData("f'", """<msup><mi>f</mi><mo lspace="0" rspace="0">′</mo></msup>""")]
    [InlineData(@"X^\top", "<msup><mi>X</mi><mi>⊤</mi></msup>")]
    [InlineData("w^*", """<msup><mi>w</mi><mo lspace="0" rspace="0">∗</mo></msup>""")]
    [InlineData(@"\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData(@"x^12", "<mrow><msup><mi>x</mi><mn>1</mn></msup><mn>2</mn></mrow>")]
    [InlineData(@"\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData(@"\sqrt{x}", "<msqrt><mi>x</mi></msqrt>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData(@"\tfrac{1}{2}", """<mstyle displaystyle="false"><mfrac><mn>1</mn><mn>2</mn></mfrac></mstyle>""")]
    [InlineData(@"\mathbb{R}^n", """<msup><mi mathvariant="normal">ℝ</mi><mi>n</mi></msup>""")]
    [InlineData(@"\mathbb{E}", """<mi mathvariant="normal">𝔼</mi>""")]
    [InlineData(@"\mathcal{L}", """<mi mathvariant="normal">ℒ</mi>""")]
    [InlineData(@"\mathcal{N}", """<mi mathvariant="normal">𝒩</mi>""")]
    [InlineData(@"\mathrm{RSS}", """<mi mathvariant="normal">RSS</mi>""")]
    [InlineData(@"\mathbf{x}", """<mi mathvariant="normal" class="bold">x</mi>""")]
    [InlineData(@"\boldsymbol{\beta}", """<mi class="bold">β</mi>""")]
    [InlineData(@"\text{if } x", "<mrow><mtext>if\u00a0</mtext><mi>x</mi></mrow>")]
    [InlineData(@"\hat w", """<mover accent="true"><mi>w</mi><mo stretchy="false">^</mo></mover>""")]
    [InlineData(@"\overline{ab}", """<mrow class="overline"><mrow><mi>a</mi><mi>b</mi></mrow></mrow>""")]
    [InlineData(@"\underbrace{a}_{b}", """<munder><munder><mi>a</mi><mo stretchy="true">⏟</mo></munder><mi>b</mi></munder>""")]
    [InlineData(@"\overset{!}{=}", """<mover><mo>=</mo><mo stretchy="false" fence="true" lspace="0" rspace="0">!</mo></mover>""")]
    [InlineData(@"a \le b", "<mrow><mi>a</mi><mo>≤</mo><mi>b</mi></mrow>")]
    [InlineData(@"\sum_{j=1}^p", """<munderover><mo largeop="true">∑</mo><mrow><mi>j</mi><mo>=</mo><mn>1</mn></mrow><mi>p</mi></munderover>""")]
    [InlineData(@"\int_0^1", """<msubsup><mo largeop="true">∫</mo><mn>0</mn><mn>1</mn></msubsup>""")]
    [InlineData(@"\sum\nolimits_j", """<msub><mo largeop="true">∑</mo><mi>j</mi></msub>""")]
    [InlineData(@"\log x", """<mrow><mi>log</mi><mspace width="0.1667em" /><mi>x</mi></mrow>""")]
    [InlineData("-x", """<mrow><mo form="prefix" lspace="0" rspace="0">−</mo><mi>x</mi></mrow>""")]
    [InlineData("a-b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>")]
    [InlineData("a+b", "<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>")]
    [InlineData("a=b", "<mrow><mi>a</mi><mo>=</mo><mi>b</mi></mrow>")]
    [InlineData("a<b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>")]
    [InlineData("a>b", "<mrow><mi>a</mi><mo>&gt;</mo><mi>b</mi></mrow>")]
    [InlineData("a−b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>")]
    [InlineData("a=-b", """<mrow><mi>a</mi><mo>=</mo><mo form="prefix" lspace="0" rspace="0">−</mo><mi>b</mi></mrow>""")]
    public void Formula_becomes(string latex, string expected) => Assert.Equal(expected, Body(latex));

    [Theory]
    [InlineData("(a)-b")]
    [InlineData("|a|-b")]
    [InlineData(@"\left(a\right)-b")]
    [InlineData(@"\|a\|-b")]
    [InlineData("a'-b")]
    [InlineData("a_1-b")]
    [InlineData("n!-b")]
    [InlineData(@"\lfloor a\rfloor-b")]
    public void A_minus_after_something_complete_subtracts(string latex) => Assert.DoesNotContain("form", Minus(latex).Attributes().Select(a => a.Name.LocalName));

    [Theory]
    [InlineData("(-b)")]
    [InlineData("[-b]")]
    [InlineData(@"\{-b\}")]
    [InlineData(@"\left(-b\right)")]
    [InlineData("a,-b")]
    [InlineData(@"a \cdot -b")]
    [InlineData("e^{-b}")]
    [InlineData(@"a\quad{-b}")]
    public void A_minus_after_something_open_is_a_sign(string latex) => Assert.Equal("prefix", Minus(latex).Attribute("form")?.Value);

    [Fact]
    public void Left_and_right_stretch_and_a_dot_draws_nothing()
    {
        var fences = Parse(@"\left. \frac{a}{b} \right|").Descendants("mo").ToList();
        Assert.Equal(["|"], fences.Select(fence => fence.Value));
        Assert.All(fences, fence => Assert.Equal("true", fence.Attribute("stretchy")?.Value));
        Assert.All(Parse(@"(\frac{a}{b})").Descendants("mo"), fence => Assert.Equal("false", fence.Attribute("stretchy")?.Value));
    }

    [Fact]
    public void An_alignment_has_its_rows_and_columns()
    {
        var table = Parse(@"\begin{aligned} a &= b \\ &= c \\[4pt] &= d \\ \end{aligned}").Descendants("mtable").Single();
        Assert.Equal("aligned", table.Attribute("class")?.Value);
        Assert.Equal([2, 2, 2], table.Elements("mtr").Select(row => row.Elements("mtd").Count()));
        Assert.Equal("abcd", string.Concat(table.Descendants("mi").Select(letter => letter.Value)));
    }

    [Fact]
    public void Right_of_the_mark_an_operator_stands_between_two_things() =>
        Assert.All(Parse(@"\begin{aligned} a &= b \\ &- c \end{aligned}").Descendants("mo"), sign => Assert.NotEqual("prefix", sign.Attribute("form")?.Value));

    [Fact]
    public void An_array_aligns_its_columns_as_its_letters_say() =>
        Assert.Equal(["text-align:left", "text-align:right", "text-align:center"],
            Parse(@"\begin{array}{l|rc} a & b & c \end{array}").Descendants("mtd").Select(cell => cell.Attribute("style")!.Value));

    [Theory]
    [InlineData("pmatrix", "()")]
    [InlineData("bmatrix", "[]")]
    [InlineData("vmatrix", "||")]
    [InlineData("cases", "{")]
    [InlineData("matrix", "")]
    public void A_matrix_stands_between_its_brackets(string name, string brackets)
    {
        var math = Parse($@"\begin{{{name}}} 1 & 2 \\ 3 & 4 \end{{{name}}}");
        Assert.Equal(brackets, string.Concat(math.Descendants("mo").Select(fence => fence.Value)));
        Assert.Equal("1234", string.Concat(math.Descendants("mn").Select(number => number.Value)));
    }

    [Fact]
    public void The_source_is_kept_for_copying_and_for_readers_that_draw_nothing()
    {
        var math = Parse(@" a < b ");
        Assert.Equal("a < b", math.Attribute("alttext")?.Value);
        Assert.Equal("a < b", math.Descendants("annotation").Single().Value);
        Assert.Null(math.Attribute("display"));
        Assert.Equal("block", XElement.Parse(LatexToMathML.Convert("x", display: true)).Attribute("display")?.Value);
    }

    private static XElement Parse(string latex) => XElement.Parse(LatexToMathML.Convert(latex, display: false));

    private static string Body(string latex) => Parse(latex).Element("semantics")!.Elements().First().ToString(SaveOptions.DisableFormatting);

    private static XElement Minus(string latex) => Parse(latex).Descendants("mo").Single(sign => sign.Value == "−");
}
