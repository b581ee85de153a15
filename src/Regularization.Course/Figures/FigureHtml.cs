using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Regularization.Course;

/// <summary>A figure as one piece of HTML with one inline script, which works without a network.</summary>
/// <remarks>
/// The id is the hash of the content and a running number: the same run gives the same bytes, and a figure shown twice has two ids. The alt
/// text stands in the page until the drawing replaces it, and stays when there is no script.
/// </remarks>
internal static class FigureHtml
{
    // Hosts with require.js would catch plotly.js as a module; hiding define, module and exports makes it the global the other figures wait for.
    private const string Script = """
        (function () {
          var root = document.getElementById(ID), figure = JSON_OF_FIGURE, library = LIBRARY, tries = 0;
          function draw() {
            var plot = root.firstElementChild;
            window.Plotly.newPlot(plot, figure.data, figure.layout, figure.config).then(function () {
              plot.setAttribute('role', 'img');
              plot.setAttribute('aria-label', figure.layout.meta.description);
              root.querySelector('figcaption').hidden = true;
            });
          }
          function wait() {
            if (window.Plotly) draw();
            else if (++tries < 600) setTimeout(wait, 100);
          }
          function run(code) {
            var script = document.createElement('script');
            script.textContent = '(function () { var define, module, exports;' + code + '\n}).call(window);';
            document.head.appendChild(script);
            wait();
          }
          function unpack() {
            var bytes = Uint8Array.from(atob(library), function (c) { return c.charCodeAt(0); });
            var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
            new Response(stream).text().then(run);
          }
          if (window.Plotly || !library || !window.DecompressionStream) wait(); else unpack();
        })();
        """;

    public static string Write(Figure figure)
    {
        var number = FigureNumbers.Next();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure.PlotlyJson)).AsSpan(0, 4));
        var id = string.Create(CultureInfo.InvariantCulture, $"figure-{hash}-{number}");
        var library = number == 1 && figure.Renderer is { } renderer ? $"\"{PackedScript.Of(renderer.PlotlyJs)}\"" : "null";
        var script = Script.Replace("ID)", $"'{id}')", StringComparison.Ordinal).Replace("LIBRARY", library, StringComparison.Ordinal)
            .Replace("JSON_OF_FIGURE", figure.PlotlyJson, StringComparison.Ordinal);
        return $"<figure id=\"{id}\" class=\"course-figure\" style=\"margin:0\"><div></div><figcaption>{WebUtility.HtmlEncode(figure.Description)}</figcaption>"
            + $"<details><summary>Data</summary>{figure.Table.ToHtml()}</details><script>{script}</script></figure>";
    }
}
