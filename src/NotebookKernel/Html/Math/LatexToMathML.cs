using System.Xml.Linq;

namespace NotebookKernel;

/// <summary>Turns the LaTeX of a formula into MathML Core, which browsers draw without scripts, fonts to download or a network.</summary>
/// <remarks>It knows the commands that lessons use and rejects every other. Source of the target: MathML Core, W3C.</remarks>
public static class LatexToMathML
{
    /// <summary>Converts a formula.</summary>
    /// <param name="latex">The LaTeX between the dollar signs.</param>
    /// <param name="display">Whether it stands on a line of its own.</param>
    /// <exception cref="LatexException">A command is unknown or a brace is not closed; the message says which and where.</exception>
    public static string Convert(string latex, bool display)
    {
        ArgumentNullException.ThrowIfNull(latex);
        var formula = MathMl.WithoutMarks(new LatexParser(new LatexLexer(latex)).Formula());
        var math = new XElement("math",
            display ? new XAttribute("display", "block") : null,
            new XAttribute("alttext", latex.Trim()),
            new XElement("semantics", formula, new XElement("annotation", new XAttribute("encoding", "application/x-tex"), latex.Trim())));
        return math.ToString(SaveOptions.DisableFormatting);
    }
}
