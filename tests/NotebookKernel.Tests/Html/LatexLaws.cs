using System.Xml.Linq;
using CsCheck;

namespace NotebookKernel.Tests.Html;

/// <summary>Laws of the conversion, on formulas drawn at random and on everything a course writes.</summary>
public class LatexLaws
{
    private static readonly Gen<string> Leaf = OneOf("x", "w_j", "12.5", @"\lambda", @"\hat y", "a<b", @"p\le q", @"\|w\|_1", "f'", @"\mathbb{R}^p", @"\text{a < b}", "-1");

    private static readonly Gen<string> Formula = Gen.Recursive<string>((depth, inner) => depth >= 4 ? Leaf : Gen.OneOf(
        Leaf,
        Gen.Select(inner, inner, (a, b) => $@"\frac{{{a}}}{{{b}}}"),
        Gen.Select(inner, inner, (a, b) => $"{{{a}}} + {{{b}}}"),
        Gen.Select(inner, inner, (a, b) => $"{{{a}}}_{{{b}}}^2"),
        inner.Select(a => $@"\sqrt{{{a}}}"),
        inner.Select(a => $@"\left( {a} \right]"),
        inner.Select(a => $@"\underbrace{{{a}}}_{{\text{{what}}}}"),
        Gen.Select(inner, inner, (a, b) => $@"\begin{{aligned}} {a} &= {b} \\ &= {a} \end{{aligned}}"),
        Gen.Select(inner, inner, (a, b) => $@"\begin{{cases}} {a} & \text{{if }} {b} \\ 0 & \text{{otherwise}} \end{{cases}}")));

    // What each element of MathML Core must have as children; null is any number.
    private static readonly Dictionary<string, int?> Children = new()
    {
        ["mfrac"] = 2,
        ["msub"] = 2,
        ["msup"] = 2,
        ["munder"] = 2,
        ["mover"] = 2,
        ["mroot"] = 2,
        ["msubsup"] = 3,
        ["munderover"] = 3,
        ["mi"] = 0,
        ["mn"] = 0,
        ["mo"] = 0,
        ["mtext"] = 0,
        ["mspace"] = 0,
        ["annotation"] = 0,
        ["math"] = 1,
        ["semantics"] = 2,
        ["mrow"] = null,
        ["mtr"] = null,
        ["mtd"] = null,
        ["mtable"] = null,
        ["mstyle"] = null,
        ["msqrt"] = null,
        ["mphantom"] = null,
    };

    [Fact]
    public void Every_formula_becomes_wellformed_MathML() => Formula.Sample(latex => Check(latex));

    [Fact]
    public void Every_letter_and_number_survives() => Formula.Sample(latex =>
    {
        var math = XElement.Parse(LatexToMathML.Convert(latex, display: true));
        var drawn = math.Descendants("mn").Select(number => number.Value).Count(number => number == "12.5");
        return drawn == latex.Split("12.5").Length - 1 || latex.Contains("aligned", StringComparison.Ordinal);
    });

    [Fact]
    public void Spaces_mean_nothing() => Formula.Sample(latex => Body(latex) == Body(latex.Replace("+", "  +\n ", StringComparison.Ordinal) + " "));

    [Theory]
    [InlineData(@"\alpha\beta\gamma\delta\epsilon\varepsilon\zeta\eta\theta\kappa\mu\nu\xi\pi\rho\sigma\tau\phi\varphi\chi\psi\omega\Gamma\Delta\Theta\Lambda\Phi\Psi\Omega\ell")]
    [InlineData(@"\hat\beta \tilde\beta \bar x \vec v \dot x \ddot x \widehat{xy} \widetilde{xy} \overline{xy} \underline{xy} \overbrace{x}^{y} \underbrace{x}_{y}")]
    [InlineData(@"\le \ge \ne \leq \geq \neq \approx \propto \sim \equiv \iff \implies \to \mapsto \Rightarrow \Leftrightarrow \pm \mp \ll \gg \mid \perp")]
    [InlineData(@"\in \notin \subset \subseteq \cup \cap \emptyset \forall \exists \setminus \partial \nabla \infty \top \cdot \times \odot \circ \ldots \cdots \dots \vdots \ddots")]
    [InlineData(@"a\,b\;c\!d\quad e\qquad f\ g\:h~i")]
    [InlineData(@"\lVert w\rVert_2 \lvert w\rvert \|w\| \langle a,b\rangle \lfloor x\rfloor \lceil x\rceil \lbrace x\rbrace \{x\} \Vert x\Vert \vert x\vert")]
    [InlineData(@"\bigl( x \bigr) \Bigl[ x \Bigr] \biggl( x \biggr) \Biggl( x \Biggr) \big| \Big|")]
    [InlineData(@"\min_w \max_w \sup_x \inf_x \lim_{n\to\infty} \log x \ln x \exp x \sin x \cos x \tanh x \det A \Pr(A) \arg\min_w \operatorname{sign}(w) \operatorname*{arg\,min}_w f(w)")]
    [InlineData(@"\binom{n}{k} \dfrac{a}{b} \tfrac{a}{b} \overset{a}{b} \underset{a}{b} \stackrel{a}{=} \boxed{a=b} \phantom{a} \substack{a \\ b} \xrightarrow{a} \not=")]
    [InlineData(@"\prod_{i=1}^n \int_a^b \bigcup_i \bigcap_i \sum_{\substack{i \\ j}} \displaystyle\sum_i")]
    [InlineData(@"\begin{align*} a &= b \\ c &= d \end{align*}")]
    [InlineData(@"\begin{bmatrix} 1 & 0 \\ \vdots & \ddots \end{bmatrix} \begin{array}{rl} a & b \end{array} \begin{gathered} a \\ b \end{gathered} \begin{smallmatrix} a \end{smallmatrix}")]
    [InlineData(@"x = 1 \tag{3}")]
    [InlineData(@"P(\hat w_j = 0 \mid X) = 2\Phi\!\left(\tfrac{\lambda}{\sigma}\right) - 1")]
    [InlineData(@"\frac{\partial J_0}{\partial w_j} + \lambda\,\partial|w_j| \ni 0, \qquad \mathbf{1}_{\{w_j \ne 0\}}")]
    public void A_course_may_write(string latex) => Assert.True(Check(latex));

