using static Regularization.Tests.Draw;

namespace Regularization.Tests;

public class ProblemTests
{
    [Fact]
    public void The_objective_is_datafit_plus_penalty()
    {
        var problem = new Problem(new Quadratic(Matrix.Build.DenseIdentity(2), V(1, 0)), new L1Penalty(2));
        Assert.Equal(0.5 * 4 + 2 * 3, problem.Value(V(3, 0)));
        Assert.Equal(4, problem.StationarityResidual(V(3, 0)));
        Assert.Equal(0, problem.StationarityResidual(V(0, 0)));
    }

    [Fact]
    public void A_missing_part_is_named()
    {
        Assert.Throws<ArgumentNullException>("Datafit", () => new Problem(null!, new NoPenalty()));
        Assert.Throws<ArgumentNullException>("Penalty", () => new Problem(Regression(1), null!));
    }

    [Fact]
    public void A_solution_reads_well()
    {
        var solution = new Solution { W = V(1, 0), Value = 2.5, Residual = 1e-9, Iterations = 7, Converged = true, DualityGap = 0.125 };
        Assert.Equal("converged after 7 iterations: value 2.5, residual 1E-09, duality gap 0.125, 1 of 2 weights nonzero", solution.ToString());
        Assert.StartsWith("not converged after 7 iterations: value 2.5, residual 1E-09, 1 of 2", (solution with { Converged = false, DualityGap = null }).ToString());
    }
}
