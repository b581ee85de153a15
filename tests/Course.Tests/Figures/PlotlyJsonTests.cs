using System.Reflection;
using System.Text.Json.Nodes;
using Regularization.Course;

namespace CourseTests.Figures;

public class PlotlyJsonTests
{
    private static readonly IChartRenderer Renderer = ChartRenderer.Load();

    public static TheoryData<string> Names => ["Everything", "Bars", "Moving"];

    [Theory, MemberData(nameof(Names))]
    public void Our_walk_writes_the_figure_that_Plotly_NET_writes(string name)
    {
        var chart = ChartOf(name);
        var plots = Renderer.GetType();
        var built = plots.GetMethod("Build", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [chart])!;
        var theirs = (string)built.GetType().Assembly.GetType("Plotly.NET.GenericChart")!.GetMethod("toFigureJson")!.Invoke(null, [built])!;
        var ours = JsonNode.Parse(Renderer.ToPlotlyJson(chart))!;
        var expected = JsonNode.Parse(theirs)!;
        AssertSame(expected["data"], ours["data"], "data");
        AssertSame(expected["layout"], ours["layout"], "layout");
    }

    [Fact]
    public void Every_kind_of_layer_is_a_trace()
    {
        var data = Json(SampleCharts.Everything())["data"]!.AsArray();
        Assert.Equal(["heatmap", "contour", "scatter", "scatter", "scatter", "scatter", "scatter", "scatter", "scatter"], data.Select(t => (string?)t!["type"]));
        Assert.Equal("bar", (string?)Json(SampleCharts.Bars())["data"]![0]!["type"]);
        Assert.Equal([1.0, 0, -1, 0, 1], data[2]!["x"]!.AsArray().Select(v => (double)v!)); // the polygon is closed
        Assert.Equal(0.5, (double)data[6]!["error_y"]!["arrayminus"]![0]!); // ends become lengths
        Assert.Equal(1.0, (double)data[6]!["error_y"]!["array"]![0]!);
        Assert.Equal([0.0, 12, 0, 0, 12, 0], data[7]!["marker"]!["size"]!.AsArray().Select(v => (double)v!));
        Assert.Null(data[7]!["x"]![2]); // a gap between arrows
    }

    [Fact]
    public void A_subclass_of_Layer_without_a_trace_would_be_noticed() =>
        Assert.Equal(10, typeof(Layer).Assembly.GetExportedTypes().Count(t => t.IsSubclassOf(typeof(Layer)) && !t.IsAbstract));

    [Fact]
    public void Numbers_have_six_significant_digits_and_no_negative_zero()
    {
        var json = Renderer.ToPlotlyJson(new Chart("t", "d", new LineLayer("l", [0.1234567891, -0.0, 1e-9], [1234567.8, double.NaN, double.PositiveInfinity])));
        Assert.Contains("\"x\":[0.123457,0,1E-09]", json);
        Assert.Contains("\"y\":[1.23457E+06,null,null]", json);
    }

    [Fact]
    public void The_slider_starts_at_its_active_step_and_every_step_carries_what_moves()
    {
        var figure = Json(SampleCharts.Moving(active: 1));
        Assert.Equal(1.0, (double)figure["data"]![1]!["x"]![0]!);
        Assert.Equal("at 1", Trimmed(figure["data"]![2]!["text"]![0]));
        var slider = figure["layout"]!["sliders"]![0]!;
        Assert.Equal(1, (int)slider["active"]!);
        var steps = slider["steps"]!.AsArray();
        Assert.Equal(["0", "1", "2"], steps.Select(s => (string?)s!["label"]));
        for (var k = 0; k < 3; k++)
        {
            var args = steps[k]!["args"]!;
            Assert.Equal("update", (string?)steps[k]!["method"]);
            Assert.Equal([1, 2], args[2]!.AsArray().Select(i => (int)i!)); // the line stays
            Assert.Equal(["text", "x", "y"], args[0]!.AsObject().Select(p => p.Key).Order());
            Assert.Equal((double)k, (double)args[0]!["x"]![0]![0]!);
            Assert.Equal((double)k, (double)args[0]!["y"]![1]![0]!);
            Assert.Equal($"at {k}", Trimmed(args[0]!["text"]![1]![0]));
        }
    }

