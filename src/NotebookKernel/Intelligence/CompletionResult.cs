using System.Collections.Immutable;

namespace NotebookKernel;

/// <summary>One proposal.</summary>
/// <param name="Text">What to write.</param>
/// <param name="Kind">What it is, for an icon: <c>method</c>, <c>property</c>, <c>class</c>, <c>keyword</c> and so on.</param>
public sealed record CompletionItem(string Text, string Kind);

/// <summary>What could stand at the cursor.</summary>
/// <param name="Items">The proposals, best first.</param>
/// <param name="Start">Where the text begins that a proposal replaces, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
public sealed record CompletionResult(ImmutableArray<CompletionItem> Items, int Start, int End)
{
    /// <summary>Nothing to propose.</summary>
    public static CompletionResult None(int cursor) => new([], cursor, cursor);
}
