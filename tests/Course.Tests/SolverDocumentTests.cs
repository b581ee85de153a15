using System.Text.RegularExpressions;
using CourseCli;

namespace Course.Tests;

/// <summary>The tests that docs/solvers.md names exist, by class and name: a guarantee without its test is only a claim.</summary>
public partial class SolverDocumentTests
{
    [Fact]
    public void Every_test_it_names_is_there()
    {
        var root = CourseFolder.Find().Root;
        var sources = Directory.GetFiles(Path.Combine(root, "tests/Regularization.Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj")).ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);
        var named = NamedTest().Matches(File.ReadAllText(Path.Combine(root, "docs/solvers.md"))).Select(match => (Class: match.Groups[1].Value, Test: match.Groups[2].Value)).ToList();
        Assert.True(named.Count > 15);
        Assert.All(named, name => Assert.Contains($" {name.Test}(", sources[name.Class], StringComparison.Ordinal));
    }

    [GeneratedRegex(@"`(\w+(?:Laws|Tests))\.(\w+)`")]
    private static partial Regex NamedTest();
}
