namespace NotebookKernel.Tests;

public sealed class CompletenessTests : IDisposable
{
    private readonly CSharpSession _session = new(Path.GetTempPath());

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("Console.WriteLine(1)")]
    [InlineData("void F()\n{\n}")]
    [InlineData("for (var i = 0; i < 3; i++) { }")]
    [InlineData("// a comment")]
    [InlineData("/* a comment */")]
    [InlineData("\"\"\"\ntext\n\"\"\"")]
    [InlineData("@\"text\n\"")]
    [InlineData("#r \"x.dll\"")]
    [InlineData("#r \"nuget: Some.Package, 1.0\"\nusing System;")]
    [InlineData("#load \"x.csx\"")]
    [InlineData("#i \"nuget: folder\"")]
    [InlineData("#if A\n1\n#endif")]
    [InlineData("#region a\n1\n#endregion")]
    [InlineData("#!time\n1 + 1")]
    [InlineData("#!about")]
    [InlineData("#!markdown\nit's a \"text {")]
    [InlineData("#!csharp\n1 + 1")]
    [InlineData("missing.Name")] // only running it shows that
    public void Complete(string code) => Assert.Equal(Completeness.Complete, _session.Intelligence.IsComplete(code));

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++)\n{", "    ")]
    [InlineData("void F()\n{\n    if (true)\n    {", "        ")]
    [InlineData("void F()\n{\n    if (true)\n    {\n    }", "    ")]
    [InlineData("var xs = new[] {\n    1,", "    ")]
    [InlineData("Console.WriteLine(", "    ")]
    [InlineData("1 +", "    ")]
    [InlineData("var x =", "    ")]
    [InlineData("class C {", "    ")]
    [InlineData("if (true)", "    ")]
    [InlineData("/* a comment", "")]
    [InlineData("\"\"\"", "")]
    [InlineData("var text = \"\"\"\n    one", "")]
    [InlineData("$\"\"\"\n    one", "")]
    [InlineData("@\"text", "")]
    [InlineData("$@\"text", "")]
    [InlineData("#if A\n1", "")]
    [InlineData("#region a", "")]
    [InlineData("#!time\nfor (;;) {", "    ")]
    public void Incomplete(string code, string indent)
    {
        var answer = _session.Intelligence.IsComplete(code);
        Assert.Equal("incomplete", answer.Status);
        Assert.Equal(indent, answer.Indent);
    }

    [Theory]
    [InlineData(")")]
    [InlineData("1 + ) 2")]
    [InlineData("var 1 = x;")]
    [InlineData("\"text")]
    [InlineData("class { }")]
    [InlineData("import numpy as np")]
    [InlineData("#!nosuch")]
    [InlineData("#!fsharp\nlet x = 1")]
    public void Invalid(string code) => Assert.Equal(Completeness.Invalid, _session.Intelligence.IsComplete(code));
}
