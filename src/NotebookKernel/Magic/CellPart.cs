using Microsoft.CodeAnalysis.Text;

namespace NotebookKernel;

/// <summary>A piece of a cell: C#, text to show, or a magic command of one line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The command that began it, without <c>#!</c>; empty for C# at the start of a cell.</param>
/// <param name="Argument">What stands behind the command on its line.</param>
/// <param name="Line">The line of the command, from 1.</param>
/// <param name="Span">Where its content is in the cell: the code, the text, or the line of the command.</param>
internal sealed record CellPart(MagicKind Kind, string Name, string Argument, int Line, TextSpan Span)
{
    /// <summary>Whether the command is one that the kernel follows.</summary>
    public bool IsSupported => Name.Length == 0 || (Kind != MagicKind.OtherLanguage && MagicCommand.Find(Name) is not null);
}
