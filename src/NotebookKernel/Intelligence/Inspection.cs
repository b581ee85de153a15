namespace NotebookKernel;

/// <summary>What there is to say about the symbol at the cursor.</summary>
/// <param name="Plain">As text.</param>
/// <param name="Markdown">As Markdown, with the signature as C#.</param>
public sealed record Inspection(string Plain, string Markdown);
