using Regularization.Course;

namespace CourseTests.Claims;

/// <summary>What a quoted number covers: half a unit of its last digit, and nothing more.</summary>
public class ClaimTests
{
    private const double LambdaMax = 949.4352603840382;

    [Theory]
    [InlineData("949.435", LambdaMax)]
    [InlineData("949.4", LambdaMax)]
    [InlineData("949", LambdaMax)]
    [InlineData("949.43526", LambdaMax)]
    [InlineData("1,048,576", 1048576.0)]
    [InlineData("17,310,309,456,440", 17310309456440.0)]
    [InlineData("38.29 %", 0.38292)]
    [InlineData("38 %", 0.38292)]
    [InlineData("38.29%", 0.38292)]
    [InlineData("1.2e-3", 0.001249)]
    [InlineData("2e5", 151000.0)]
    [InlineData("−10.01", -10.0122)]
    [InlineData("-10.01", -10.0122)]
    [InlineData("0", 0.4)]
    [InlineData("0.13", 0.125)] // a half may go up,
    [InlineData("0.12", 0.125)] // or to even
    [InlineData("2", 2.5)]
    [InlineData("3", 2.5)]
    public void A_correctly_rounded_quote_holds(string quote, double value) =>
        Assert.Equal(quote, Claim.Quote(quote, value, "it").Quoted);

    [Theory]
    [InlineData("949.436", LambdaMax)]
    [InlineData("949.434", LambdaMax)]
    [InlineData("949.43", LambdaMax)] // 949.435… rounds up
    [InlineData("949.4350", LambdaMax)]
    [InlineData("949.5", LambdaMax)]
    [InlineData("1,048,575", 1048576.0)]
    [InlineData("38.28 %", 0.38292)]
    [InlineData("0.38 %", 0.38292)]
    [InlineData("38.29", 0.38292)]
    [InlineData("1.2e-3", 0.00125001)]
    [InlineData("1.3e-3", 0.001249)]
    [InlineData("10.01", -10.0122)]
    [InlineData("−10.01", 10.0122)]
    [InlineData("0.1", double.NaN)]
    [InlineData("1", double.PositiveInfinity)]
    public void Any_other_quote_fails(string quote, double value) =>
        Assert.Throws<ClaimFailedException>(() => Claim.Quote(quote, value, "it"));

    [Theory]
    [InlineData("")]
    [InlineData("about 3")]
    [InlineData("10,48,576")]
    [InlineData("1,0485")]
    [InlineData(".5")]
    [InlineData("5.")]
    public void What_is_not_a_number_is_refused(string quote) => Assert.Throws<ArgumentException>(() => Claim.Quote(quote, 1, "it"));

    [Fact]
    public void Rounding_to_any_number_of_decimals_holds_and_the_next_number_fails() =>
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.Double[-1e6, 1e6], CsCheck.Gen.Int[0, 6]), t =>
        {
            // decimal is the slow obvious twin: exact in base ten, and rounds halves away from zero.
            var (value, decimals) = t;
            var rounded = Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero);
            if (Math.Abs(((decimal)value - rounded) * (decimal)Math.Pow(10, decimals)) > 0.499m)
                return; // (decimal)value keeps 15 digits only; next to a half it may fall on the other side
            var next = rounded + 1m / (decimal)Math.Pow(10, decimals);
            Claim.Quote(Text(rounded, decimals), value, "it");
            Assert.Throws<ClaimFailedException>(() => Claim.Quote(Text(next, decimals), value, "it"));
        });

    [Fact]
    public void A_failure_says_what_the_text_says_and_what_is_so()
    {
        var failure = Assert.Throws<ClaimFailedException>(() => Claim.Quote("949.436", LambdaMax, "λ_max of diabetes"));
        Assert.Equal("The text says 949.436, but λ_max of diabetes is 949.4352603840382.", failure.Message);
    }

    [Fact]
    public void Check_reports_every_failure_at_once()
    {
        var failure = Assert.Throws<ClaimFailedException>(() => Regularization.Course.Claims.Check(("1.5", 1.5, "a"), ("2.5", 1.5, "b"), ("3.5", 1.5, "c")));
        Assert.Equal(2, failure.Message.Split('\n').Length);
        Assert.Equal(2, Regularization.Course.Claims.Check(("1.5", 1.5, "a"), ("2", 1.5, "b")).All.Length);
    }

    [Fact]
    public void A_sentence_holds_or_fails()
    {
        Assert.Equal("✓ two and two is four", Claim.Holds(true, "two and two is four").ToString());
        Assert.Contains("five", Assert.Throws<ClaimFailedException>(() => Claim.Holds(false, "two and two is five")).Message);
    }

    private static string Text(decimal value, int decimals) => value.ToString("F" + decimals, System.Globalization.CultureInfo.InvariantCulture);
}
