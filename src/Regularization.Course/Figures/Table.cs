using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>A small table: what a lesson shows of results, and the data behind a figure.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, each as long as the headings; cells are numbers, texts, truth values or nothing.</param>
public sealed record Table(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<object?>> Rows)
{
    /// <summary>A table of rows.</summary>
    public Table(IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows)
        : this([.. columns], [.. rows.Select(r => r.ToImmutableArray())])
    {
        foreach (var row in Rows)
        {
            if (row.Length != Columns.Length)
                throw new ArgumentException($"A row has {row.Length} cells; expected {Columns.Length}, one for each column.", nameof(rows));
        }
    }

    /// <summary>A sentence about the table, shown above it.</summary>
    public string? Caption { get; init; }

    /// <summary>A table with a row for each item: <c>Table.From(subsets, ("k", s => s.Size), ("RSS", s => s.Rss))</c>.</summary>
    public static Table From<T>(IEnumerable<T> items, params (string Column, Func<T, object?> Cell)[] columns) =>
        new(columns.Select(c => c.Column), items.Select(i => columns.Select(c => c.Cell(i))));

    /// <summary>The table as HTML.</summary>
    public string ToHtml() => TableText.Html(this);

    /// <summary>The table as aligned plain text.</summary>
    public override string ToString() => TableText.Plain(this);
}
