using System.Text.Json.Nodes;
using CsCheck;

namespace NotebookKernel.Tests;

/// <remarks>Golden/nbformat-5.5.0.ipynb was written once by Jupyter's own writer, Debian's python3-nbformat 5.5.0-1
/// (<c>nbformat.writes</c>, Python's json), from a notebook with every kind of cell, output, number and separator.</remarks>
public sealed class NotebookFileTests
{
    private const string Head = "{\"nbformat\":4,\"nbformat_minor\":5,\"metadata\":{},\"cells\":[";

    private static readonly string Golden =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "Golden", "nbformat-5.5.0.ipynb"));

    private static readonly Gen<string> Text =
        Gen.OneOf('a', ' ', '\n', '\t', '"', '\\', 'λ', '\u0001', '\u2028', '\u0085', '\v', '<').Array[0, 12].Select(c => new string(c));

    private static readonly Gen<CellOutput> Output = Gen.OneOf(
        Text.Select(t => (CellOutput)new StreamOutput("stdout", t)),
        Text.Select(t => (CellOutput)new DisplayOutput(Bundle(t), new() { ["k"] = t })),
        Gen.Select(Text, Gen.Int).Select((t, n) => (CellOutput)new ResultOutput(Bundle(t), [], n)),
        Text.Select(t => (CellOutput)new ErrorOutput("E", t, [t, "x"])));

    private static readonly Gen<Notebook> Notebooks = Gen.Select(Gen.Int[0, 2], Text, Output.Array[0, 3], Gen.Double.Where(double.IsFinite))
        .Select((kind, source, outputs, number) => (kind, source, outputs, number)).Array[0, 5]
        .Select(cells => new Notebook([.. cells.Select((c, i) => (Cell)(c.kind switch
        {
            0 => new MarkdownCell($"id-{i}", c.source, new() { ["n"] = c.number }),
            1 => new RawCell($"id-{i}", c.source, []),
            _ => new CodeCell($"id-{i}", c.source, [], i, [.. c.outputs]),
        }))], new() { ["unknown"] = new JsonObject { ["kept"] = true } }));

    [Fact]
    public void What_nbformat_writes_is_canonical()
    {
        Assert.Equal(Golden, NotebookFile.ToJson(NotebookFile.Parse(Golden)));
        Assert.True(NotebookFile.IsCanonical(Golden));
    }

    [Fact]
    public void Reading_what_was_written_gives_the_same_notebook() =>
        Notebooks.Sample(notebook =>
        {
            var json = NotebookFile.ToJson(notebook);
            var read = NotebookFile.Parse(json);
            Assert.Equal(notebook.Cells.Select(c => (c.GetType(), c.Id, c.Source)), read.Cells.Select(c => (c.GetType(), c.Id, c.Source)));
            Assert.Equal(notebook.CodeCells.SelectMany(c => c.Outputs).Select(Describe), read.CodeCells.SelectMany(c => c.Outputs).Select(Describe));
            return NotebookFile.ToJson(read) == json && NotebookFile.IsCanonical(json);
        });

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("1E-5", "1e-05")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("1e15", "1000000000000000.0")]
    [InlineData("1e16", "1e+16")]
    [InlineData("-2.50", "-2.5")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("1.25e-7", "1.25e-07")]
    [InlineData("1e100", "1e+100")]
    [InlineData("1e-69", "1e-69")]
    [InlineData("100", "100")]
    [InlineData("0.1e1", "1.0")]
    [InlineData("123456.789", "123456.789")]
    public void Numbers_are_spelled_as_Python_spells_them(string json, string expected) => Assert.Equal(expected, PythonText.Number(json));

    [Fact]
    public void Numbers_keep_their_value() =>
        Gen.Double.Where(double.IsFinite).Sample(x =>
            double.Parse(PythonText.Number(x.ToString("E16", System.Globalization.CultureInfo.InvariantCulture)), System.Globalization.CultureInfo.InvariantCulture) == x);

    [Theory]
    [InlineData("{", "book: not JSON at line 1")]
    [InlineData("[]", "book: not a JSON object.")]
    [InlineData("{\"a\":1,\"a\":2}", "book: not JSON")]
    [InlineData("{\"nbformat\":3,\"nbformat_minor\":0}", "book: nbformat is 3.0; expected 4.0 to 4.5.")]
    [InlineData("{\"nbformat\":4,\"nbformat_minor\":6}", "book: nbformat is 4.6; expected 4.0 to 4.5.")]
    [InlineData("{\"nbformat\":4,\"nbformat_minor\":5,\"cells\":[]}", "book: \"metadata\" is missing; expected an object.")]
    [InlineData("{\"nbformat\":4,\"nbformat_minor\":5,\"metadata\":{}}", "book: \"cells\" is missing; expected a list.")]
    [InlineData("{\"nbformat\":4,\"nbformat_minor\":5,\"metadata\":{},\"cells\":[],\"x\":1}", "book: unknown field \"x\".")]
    [InlineData(Head + "3]}", "book: cell 1: not a JSON object.")]
    [InlineData(Head + "{\"cell_type\":\"raw\",\"metadata\":{},\"source\":\"\"}]}", "book: cell 1: \"id\" is missing; expected a string.")]
    [InlineData(Head + "{\"id\":\"a b\",\"cell_type\":\"raw\",\"metadata\":{},\"source\":\"\"}]}", "book: cell 1 (id \"a b\"): the id is invalid; expected 1 to 64 of a-z, A-Z, 0-9, - and _.")]
    [InlineData(Head + "{\"id\":\"a\",\"cell_type\":\"sql\",\"metadata\":{},\"source\":\"\"}]}", "book: cell 1 (id \"a\"): the cell type is \"sql\"; expected code, markdown or raw.")]
    [InlineData(Head + "{\"id\":\"a\",\"cell_type\":\"markdown\",\"metadata\":{},\"source\":\"\",\"attachments\":{}}]}", "book: cell 1 (id \"a\"): attachments are not supported; put the picture into a file.")]
    [InlineData(Head + "{\"id\":\"a\",\"cell_type\":\"raw\",\"metadata\":{},\"source\":7}]}", "book: cell 1 (id \"a\"): \"source\" is not a string or a list of strings.")]
    [InlineData(Head + "{\"id\":\"a\",\"cell_type\":\"raw\",\"metadata\":{},\"source\":\"\"},{\"id\":\"a\",\"cell_type\":\"raw\",\"metadata\":{},\"source\":\"\"}]}", "book: cell 2 (id \"a\"): the id is already that of cell 1.")]
    [InlineData(Head + "{\"id\":\"a\",\"cell_type\":\"code\",\"metadata\":{},\"source\":\"\",\"execution_count\":null,\"outputs\":[{\"output_type\":\"pyout\"}]}]}", "book: cell 1 (id \"a\"), output 1: the output type is \"pyout\"; expected stream, display_data, execute_result or error.")]
    [InlineData(Head + "{\"id\":\"\\ud800\",\"cell_type\":\"raw\",\"metadata\":{},\"source\":\"\"}]}", "book: half of a surrogate pair in a string.")]
    public void Errors_name_file_cell_and_what_is_wrong(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<NotebookFormatException>(() => NotebookFile.Parse(json, "book")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_id_may_have_64_characters_and_no_more()
    {
        static Notebook With(string id) => new([new RawCell(id, "", [])], []);
        Assert.NotEmpty(NotebookFile.ToJson(With(new string('x', 64))));
        foreach (var id in new[] { "", new string('x', 65), "ä", "a\n" })
            Assert.Throws<NotebookFormatException>(() => NotebookFile.ToJson(With(id)));
    }

    [Fact]
    public void Cells_older_than_ids_are_given_the_same_ones_every_time()
    {
        var old = Head.Replace("minor\":5", "minor\":2", StringComparison.Ordinal)
            + "{\"cell_type\":\"raw\",\"metadata\":{},\"source\":\"\"},{\"id\":\"cell-1\",\"cell_type\":\"raw\",\"metadata\":{},\"source\":\"\"},{\"id\":\"cell-1\",\"cell_type\":\"raw\",\"metadata\":{},\"source\":\"\"}]}";
        Assert.Equal(["cell-1-", "cell-1", "cell-3"], NotebookFile.Parse(old).Cells.Select(c => c.Id));
    }

    [Fact]
    public void Windows_line_ends_become_line_feeds_and_are_not_canonical()
    {
        var json = Golden.Replace("\\n", "\\r\\n", StringComparison.Ordinal);
        Assert.Equal("# Title\n\nÄ – λ‖w‖₁ 🙂 $x<y$", NotebookFile.Parse(json).Cells[0].Source);
        Assert.False(NotebookFile.IsCanonical(json));
        Assert.False(NotebookFile.IsCanonical(Golden.TrimEnd()));
        Assert.False(NotebookFile.IsCanonical("{"));
    }

    [Fact]
    public void Outputs_can_be_taken_off()
    {
        var cell = new CodeCell("a", "1", new() { ["execution"] = new JsonObject(), ["course"] = 1 }, 3, [new StreamOutput("stdout", "x")]);
        var cleared = new Notebook([cell], []).WithoutOutputs().CodeCells.Single();
        Assert.Equal((null, 0, "{\"course\":1}"), (cleared.ExecutionCount, cleared.Outputs.Length, cleared.Metadata.ToJsonString()));
        Assert.Equal(2, cell.Metadata.Count);
    }

    [Fact]
    public void Writing_replaces_the_whole_file_or_nothing()
    {
        using var library = new TestLibrary();
        var path = Path.Combine(library.Folder, "book.ipynb");
        File.WriteAllText(path, "old, and much longer than what comes after it".PadRight(100_000));
        NotebookFile.Write(NotebookFile.Parse(Golden), path);
        Assert.Equal(File.ReadAllBytes(path), System.Text.Encoding.UTF8.GetBytes(Golden));
        Assert.Equal(Golden, NotebookFile.ToJson(NotebookFile.Read(path)));

        var bad = new Notebook([new RawCell("", "", [])], []);
        Assert.Throws<NotebookFormatException>(() => NotebookFile.Write(bad, path));
        Assert.Equal(Golden, File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(library.Folder));

        File.WriteAllBytes(path, [0x22, 0xff]);
        Assert.Contains("not UTF-8", Assert.Throws<NotebookFormatException>(() => NotebookFile.Read(path)).Message, StringComparison.Ordinal);
    }

    private static MimeBundle Bundle(string text) => new(
    [
        new("application/vnd.x+json", new JsonObject { ["number"] = 0.1, ["text"] = text }), new("text/html", text), new("text/plain", text),
    ]);

    private static string Describe(CellOutput output) => output switch
    {
        StreamOutput s => $"{s.Name} {s.Text}",
        DisplayOutput d => Describe(d.Data) + d.Metadata.ToJsonString(),
        ResultOutput r => Describe(r.Data) + r.ExecutionCount,
        ErrorOutput e => $"{e.Name} {e.Value} {string.Join('|', e.Traceback)}",
        _ => "",
    };

    private static string Describe(MimeBundle bundle) => string.Join('|', bundle.Entries.Select(e => $"{e.Key}: {e.Value.ToJsonString()}"));
}
