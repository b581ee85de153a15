namespace NotebookKernel.Tests;

public sealed class DibFileTests
{
    private const string Sample = "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}}\n\n#!markdown\n\n# Title\n\n#!csharp\n\n#!time\nvar x = 1;\n\n#!html\n\n<b>x</b>\n\n#!fsharp\n\nlet y = 1\n";

    [Fact]
    public void Cells_are_begun_by_their_language()
    {
        var cells = DibFile.Parse(Sample).Cells;
        Assert.Equal([typeof(MarkdownCell), typeof(CodeCell), typeof(CodeCell), typeof(CodeCell)], cells.Select(c => c.GetType()));
        Assert.Equal(["# Title", "#!time\nvar x = 1;", "#!html\n<b>x</b>", "#!fsharp\nlet y = 1"], cells.Select(c => c.Source));
        Assert.Equal(["cell-1", "cell-2", "cell-3", "cell-4"], cells.Select(c => c.Id));
    }

    [Fact]
    public void Text_without_any_language_is_csharp() => Assert.Equal("1 + 1", Assert.IsType<CodeCell>(Assert.Single(DibFile.Parse("1 + 1\r\n").Cells)).Source);

    [Fact]
    public void It_is_a_valid_notebook() => Assert.True(NotebookFile.IsCanonical(NotebookFile.ToJson(DibFile.Parse(Sample))));
}
