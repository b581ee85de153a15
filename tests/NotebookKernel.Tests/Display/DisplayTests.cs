using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookKernel.Tests;

public sealed class DisplayTests
{
    private sealed record Point(double X, string Name);

    private sealed record Node(int Value)
    {
        public Node? Next { get; set; }
    }

    private sealed class Throws
    {
        public int Good => 1;

        public int Bad => throw new InvalidOperationException();
    }

    private sealed class BadFormatter
    {
        public override string ToString() => "still here";
    }

    private sealed class OwnFace
    {
        public int Ignored => 1;

        public string ToHtml() => "<own/>";

        public override string ToString() => "own";
    }

    public static TheoryData<object?, string> Plain => new()
    {
        { 1.5, "1.5" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { double.NaN, "NaN" },
        { 1234567, "1234567" },
        { 12.5m, "12.5" },
        { true, "True" },
        { 'λ', "λ" },
        { "<a>\n", "<a>\n" },
        { DayOfWeek.Friday, "Friday" },
        { new DateTime(2024, 2, 1, 3, 4, 5, DateTimeKind.Utc), "2024-02-01T03:04:05.0000000Z" },
        { new[] { 1.0, 2.5, -1 / 3.0, 1e-7, 1263985.8, 0 }, "[1, 2.5, -0.333333, 1e-7, 1263986, 0]" },
        { new[] { 1, 2, 3 }, "[1, 2, 3]" },
        { Array.Empty<double>(), "[]" },
        { Enumerable.Range(0, 3).Select(i => i / 2.0), "[0, 0.5, 1]" },
        { Enumerable.Range(0, 442).ToList(), "[" + string.Join(", ", Enumerable.Range(0, 100)) + ", … 342 more]" },
        { new[] { "a", "b" }, "[a, b]" },
    };

    public static TheoryData<object, string, string> Tables => new()
    {
        {
            new double[,] { { 1, -0.5 }, { 10, 2 } },
            " 1  -0.5\n10     2",
            "<table>\n<tbody>\n<tr>" + Number("1") + Number("-0.5") + "</tr>\n<tr>" + Number("10") + Number("2") + "</tr>\n</tbody>\n</table>"
        },
        {
            new[] { new Point(1.5, "a<b"), new Point(10, "c") },
            "  X  Name\n1.5  a<b\n 10  c",
            Head("X", "Name") + "<tbody>\n<tr>" + Number("1.5") + "<td>a&lt;b</td></tr>\n<tr>" + Number("10") + "<td>c</td></tr>\n</tbody>\n</table>"
        },
        {
            new[] { (1, "x") },
            "Item1  Item2\n    1  x",
            Head("Item1", "Item2") + "<tbody>\n<tr>" + Number("1") + "<td>x</td></tr>\n</tbody>\n</table>"
        },
        {
            new Dictionary<string, int> { ["a"] = 1 },
            "Key  Value\na        1",
            Head("Key", "Value") + "<tbody>\n<tr><td>a</td>" + Number("1") + "</tr>\n</tbody>\n</table>"
        },
        {
            new[] { new[] { 1.0, 2 }, [3.0, 4] },
            "1  2\n3  4",
            "<table>\n<tbody>\n<tr>" + Number("1") + Number("2") + "</tr>\n<tr>" + Number("3") + Number("4") + "</tr>\n</tbody>\n</table>"
        },
        {
            new { A = 1, B = "x", C = new[] { 1, 2 } },
            "{ A = 1, B = x, C = [1, 2] }",
            Head("Name", "Value") + "<tbody>\n<tr><td>A</td>" + Number("1") + "</tr>\n<tr><td>B</td><td>x</td></tr>\n<tr><td>C</td><td>[1, 2]</td></tr>\n</tbody>\n</table>"
        },
    };

    [Theory, MemberData(nameof(Plain))]
    public void Single_values_and_vectors_are_plain_text(object? value, string text)
    {
        var bundle = DisplayFormatters.Bundle(value);
        Assert.Equal("text/plain", Assert.Single(bundle.Entries).Key);
        Assert.Equal(text, bundle.Text("text/plain"));
    }

    [Fact]
    public void Null_is_null() => Assert.Equal("null", DisplayFormatters.Bundle(null).Text("text/plain"));

    [Theory, MemberData(nameof(Tables))]
    public void Tables_in_text_and_html(object value, string text, string html)
    {
        var bundle = DisplayFormatters.Bundle(value);
        Assert.Equal(["text/html", "text/plain"], bundle.Entries.Select(e => e.Key));
        Assert.Equal((text, html), (bundle.Text("text/plain"), bundle.Text("text/html")));
    }

    [Theory]
    [InlineData(1.0 / 3, "0.333333")]
    [InlineData(-123456.789, "-123457")]
    [InlineData(1234567.89, "1234568")]
    [InlineData(0.00012345678, "0.000123457")]
    [InlineData(0.000012345678, "1.23457e-5")]
    [InlineData(1.5e300, "1.5e300")]
    [InlineData(99999.96, "100000")]
    [InlineData(-0.0, "0")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Numbers_in_tables_have_six_significant_digits(double number, string text) => Assert.Equal(text, Scalar.Short(number));

    [Fact]
    public void The_culture_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("1.5", DisplayFormatters.Bundle(1.5).Text("text/plain"));
            Assert.Equal("Point { X = 1.5, Name = n }", DisplayFormatters.Bundle(new Point(1.5, "n")).Text("text/plain"));
            Assert.Equal("[1.5]", DisplayFormatters.Bundle(new[] { 1.5 }).Text("text/plain"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Endless_and_circular_values_end()
    {
        static IEnumerable<int> Ones()
        {
            while (true)
                yield return 1;
        }

        var circle = new Node(1);
        circle.Next = circle;
        Assert.EndsWith("1, … more]", DisplayFormatters.Bundle(Ones()).Text("text/plain"), StringComparison.Ordinal);
        Assert.EndsWith("Next = … } } } }", DisplayFormatters.Bundle(circle).Text("text/plain"), StringComparison.Ordinal);
        Assert.Contains("… 900 more rows", DisplayFormatters.Bundle(Enumerable.Range(0, 1000).Select(i => (i, i)).ToList()).Text("text/html"), StringComparison.Ordinal);
        Assert.EndsWith("… cut after 100,000 characters", DisplayFormatters.Bundle(new string('x', 200_000)).Text("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_formatter_that_throws_loses_its_type_only()
    {
        Formatter.Register<BadFormatter>((_, _) => throw new InvalidOperationException("broken"), "application/vnd.bad+json");
        Formatter.Register<BadFormatter>((_, w) => w.Write("not json"), "application/vnd.text+json");
        Formatter.SetPreferredMimeTypesFor(typeof(BadFormatter), "application/vnd.bad+json", "application/vnd.text+json", "text/plain");
        var bundle = DisplayFormatters.Bundle(new BadFormatter());
        var text = Assert.Single(bundle.Entries).Value.GetValue<string>();
        Assert.StartsWith("still here\n(BadFormatter could not be shown as application/vnd.bad+json: InvalidOperationException: broken)\n", text, StringComparison.Ordinal);
        Assert.Contains("could not be shown as application/vnd.text+json", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_getter_that_throws_hides_no_other() =>
        Assert.Equal("Throws { Good = 1, Bad = (InvalidOperationException) }", DisplayFormatters.Bundle(new Throws()).Text("text/plain"));

    [Fact]
    public void A_type_with_its_own_faces_uses_them()
    {
        var bundle = DisplayFormatters.Bundle(new OwnFace());
        Assert.Equal(("<own/>", "own"), (bundle.Text("text/html"), bundle.Text("text/plain")));
    }

    [Fact]
    public void Json_is_parsed_and_a_single_type_can_be_asked_for()
    {
        Assert.Equal("{\"a\":1}", DisplayFormatters.Bundle(new JsonObject { ["a"] = 1 }).Text("text/plain"));
        var bundle = DisplayFormatters.Bundle(new { a = 1 }, "application/json");
        Assert.Equal(1, (int)bundle["application/json"]!["a"]!);
        Assert.Equal(["application/json", "text/plain"], bundle.Entries.Select(e => e.Key));
    }

    private static string Number(string text) => $"<td style=\"text-align:right\">{text}</td>";

    private static string Head(params string[] columns) =>
        $"<table>\n<thead><tr>{string.Concat(columns.Select(c => $"<th scope=\"col\">{c}</th>"))}</tr></thead>\n";
}
