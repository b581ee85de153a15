using CourseCli;

namespace Course.Tests.Cli;

/// <summary>A number that the scanner overlooks is a number that nobody checks.</summary>
public class ProseNumbersTests
{
    [Theory]
    [InlineData("The knot lies at 949.435.", "949.435")]
    [InlineData("There are 1,048,576 of them, and 442 patients.", "1,048,576", "442")]
    [InlineData("A share of 38.29 % is zero.", "38.29%")]
    [InlineData("It is −10.01 (or -0.5).", "-10.01", "-0.5")]
    [InlineData("Between 10–20 lies nothing.", "10", "20")]
    [InlineData("Small: 1.2e-3.", "1.2e-3")]
    [InlineData("**15,504**", "15,504")]
    [InlineData("| 949.435 | 0 |", "949.435")]
    [InlineData("(0.1977, 0.5399)", "0.1977", "0.5399")]
    [InlineData("about 0.5.", "0.5")]
    public void Finds_numbers_in_running_text(string text, params string[] expected) => Assert.Equal(expected, ProseNumbers.In(text));

    [Theory]
    [InlineData("$R/t = 1.8478$", "1.8478")]
    [InlineData("$2^{20} = 1{,}048{,}576$", "1,048,576")]
    [InlineData(@"$\binom{20}{5} = 15\,504$", "15,504")]
    [InlineData("$$\nw_1 = -239.82\n$$", "-239.82")]
    [InlineData("$a - 0.25$", "0.25")]
    [InlineData(@"$p = 38.29\,\%$", "38.29%")]
    public void Finds_numbers_in_formulas(string text, params string[] expected) => Assert.Equal(expected, ProseNumbers.In(text));

    [Theory]
    [InlineData("Two weights, w1 and w2, in 3 steps.")]
    [InlineData("Tibshirani (1996), §2.2; see [the paper](https://example.org/12345).")]
    [InlineData("`var t = 12.5;` is code.")]
    [InlineData("```\n12.5\n```")]
    [InlineData("$2^{20}$ and $w_{12}$")]
    public void Leaves_out_what_quotes_no_result(string text) => Assert.Empty(ProseNumbers.In(text));
}
