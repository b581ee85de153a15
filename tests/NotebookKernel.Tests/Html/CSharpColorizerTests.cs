using System.Net;
using System.Text.RegularExpressions;
using CsCheck;

namespace NotebookKernel.Tests.Html;

public partial class CSharpColorizerTests
{
    [Theory]
    [InlineData("var x = 1.5;", "<span class=\"k\">var</span>", "<span class=\"n\">1.5</span>")]
    [InlineData("return \"a<b\";", "<span class=\"k\">return</span>", "<span class=\"s\">&quot;a&lt;b&quot;</span>")]
    [InlineData("f(x); // a & b", "<span class=\"f\">f</span>", "<span class=\"c\">// a &amp; b</span>")]
    [InlineData("#r \"../lib/a.dll\"\nusing System;", "<span class=\"d\">", "<span class=\"k\">using</span>")]
    [InlineData("double Half(double v) => v / 2;", "<span class=\"k\">double</span>", "<span class=\"f\">Half</span>")]
    [InlineData("Math.Sqrt(2)", "<span class=\"t\">Math</span>", "<span class=\"f\">Sqrt</span>")]
    [InlineData("new List<int>()", "<span class=\"k\">new</span>", "<span class=\"t\">List</span>")]
    public void Tokens_have_their_color(string code, string first, string second)
    {
        var html = CSharpColorizer.ToHtml(code);
        Assert.Contains(first, html, StringComparison.Ordinal);
        Assert.Contains(second, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("if (a < b && c > d) { x <<= 1; }")]
    [InlineData("var s = $\"{x:F2} & <b>\" + @\"c:\\\";")]
    [InlineData("var raw = \"\"\"\n  <script>\n  \"\"\";\n/* a\n b */ /// <summary>x</summary>\nint y;")]
    [InlineData("#if false\nskipped <code>\n#endif\nvar x = ;;; }}} @@ \u00a0 λ")]
    [InlineData("\t\r\n  await Task.Delay(1);\r\n\r\n")]
    [InlineData("")]
    public void The_text_is_the_source(string code) => Assert.Equal(code, TextOf(CSharpColorizer.ToHtml(code)));

    private static readonly string[] Pieces = ["var ", "x", " < ", "\"", "'", "{", "}", "//", "/*", "*/", "\n", "$\"", "#r ", "#if ", "1.5e", "&", "λ", "@", ">", "(", ";"];

    private static readonly Gen<string> Code = Gen.Int[0, Pieces.Length - 1].Array[0, 25].Select(at => string.Concat(at.Select(i => Pieces[i])));

    [Fact]
    public void The_text_is_the_source_whatever_it_is() => Code.Sample(code => TextOf(CSharpColorizer.ToHtml(code)) == code);

    [Fact]
    public void Markup_in_code_stays_text() => Code.Sample(code => !OtherTag().IsMatch(CSharpColorizer.ToHtml(code + "<script>alert(1)</script>")));

    private static string TextOf(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<(?!/?span\\b)")]
    private static partial Regex OtherTag();
}
