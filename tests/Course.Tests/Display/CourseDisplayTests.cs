using System.Text.Json.Nodes;
using CourseTests.Exercises;
using CourseTests.Figures;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.DotNet.Interactive.Formatting;
using Regularization;
using Regularization.Course;

namespace CourseTests.Display;

[Collection(FigureNumbering.Name)]
public class CourseDisplayTests
{
    private const string Html = "text/html", Plain = "text/plain";

    public CourseDisplayTests() => CourseDisplay.Register();

    [Fact]
    public void A_figure_is_a_bundle_of_three()
    {
        var figure = SampleCharts.Bars().Draw();
        Assert.Equal([MimeTypes.Plotly, Html, Plain], Formatter.GetPreferredMimeTypesFor(typeof(Figure)));
        Assert.Equal(figure.PlotlyJson, figure.ToDisplayString(MimeTypes.Plotly));
        Assert.Equal("RSS falls.", figure.ToDisplayString(Plain));
        Assert.Contains("<script>", figure.ToDisplayString(Html));
        Assert.Equal(["config", "data", "layout"], JsonNode.Parse(figure.PlotlyJson)!.AsObject().Select(p => p.Key).Order());
    }

    [Fact]
    public void A_chart_shows_as_its_figure() =>
        Assert.Equal(SampleCharts.Bars().Draw().PlotlyJson, SampleCharts.Bars().ToDisplayString(MimeTypes.Plotly));

    [Fact]
    public void A_verdict_says_in_json_what_it_says_in_words()
    {
        var verdict = Samples.SoftThreshold.Try((v, t) => v);
        var json = JsonNode.Parse(verdict.ToDisplayString(MimeTypes.Verdict))!;
        Assert.Equal("test.soft-threshold", (string?)json["exercise"]);
        Assert.Equal("wrong", (string?)json["status"]);
        Assert.Equal(verdict.Message, (string?)json["message"]);
        Assert.Equal("unsolved", (string?)JsonNode.Parse(Samples.Half.Try(double.NaN).ToDisplayString(MimeTypes.Verdict))!["status"]);
        Assert.Equal("passed", (string?)JsonNode.Parse(Samples.Half.Try(0.5).ToDisplayString(MimeTypes.Verdict))!["status"]);
        Assert.Equal([MimeTypes.Verdict, Html, Plain], Formatter.GetPreferredMimeTypesFor(typeof(Verdict)));
    }

    [Fact]
    public void Claims_carry_quote_and_value()
    {
        var json = JsonNode.Parse(Claim.Quote("949.435", 949.4352603840382, "λ_max").ToDisplayString(MimeTypes.Claim))!;
        Assert.Equal(("949.435", 949.4352603840382, "λ_max"), ((string?)json["quote"], (double)json["value"]!, (string?)json["what"]));
        Assert.Equal(2, JsonNode.Parse(Regularization.Course.Claims.Check(("1", 1, "a"), ("2", 2, "b")).ToDisplayString(MimeTypes.Claim))!.AsArray().Count);
        Assert.True((bool)JsonNode.Parse(Claim.Holds(true, "s").ToDisplayString(MimeTypes.Claim))!["value"]!);
    }

    [Fact]
    public void Vectors_and_matrices_are_short_and_keep_six_digits()
    {
        var vector = Vector<double>.Build.Dense([1.0 / 3, -0.0, 1e-9]);
        Assert.Equal("[0.333333, 0, 1e-09]", vector.ToDisplayString(Plain));
        Assert.Contains("<td style=\"text-align:right\">0.333333</td>", vector.ToDisplayString(Html));
        Assert.EndsWith("…, 98, 99] (100 entries)", Vector<double>.Build.Dense(100, i => i).ToDisplayString(Plain));
        Assert.Equal("2 × 2\n   0  1\n0  1  2\n1  3  4", Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } }).ToDisplayString(Plain));
        Assert.Equal([Html, Plain], Formatter.GetPreferredMimeTypesFor(vector.GetType()));
    }

    [Fact]
    public void Any_type_can_be_shown_as_a_table()
    {
        CourseDisplay.ShowAsTable<DateOnly>(d => Table.From([d], ("year", x => x.Year), ("month", x => x.Month)));
        Assert.Equal("year  month\n2004      4", new DateOnly(2004, 4, 1).ToDisplayString(Plain));
        Assert.Contains("<th scope=\"col\">year</th>", new DateOnly(2004, 4, 1).ToDisplayString(Html));
    }

    [Fact]
    public void A_solution_shows_its_certificate()
    {
        var x = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { 0, 1 } });
        var problem = new Problem(new LeastSquares(x, Vector<double>.Build.Dense([3.0, 0.5])), new L1Penalty(1));
        var shown = new CoordinateDescent().Solve(problem).ToDisplayString(Plain);
        Assert.Matches(@"converged +yes
", shown);
        Assert.Matches(@"J\(w\) +2\.625
", shown);
        Assert.Matches(@"duality gap +0
", shown);
        Assert.EndsWith("1 of 2", shown);
    }

    [Fact]
    public void The_lesson_header_says_how_long_it_takes()
    {
        var header = Lesson.Start("l2-decay");
        Assert.Contains($"{header.Lesson.Minutes} minutes", header.ToDisplayString(Html));
        Assert.Contains(header.Lesson.Title, header.ToDisplayString(Plain));
        Assert.Contains("l0-counting", Assert.Throws<ArgumentException>(() => Lesson.Start("l3")).Message);
    }
}
