using System.Xml.Linq;

namespace NotebookKernel;

/// <summary>Spaces that a browser cannot know: whether a minus subtracts or is a sign depends on what stands before it.</summary>
/// <remarks>Source: Knuth (1984), The TeXbook, appendix G, rule 5.</remarks>
internal static class MathSpacing
{
    private const string Signs = "−+±∓";

    // Operators after which something is complete, so that a minus subtracts from it.
    private const string Ends = ")]}|‖⟩⌋⌉′!…∗";

    /// <summary>Takes the space from signs that stand first, or after an operator, a relation, a comma or an opening bracket.</summary>
    public static void TightenSigns(IReadOnlyList<XElement> items)
    {
        XElement? previous = null;
        foreach (var item in items)
        {
            if (item.Name == "mo" && Signs.Contains(item.Value, StringComparison.Ordinal) && (previous is null || IsOpen(previous)))
                item.SetAttributeValue("form", "prefix");
            if (item.Attribute("form")?.Value == "prefix" && Signs.Contains(item.Value, StringComparison.Ordinal))
                Alone(item);
            if (item.Name != "mspace")
                previous = item;
        }
    }

    /// <summary>An operator that stands for itself, as in a superscript: no space around it.</summary>
    public static XElement Alone(XElement item)
    {
        if (item.Name == "mo")
        {
            item.SetAttributeValue("lspace", "0");
            item.SetAttributeValue("rspace", "0");
        }
        return item;
    }

    private static bool IsOpen(XElement previous) =>
        previous.Name == "mo"
        && previous.Attribute("form")?.Value != "postfix"
        && !Ends.Contains(previous.Value, StringComparison.Ordinal);
}
