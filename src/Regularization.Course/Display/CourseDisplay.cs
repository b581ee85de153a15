using Microsoft.DotNet.Interactive.Formatting;

namespace Regularization.Course;

/// <summary>How the course's values are shown in notebooks.</summary>
/// <remarks>Every value has three faces: the formatters registered here, <c>ToHtml()</c> and <c>ToString()</c>.</remarks>
public static class CourseDisplay
{
    /// <summary>Registers the formatters; calling it again changes nothing.</summary>
    public static void Register()
    {
        Show<Figure>(f => f.ToHtml(), f => f.ToString(), (MimeTypes.Plotly, f => f.PlotlyJson));
        Show<Chart>(c => c.Draw().ToHtml(), c => c.ToString(), (MimeTypes.Plotly, c => c.Draw().PlotlyJson));
        Show<Verdict>(v => v.ToHtml(), v => v.ToString(), (MimeTypes.Verdict, OutputJson.Of));
        Show<Claim>(c => c.ToHtml(), c => c.ToString(), (MimeTypes.Claim, OutputJson.Of));
        Show<Claims>(c => c.ToHtml(), c => c.ToString(), (MimeTypes.Claim, OutputJson.Of));
        Show<Exercise>(e => e.ToHtml(), e => e.ToString());
        Show<WorkedSolution>(s => s.ToHtml(), s => s.ToString());
        Show<LessonHeader>(h => h.ToHtml(), h => h.ToString());
        Show<ProgressReport>(p => p.ToHtml(), p => p.ToString());
        Show<Table>(t => t.ToHtml(), t => t.ToString());
        ShowAsTable<Solution>(SolutionTable.Of);
        ShowAsTable<PathSummary>(FitTables.Of);
        ShowAsTable<RegularizationPath>(path => FitTables.Of(path.Summary()));
        ShowAsTable<SubsetPath>(FitTables.Of);
        ShowAsTable<CrossValidation>(FitTables.Of);
        ShowAsTable<SubsetValidation>(FitTables.Of);
        Show<Vector>(v => NumberTables.Of(v).ToHtml(), NumberTables.Plain);
        Show<Matrix>(m => NumberTables.Of(m).ToHtml(), NumberTables.Plain);
    }

    /// <summary>Shows values of a type as a table: <c>CourseDisplay.ShowAsTable&lt;Solution&gt;(s => …)</c>.</summary>
    public static void ShowAsTable<T>(Func<T, Table> table) => Show<T>(v => table(v).ToHtml(), v => table(v).ToString());

    private static void Show<T>(Func<T, string> html, Func<T, string> plain, params ReadOnlySpan<(string MimeType, Func<T, string> Write)> richer)
    {
        List<string> preferred = [];
        foreach (var (mimeType, write) in (ReadOnlySpan<(string, Func<T, string>)>)[.. richer, (MimeTypes.Html, html), (MimeTypes.Plain, plain)])
        {
            Formatter.Register(write, mimeType);
            preferred.Add(mimeType);
        }

        Formatter.SetPreferredMimeTypesFor(typeof(T), [.. preferred]);
    }
}
