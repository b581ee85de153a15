using NotebookKernel;
using Regularization.Course;

namespace CourseCli;

/// <summary>What the pages say about the course as a whole.</summary>
internal static class CourseText
{
    private const string Title = "Regularization, derived and checked";

    private const string Introduction = """
        Why do models get a penalty, and what does it do to them? **L0** counts, **L1** finds corners, **L2** decays. Every lesson derives one result
        line by line, checks each line by computing it, and draws it. Every number in the text was compared with the computation when these pages
        were made; had one been wrong, the run would have failed.

        Predict before you look. The exercises wait in the notebooks; here you see their hints and worked solutions.
        """;

    public static CourseSiteOptions Site
    {
        get
        {
            var plotly = ChartRenderer.Load().PlotlyJs;
            return new(Title, Introduction, ($"plotly-{plotly.Version}.min.js", plotly.Code))
            {
                Footer = $"Executed by `course run`. Charts are drawn by plotly.js {plotly.Version} (MIT license), stored beside these pages; nothing is loaded from a network.",
            };
        }
    }
}
