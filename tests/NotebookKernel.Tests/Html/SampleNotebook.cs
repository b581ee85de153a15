using System.Text.Json.Nodes;

namespace NotebookKernel.Tests.Html;

/// <summary>A notebook with everything a page must show; also opened in a browser by the course's tests.</summary>
internal static class SampleNotebook
{
    public const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static Notebook Notebook => new(
        [
            Text("title", "# Counting & more\n\nA text with $w_j = 0$, a [link](#formulas), and [the next](02-next.ipynb#again)."),
            Text("formulas", """
                ## Formulas

                $$
                J(w) = \frac{1}{2}\left\lVert y - Xw\right\rVert_2^2 + \lambda\sum_{j=1}^{p} \lvert w_j\rvert, \qquad \hat w = \operatorname*{arg\,min}_{w\in\mathbb{R}^p} J(w)
                $$

                $$
                \begin{aligned}
                \operatorname{prox}(v) &= \begin{cases} v - t & \text{if } v > t \\ 0 & \text{if } |v| \le t \\ v + t & \text{if } v < -t \end{cases} \\
                &= v - \min\bigl(\max(v, -t), t\bigr)
                \end{aligned}
                $$

                | size | $2^p$ | a rather long column heading that needs room | another column | and another |
                |---:|---:|---|---|---|
                | 10 | $1{,}024$ | x | y | z |

                A line of `inline code`, a footnote,[^1] and $\frac{a}{b}$.

                [^1]: Somebody (1995).

                ### Formulas
                """),
            Code("chart", "// a chart\nvar x = new double[] { 1, 2, 3 };\nFigures.Show(x, title: \"a <b> & c with a rather long line of code that must scroll and not widen the page\")", Show(Chart())),
            Text("again", "## Again\n\nTwo charts."),
            Code("slider", "Figures.Slider()", Show(Slider())),
            Code("stream", "Console.WriteLine(1);", new StreamOutput("stdout", "1 < 2 & 3\n"), new StreamOutput("stderr", "careful\n")),
            Code("error", "throw new Exception();", new ErrorOutput("Exception", "a < b failed", ["Cell 5, line 1:", "   throw new Exception();"])),
            Code("html", "Exercise.Try(f)", Show("text/html", "<div class=\"verdict verdict-wrong\"><p><strong>✗ Not yet.</strong> f(0.4) is 0.4, not 0.</p><details><summary>Hint 1</summary><p>Look at zero.</p></details></div>")),
            Code("picture", "Picture()", new DisplayOutput(new MimeBundle([Entry("image/png", Png), Entry("text/plain", "A red \"dot\"")]), [])),
            Code("value", "1 + 1", new ResultOutput(new MimeBundle([Entry("text/plain", "2 < 3")]), [], 1)),
        ],
        []);

    public static Notebook Next => new([Text("top", "# Next\n\nBack to [counting](01-sample.ipynb).\n\n## Again\n\nAnd once more.")], []);

    public static JsonObject Chart() => JsonNode.Parse("""
        {
          "data": [{ "type": "scatter", "mode": "lines+markers", "name": "rss", "x": [1, 2, 3], "y": [3, 1, 2], "line": { "color": "#0072B2" } }],
          "layout": { "title": { "text": "A chart" }, "height": 380, "xaxis": { "title": { "text": "k" } }, "yaxis": { "title": { "text": "RSS </script> <b>" } },
            "meta": { "description": "RSS falls & rises: \"3, 1, 2\".", "table": { "columns": ["k", "RSS <"], "rows": [[1, 3], [2, 1], [3, 2.5]] } } },
          "config": { "responsive": true }
        }
        """)!.AsObject();

    public static JsonObject Slider() => JsonNode.Parse("""
        {
          "data": [{ "type": "scatter", "mode": "lines", "x": [0, 1, 2], "y": [0, 1, 2] }],
          "layout": { "height": 600, "margin": { "l": 50, "r": 10, "t": 40, "b": 220 }, "legend": { "orientation": "h", "y": -0.4, "yanchor": "top" }, "showlegend": true,
            "yaxis": { "scaleanchor": "x" }, "meta": { "description": "A line that grows steeper." }, "sliders": [{ "active": 1, "currentvalue": { "prefix": "t = " }, "steps": [
            { "label": "0.5", "method": "restyle", "args": [{ "y": [[0, 0.5, 1]] }, [0]] },
            { "label": "1", "method": "restyle", "args": [{ "y": [[0, 1, 2]] }, [0]] },
            { "label": "2", "method": "restyle", "args": [{ "y": [[0, 2, 4]] }, [0]] }] }] },
          "config": {}
        }
        """)!.AsObject();

    public static IReadOnlyList<CoursePage> Pages =>
    [
        new("01-sample.html", "01-sample.ipynb", "Counting & more", Notebook) { Summary = "What counts.", Outcomes = ["count <things>"], Facts = ["20 minutes", "nothing before it"] },
        new("02-next.html", "02-next.ipynb", "Next", Next),
    ];

    private static MarkdownCell Text(string id, string source) => new(id, source, []);

    private static CodeCell Code(string id, string source, params CellOutput[] outputs) => new(id, source, [], 1, [.. outputs]);

    private static KeyValuePair<string, JsonNode> Entry(string type, string text) => new(type, JsonValue.Create(text));

    private static DisplayOutput Show(string type, string text) => new(new MimeBundle([Entry(type, text)]), []);

    private static DisplayOutput Show(JsonObject figure) => new(
        new MimeBundle([new("application/vnd.plotly.v1+json", figure), Entry("text/html", "<div>the other face</div>"), Entry("text/plain", "a chart")]), []);
}
