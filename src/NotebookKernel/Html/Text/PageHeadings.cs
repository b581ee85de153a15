using System.Globalization;
using System.Text;

namespace NotebookKernel;

/// <summary>The headings of one page, each with an id of its own, in order.</summary>
public sealed class PageHeadings
{
    private readonly List<PageHeading> _all = [];
    private readonly HashSet<string> _ids = [];

    /// <summary>The headings so far.</summary>
    public IReadOnlyList<PageHeading> All => _all;

    /// <summary>Adds a heading and returns its id: the words in lower case with hyphens, numbered when the same words come again.</summary>
    public string Add(int level, string text)
    {
        var slug = Slug(text);
        var id = slug;
        for (var number = 1; !_ids.Add(id); number++)
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        _all.Add(new(level, text, id));
        return id;
    }

    private static string Slug(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slug = new StringBuilder();
        foreach (var c in text.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                slug.Append(c);
            else if (c is ' ' or '-' or '_')
                slug.Append('-');
        }
        return slug.Length == 0 ? "section" : slug.ToString();
    }
}

/// <summary>A heading of a page.</summary>
/// <param name="Level">1 for the title, 2 for sections, …</param>
/// <param name="Text">The words.</param>
/// <param name="Id">The anchor.</param>
public sealed record PageHeading(int Level, string Text, string Id);
