using NotebookKernel;
using NotebookKernel.Tests.Html;
using Regularization.Course;

namespace Course.Tests.Pages;

/// <summary>A site with everything a page can show, and the course's own plotly.js, in a folder of its own.</summary>
public sealed class SampleSite : IDisposable
{
    public SampleSite()
    {
        var plotly = ChartRenderer.Load().PlotlyJs;
        CourseSite.Write(SampleNotebook.Pages, new("A course", "Hello $x^2$.", ("plotly.min.js", plotly.Code)), Folder);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("course-pages-").FullName;

    public string Url(string page) => new Uri(Path.Combine(Folder, page)).AbsoluteUri;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
