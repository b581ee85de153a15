using System.Text;
using System.Text.RegularExpressions;
using Plotly.NET;
using Regularization.Course;

namespace Regularization.Plots;

/// <summary>The plotly.js inside Plotly.NET's assembly, with its license.</summary>
internal static partial class PlotlyResource
{
    public static PlotlyScript Read()
    {
        var assembly = typeof(GenericChart).Assembly;
        var name = Array.Find(assembly.GetManifestResourceNames(), n => n.EndsWith(".min.js", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} {assembly.GetName().Version} holds no plotly.js.");
        return new(Bytes(name), Version().Match(name).Value, $"plotly.js, Copyright Plotly, Inc., MIT license.\n{Encoding.UTF8.GetString(Bytes(name + ".LICENSE.txt"))}");
    }

    private static byte[] Bytes(string resource)
    {
        using var stream = typeof(GenericChart).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"Plotly.NET holds no {resource}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex Version();
}
