namespace NotebookKernel;

/// <summary>Writes executed notebooks as a small static site that opens from a folder, without a server and without a network.</summary>
public static class CourseSite
{
    /// <summary>Writes <c>index.html</c>, a page a notebook, and <c>assets/</c>. Each file is replaced whole.</summary>
    /// <param name="pages">The pages, in their order.</param>
    /// <param name="options">Title, introduction, plotly.js.</param>
    /// <param name="folder">Where to; made if it is not there.</param>
    /// <exception cref="LatexException">A formula cannot be read.</exception>
    public static void Write(IReadOnlyList<CoursePage> pages, CourseSiteOptions options, string folder)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(options);

        // Everything is made before anything is written: a formula that cannot be read leaves the old site as it was.
        var files = new List<(string Name, ReadOnlyMemory<byte> Content)>
        {
            ("assets/course.css", Asset("course.css")),
            ("assets/course.js", Asset("course.js")),
            ("index.html", IndexPage.ToHtml(pages, options).ToUtf8()),
        };
        files.AddRange(pages.Select((_, at) => (pages[at].FileName, LessonPage.ToHtml(pages, at, options).ToUtf8())));
        if (options.PlotlyScript is { } plotly)
            files.Add(("assets/" + plotly.FileName, plotly.Code));

        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        foreach (var (name, content) in files)
            WholeFile.Write(Path.Combine(folder, name), content.Span);
    }

    private static byte[] Asset(string name)
    {
        using var stream = typeof(CourseSite).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is not in this assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static ReadOnlyMemory<byte> ToUtf8(this string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