    [Theory]
    [InlineData(@"a + \foo b", @"\foo", 4)]
    [InlineData(@"\frac{1}{\argmin}", @"\argmin", 9)]
    [InlineData(@"\color{red} x", @"\color", 0)]
    [InlineData(@"\text{a \foo b}", @"\foo", 8)]
    [InlineData(@"\mathbf{\foo}", @"\foo", 8)]
    [InlineData(@"\left\foo x \right)", @"\foo", 5)]
    [InlineData(@"x \begin{tikz} \end{tikz}", "tikz", 2)]
    [InlineData("a @ b", "@", 2)]
    [InlineData("a # b", "#", 2)]
    [InlineData("a $ b", "$", 2)]
    [InlineData("{a", "{", 0)]
    [InlineData("a}", "}", 1)]
    [InlineData("a & b", "&", 2)]
    [InlineData(@"a \\ b", @"\\", 2)]
    [InlineData("x_1_2", "_", 3)]
    [InlineData("x^1^2", "^", 3)]
    [InlineData(@"\frac{a}", "end", 8)]
    [InlineData(@"\left( a", "left", 0)]
    [InlineData(@"\right)", "right", 0)]
    [InlineData(@"\sqrt[3", "[", 5)]
    public void What_it_does_not_know_it_rejects_by_name_and_position(string latex, string named, int position)
    {
        var error = Assert.Throws<LatexException>(() => LatexToMathML.Convert(latex, display: false));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Equal(position, error.Position);
    }

    [Theory]
    [InlineData(@"\begin{aligned} a")]
    [InlineData(@"\begin{aligned} a \end{cases}")]
    [InlineData(@"\begin{aligned} a } \end{aligned}")]
    [InlineData(@"\end{aligned}")]
    [InlineData(@"\text{a")]
    [InlineData(@"x_")]
    [InlineData(@"\hat")]
    [InlineData(@"\")]
    [InlineData(@"\text{a $x$}")]
    [InlineData(@"\substack{a")]
    public void An_unfinished_formula_is_an_error(string latex) =>
        Assert.Throws<LatexException>(() => LatexToMathML.Convert(latex, display: false));

    /// <summary>Every prefix of a formula converts or says what is wrong; nothing else, and it ends.</summary>
    [Fact]
    public void A_cut_formula_never_crashes() => Gen.Select(Formula, Gen.Int[0, 60]).Sample((latex, length) =>
    {
        try
        {
            return Check(latex[..Math.Min(length, latex.Length)]);
        }
        catch (LatexException error)
        {
            return error.Position >= 0 && error.Position <= latex.Length;
        }
    });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static bool Check(string latex)
    {
        var math = XElement.Parse(LatexToMathML.Convert(latex, display: true));
        foreach (var element in math.DescendantsAndSelf())
        {
            Assert.True(Children.TryGetValue(element.Name.LocalName, out var count), $"{element.Name} is not in MathML Core");
            if (count is { } expected)
                Assert.Equal(expected, element.Elements().Count());
            Assert.DoesNotContain(element.Attributes(), attribute => attribute.Name.LocalName.StartsWith("data-", StringComparison.Ordinal));
            if (element.Name != "annotation")
                Assert.DoesNotContain("\\", element.Nodes().OfType<XText>().Select(text => text.Value));
        }
        return math.Descendants("annotation").Single().Value == latex.Trim();
    }

    private static string Body(string latex) => XElement.Parse(LatexToMathML.Convert(latex, display: false)).Element("semantics")!.Elements().First().ToString();
}
