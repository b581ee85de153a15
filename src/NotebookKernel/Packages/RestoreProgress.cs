using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>One line below the cell that tells how a package is coming along.</summary>
/// <remarks>What it says at the end does not depend on how long it took, so two runs of a notebook show the same.</remarks>
internal sealed class RestoreProgress : IDisposable
{
    private readonly SessionOutput _output;
    private readonly NuGetPackage _package;
    private readonly string _id;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Timer _timer;

    public RestoreProgress(SessionOutput output, NuGetPackage package)
    {
        (_output, _package, _id) = (output, package, output.NextDisplayId());
        _output.Post(Line($"Restoring {package} …"), _id);
        _timer = new(_ => Update(string.Create(CultureInfo.InvariantCulture, $"Restoring {package} … {_clock.Elapsed.TotalSeconds:0} s")), null, 1000, 1000);
    }

    /// <summary>Says that it is there.</summary>
    public void Done(string? version)
    {
        _timer.Dispose();
        Update($"Installed {_package with { Version = version ?? _package.Version }}");
    }

    /// <summary>Says that it failed.</summary>
    public void Failed()
    {
        _timer.Dispose();
        Update($"{_package} could not be installed");
    }

    public void Dispose() => _timer.Dispose();

    private void Update(string text) => _output.Update(Line(text), _id);

    private static DisplayOutput Line(string text) => new(new([new(MimeOrder.Plain, JsonValue.Create(text))]), new JsonObject());
}
