using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>The search with a proof, and its exercise.</summary>
public sealed class L0CountingProofTests
{
    [Fact]
    public void The_bound_is_read_right_and_every_misconception_has_its_message()
    {
        Assert.Equal(VerdictStatus.Unsolved, L0Counting.ReadBound.Try(double.NaN).Status);
        Assert.True(L0Counting.ReadBound.Try(100 * (800 - 700) / 800.0).Passed);
        Assert.All(L0Counting.ReadBound.Misconceptions, m => Assert.Contains(m.Message, L0Counting.ReadBound.Try(m.Value).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_figure_says_where_objective_and_bound_meet()
    {
        var problem = SyntheticData.SparseLinear(60, 40, 3, 3, 1);
        SubsetPoint[] stops = [.. new long?[] { 2, 8, null }.Select(n => BestSubset.Fit(problem.Data, new SubsetOptions { Size = 3, Lambda = 0.1, NodeLimit = n, Threads = 1 })[3])];
        var text = L0Counting.ProofFigure(stops).Description;
        Assert.Contains($"meets it after {stops[^1].Nodes} nodes", text, StringComparison.Ordinal);
        // What a stopped search says stays true.
        Assert.All(stops, s => Assert.True(s.Bound <= stops[^1].Objective * (1 + 1e-9) && s.Objective >= stops[^1].Objective * (1 - 1e-9)));
    }
}
