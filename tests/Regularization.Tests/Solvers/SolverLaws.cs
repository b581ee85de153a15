using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

/// <summary>What holds for every solver, on a ridge problem that all of them can do.</summary>
public class SolverLaws
{
    private const double Lambda = 5;

    // The spectrum of a 30×6 Gaussian design is within 5 … 90: a rate of 0.005 is safe for all of them.
    private static readonly IterativeSolver[] Cases =
        [new ProximalGradient(), new Fista(), new CoordinateDescent(), new GradientDescent(0.005), new Adam(0.01), new SubgradientDescent(0.01)];

    public static TheoryData<IterativeSolver> All => new(Cases);

    // Adam divides even a gradient of 1e-14 by its own size, and wanders off by about its rate before it comes back.
    public static TheoryData<IterativeSolver> Steady => new(Cases.Where(solver => solver is not Adam));

    private static Problem Ridge(int seed) => new(Regression(seed), new SquaredL2Penalty(Lambda));

    [Fact]
    public void Every_solver_is_among_the_cases() => Assert.Equal(Concrete<IterativeSolver>(), TypesOf(Cases));

    [Theory, MemberData(nameof(All))]
    public void Finds_the_ridge_solution_that_the_normal_equations_give(IterativeSolver solver) =>
        Seed.Sample(seed =>
        {
            var f = Regression(seed);
            var exact = ClosedForm.Ridge(f, Lambda);
            var solution = solver.Solve(Ridge(seed), tolerance: 1e-6, maxIterations: 20_000);
            // λ-strong convexity: ‖w − w*‖ ≤ ‖gradient‖/λ. The residual of some solvers is that before the last step.
            return solution.Converged && Distance(solution.W, exact) <= 1e-6;
        }, iter: 10);

    [Theory, MemberData(nameof(Steady))]
    public void Stays_at_the_minimizer(IterativeSolver solver)
    {
        var exact = ClosedForm.Ridge(Regression(3), Lambda);
        Assert.All(solver.Iterates(Ridge(3), exact).Take(5), i =>
        {
            // The gradient there is zero to rounding, some 1e-14.
            Assert.True(Distance(i.W, exact) <= 1e-13, $"moved by {Distance(i.W, exact)}");
            Assert.True(i.Residual <= 1e-11, $"residual {i.Residual}");
        });
    }

    [Theory, MemberData(nameof(All))]
    public void Solve_reports_what_the_iterates_did(IterativeSolver solver)
    {
        var (problem, start) = (Ridge(4), V(1, -1, 0, 2, 0, 0));
        var solution = solver.Solve(problem, start, tolerance: 0.01, maxIterations: 5000);
        var iterates = solver.Iterates(problem, start).Take(solution.Iterations).ToArray();

        Assert.True(solution.Converged);
        Assert.Equal(iterates[^1].W, solution.W);
        Assert.Equal(iterates[^1].Residual, solution.Residual);
        Assert.True(solution.Residual <= 0.01);
        Assert.All(iterates[..^1], i => Assert.True(i.Residual > 0.01));
        Assert.Equal(problem.Value(solution.W), solution.Value);
        Assert.Equal(DualityGap.Ridge((LeastSquares)problem.Datafit, solution.W, Lambda), solution.DualityGap);
    }

    [Theory, MemberData(nameof(All))]
    public void Too_few_iterations_are_a_result_and_no_exception(IterativeSolver solver)
    {
        var solution = solver.Solve(Ridge(5), tolerance: 1e-12, maxIterations: 2);
        Assert.Equal((2, false), (solution.Iterations, solution.Converged));
        Assert.True(solution.DualityGap > 0);
    }

    [Theory, MemberData(nameof(All))]
    public void The_iterates_are_values_that_later_steps_do_not_change(IterativeSolver solver)
    {
        var start = V(1, -1, 0, 2, 0, 0);
        var kept = solver.Iterates(Ridge(6), start).Take(20).ToArray();
        var seen = solver.Iterates(Ridge(6), start).Take(20).Select(i => i.W.ToArray());
        Assert.Equal(seen, kept.Select(i => i.W.ToArray()));
        Assert.Equal(20, kept.Select(i => i.W).Distinct().Count());
        Assert.Equal([1.0, -1, 0, 2, 0, 0], start);
    }

    [Theory, MemberData(nameof(All))]
    public void Wrong_arguments_are_refused_at_the_call_and_not_at_the_first_step(IterativeSolver solver)
    {
        Assert.Equal("start has 2 entries; expected 6. (Parameter 'start')",
            Assert.Throws<ArgumentException>(() => solver.Iterates(Ridge(1), V(1, 2))).Message);
        Assert.Throws<ArgumentException>("start", () => solver.Iterates(Ridge(1), V(1, 2, 3, 4, 5, double.NaN)));
        Assert.Throws<ArgumentNullException>("problem", () => solver.Iterates(null!, V(1)));
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => solver.Solve(Ridge(1), tolerance: -1));
        Assert.Throws<ArgumentOutOfRangeException>("maxIterations", () => solver.Solve(Ridge(1), maxIterations: 0));
    }

    [Fact]
    public void A_solver_says_which_penalty_it_needs()
    {
        Problem With(IPenalty g) => new(Regression(1), g);
        var start = V(0, 0, 0, 0, 0, 0);
        string Refusal(IterativeSolver solver, Problem problem) =>
            Assert.Throws<ArgumentException>(() => solver.Iterates(problem, start)).Message;

        Assert.Contains("λ‖w‖₁ with λ = 2; expected a smooth penalty", Refusal(new GradientDescent(0.1), With(new L1Penalty(2))));
        Assert.Contains("expected a smooth penalty", Refusal(new Adam(0.1), With(new L1Penalty(2))));
        Assert.Contains("expected a convex penalty", Refusal(new Fista(), With(new L0Penalty(2))));
        Assert.Contains("expected a convex penalty", Refusal(new SubgradientDescent(0.1), With(new L0Penalty(2))));
        Assert.Contains("expected a separable penalty", Refusal(new CoordinateDescent(), With(new L2NormPenalty(2))));
        Assert.Contains("expected LeastSquares", Refusal(new CoordinateDescent(), new(new Quadratic(Matrix.Build.DenseIdentity(6), start), new NoPenalty())));
    }
}