    [Fact]
    public void A_step_that_moves_what_is_not_there_is_refused()
    {
        static Chart Wrong(Layer moved) => new("t", "d", new LineLayer("line", [0], [0])) { Slider = new Slider("t", new SliderStep("1", moved)) };
        Assert.Throws<ArgumentException>(() => Wrong(new LineLayer("lien", [0], [0])));
        Assert.Throws<ArgumentException>(() => Wrong(new MarkerLayer("line", 0, 0)));
        Assert.Throws<ArgumentException>(() => new Chart("t", "d", new MarkerLayer("p", 0, 0)) { Slider = new Slider("t", new SliderStep("1")) { Active = 1 } });
    }

    [Fact]
    public void A_logarithmic_range_is_given_in_units_of_the_data() =>
        Assert.Equal([3.0, -1], Json(new Chart("t", "d", new MarkerLayer("p", 1, 1)) { XAxis = new Axis("λ") { Log = true, Range = (1000, 0.1) } })["layout"]!["xaxis"]!["range"]!
            .AsArray().Select(v => (double)v!));

    [Fact]
    public void The_figure_carries_its_description_and_its_table()
    {
        var chart = SampleCharts.Moving(active: 2);
        var meta = Json(chart)["layout"]!["meta"]!;
        Assert.Equal(chart.Description, (string?)meta["description"]);
        Assert.Equal(["", "x", "y"], meta["table"]!["columns"]!.AsArray().Select(c => (string?)c));
        Assert.Equal(["line,0,0", "line,2,2", "point,2,2"], meta["table"]!["rows"]!.AsArray().Select(r => string.Join(",", r!.AsArray().Select(c => c!.ToString()))));
    }

    [Fact]
    public void The_same_chart_gives_the_same_bytes() =>
        Assert.Equal(Renderer.ToPlotlyJson(SampleCharts.Everything()), Renderer.ToPlotlyJson(SampleCharts.Everything()));

    [Fact]
    public void No_description_no_chart()
    {
        Assert.Throws<ArgumentException>(() => new Chart("title", " "));
        Assert.Throws<ArgumentException>(() => new Chart("title", "d", new MarkerLayer("same", 0, 0), new MarkerLayer("same", 1, 1)));
    }

    private static Chart ChartOf(string name) => name switch
    {
        "Everything" => SampleCharts.Everything(),
        "Bars" => SampleCharts.Bars(),
        _ => SampleCharts.Moving(),
    };

    private static JsonNode Json(Chart chart) => JsonNode.Parse(Renderer.ToPlotlyJson(chart))!;

    private static string Trimmed(JsonNode? text) => ((string)text!).Trim('\u00a0');

    private static void AssertSame(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected)
        {
            case JsonObject e:
                Assert.Equal(e.Where(p => p.Value is not null).Select(p => p.Key).Order(), actual!.AsObject().Where(p => p.Value is not null).Select(p => p.Key).Order());
                foreach (var (name, value) in e)
                    AssertSame(value, actual[name], $"{path}.{name}");
                break;
            case JsonArray e:
                Assert.True(e.Count == actual!.AsArray().Count, path);
                for (var i = 0; i < e.Count; i++)
                    AssertSame(e[i], actual[i], $"{path}[{i}]");
                break;
            case JsonValue e when e.TryGetValue<double>(out var number):
                // Six significant digits: relative error at most 5·10⁻⁶.
                Assert.True(Math.Abs(number - (double)actual!) <= 5e-6 * Math.Abs(number), $"{path}: {number} and {actual}");
                break;
            case JsonValue e when (string?)e.ToString() == "NaN": // Newtonsoft's word for what plotly.js knows as null
                Assert.Null(actual);
                break;
            default:
                Assert.True(expected?.ToString() == actual?.ToString(), $"{path}: {expected} and {actual}");
                break;
        }
    }
}
