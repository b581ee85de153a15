namespace NotebookKernel;

/// <summary>What a piece of a formula is.</summary>
internal enum LatexKind
{
    Letter, Number, Symbol, Command, Open, Close, Superscript, Subscript, Prime, Column, Row, End,
}

/// <summary>A piece of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; a command without the backslash.</param>
/// <param name="Position">Where it begins.</param>
internal readonly record struct LatexToken(LatexKind Kind, string Text, int Position)
{
    public bool Is(LatexKind kind, string text) => Kind == kind && Text == text;
}
