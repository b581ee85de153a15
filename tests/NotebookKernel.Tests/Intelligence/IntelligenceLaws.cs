using CsCheck;

namespace NotebookKernel.Tests;

public sealed class IntelligenceLaws : IDisposable
{
    private const string Sample = """
        #!time
        using System.Text;
        record Point(double X, double Y) { public double Norm => Math.Sqrt(X * X + Y * Y); }
        var points = new List<Point> { new(1, 2), new Point(X: 3, Y: 4) };
        string Text(IEnumerable<Point> all) => $"{all.Count(p => p.X > 1):N0} of {points.Count} \" é 😀";
        foreach (var (x, y) in points) { Console.WriteLine(x switch { > 1 => "a", _ => @"b""c" }); }
        /* text */ int? n = points?.Count; // text
        #r "nuget: Some.Package, 1.0"
        await Task.Run(() => points[^1] with { Y = 1 });
        """;

    private readonly CSharpSession _session = new(Path.GetTempPath());

    public void Dispose() => _session.Dispose();

    // Whatever is cut out of the code and wherever the cursor is: an answer, no exception, and one that fits the code.
    [Fact]
    public void Every_piece_of_code_has_an_answer() =>
        Gen.Select(Gen.Int[0, Sample.Length], Gen.Int[0, Sample.Length], Gen.Int[0, Sample.Length]).Sample(
            (from, to, at) =>
            {
                var code = Sample[Math.Min(from, to)..Math.Max(from, to)];
                var cursor = Math.Min(at, code.Length);
                var result = _session.Intelligence.Complete(code, cursor);
                // An @ alone is the beginning of any name.
                var prefix = code[result.Start..result.End].TrimStart('@');
                _session.Intelligence.Inspect(code, cursor, 1);
                return result.End == cursor
                    && _session.Intelligence.IsComplete(code).Status is "complete" or "incomplete" or "invalid"
                    && result.Items.All(i => i.Text.TrimStart('@').StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
            },
            iter: 300, threads: 1);

    // A console asks after every line: no beginning of right code may be called wrong.
    [Fact]
    public void No_beginning_of_right_code_is_invalid()
    {
        var lines = "for (var i = 0;\n    i < 3; i++)\n{\n    var text = \"\"\"\n        one\n        \"\"\";\n    if (i > 1)\n    {\n        Console.WriteLine(\n            i);\n    }\n}".Split('\n');
        for (var count = 1; count < lines.Length; count++)
            Assert.Equal("incomplete", _session.Intelligence.IsComplete(string.Join('\n', lines[..count])).Status);
        Assert.Equal("complete", _session.Intelligence.IsComplete(string.Join('\n', lines)).Status);
    }

    [Fact]
    public async Task Questions_may_be_asked_from_several_threads()
    {
        await _session.ExecuteAsync("var points = 1;", cancellationToken: TestContext.Current.CancellationToken);
        await Parallel.ForAsync(0, 20, TestContext.Current.CancellationToken, (_, _) =>
        {
            Assert.Equal("points", Assert.Single(_session.Intelligence.Complete("poin", 4).Items).Text);
            Assert.NotNull(_session.Intelligence.Inspect("points", 2));
            return ValueTask.CompletedTask;
        });
    }
}
