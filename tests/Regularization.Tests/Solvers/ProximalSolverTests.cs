using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

/// <summary>The solvers with a prox: against closed forms, against each other, and against their own theorems.</summary>
public class ProximalSolverTests
{
    private static readonly IterativeSolver[] Solvers = [new ProximalGradient(), new Fista(), new CoordinateDescent()];

    public static TheoryData<IterativeSolver> WithProx => new(Solvers);

    private static double Soft(double z, double t) => Math.Sign(z) * Math.Max(Math.Abs(z) - t, 0);

    [Theory, MemberData(nameof(WithProx))]
    public void On_an_orthonormal_design_the_solutions_are_thresholds(IterativeSolver solver) =>
        Gen.Select(Seed, Gen.Double[0.1, 4]).Sample((seed, lambda) =>
        {
            var f = OrthonormalRegression(seed);
            bool Gives(IPenalty g, Func<double, double> threshold)
            {
                var solution = solver.Solve(new Problem(f, g));
                return solution.Converged && Distance(solution.W, ClosedForm.Orthonormal(f, threshold)) <= 1e-8;
            }

            return Gives(new L1Penalty(lambda), z => Soft(z, lambda))
                && Gives(new SquaredL2Penalty(lambda), z => z / (1 + lambda))
                && Gives(new ElasticNetPenalty(lambda, 0.3), z => Soft(z, 0.3 * lambda) / (1 + 0.7 * lambda))
                && Gives(new NoPenalty(), z => z)
                && (solver is Fista || Gives(new L0Penalty(lambda), z => Math.Abs(z) > Math.Sqrt(2 * lambda) ? z : 0));
        }, iter: 20);

    [Fact]
    public void The_unsquared_norm_shrinks_the_whole_vector_on_an_orthonormal_design() =>
        Gen.Select(Seed, Gen.Double[0.1, 30]).Sample((seed, lambda) =>
        {
            var f = OrthonormalRegression(seed);
            var z = ClosedForm.Orthonormal(f, z => z);
            var expected = Math.Max(0, 1 - lambda / z.L2Norm()) * z;
            return Distance(new ProximalGradient().Solve(new Problem(f, new L2NormPenalty(lambda))).W, expected) <= 1e-8;
        }, iter: 20);

    [Fact]
    public void They_agree_with_each_other_on_every_convex_problem_they_share() =>
        Gen.Select(Seed, Gen.Double[0.5, 40]).Sample((seed, lambda) =>
            new IPenalty[] { new L1Penalty(lambda), new ElasticNetPenalty(lambda, 0.5), new SquaredL2Penalty(lambda) }.All(g =>
            {
                var problem = new Problem(Regression(seed), g);
                var solutions = Solvers
                    .Select(solver => solver.Solve(problem, tolerance: 1e-9)).ToArray();
                // The datafit is strongly convex with a constant of about 5 and more: a residual of 1e-9 is a distance below 1e-8.
                return solutions.All(s => s.Converged
                    && s.DualityGap is >= 0 and <= 1e-7
                    && problem.StationarityResidual(s.W) <= 1e-7
                    && Distance(s.W, solutions[0].W) <= 1e-8
                    && s.W.Select(Math.Sign).SequenceEqual(solutions[0].W.Select(Math.Sign)));
            }), iter: 20);

    [Theory, MemberData(nameof(WithProx))]
    public void Lasso_zeros_are_exact(IterativeSolver solver)
    {
        var solution = solver.Solve(new Problem(Regression(1), new L1Penalty(15)));
        Assert.Equal((4, true), (solution.W.Count(w => w == 0), solution.Converged));
    }

    [Fact]
    public void The_objective_never_rises_under_proximal_gradient_and_coordinate_descent() =>
        Gen.Select(Seed, Gen.OneOf<IPenalty>(new L0Penalty(4), new L1Penalty(5), new ElasticNetPenalty(5, 0.5), new NoPenalty())).Sample((seed, g) =>
        {
            var problem = new Problem(Regression(seed), g);
            var start = V(1, -1, 2, 0, 0, 5);
            return new IterativeSolver[] { new ProximalGradient(), new CoordinateDescent() }.All(solver =>
            {
                var values = solver.Iterates(problem, start).Take(50).Select(i => problem.Value(i.W)).Prepend(problem.Value(start)).ToArray();
                return values.Zip(values.Skip(1)).All(v => v.Second <= v.First * (1 + 1e-13));
            });
        }, iter: 50);

    [Fact]
    public void The_rates_of_Beck_and_Teboulle_hold() =>
        // J(w_k) − J* ≤ L‖w₀ − w*‖²/(2k) for ISTA and 2L‖w₀ − w*‖²/(k + 1)² for FISTA (2009, Theorems 3.1 and 4.4). p = n: badly conditioned.
        Seed.Sample(seed =>
        {
            var f = Regression(seed, n: 12, p: 12);
            var problem = new Problem(f, new L1Penalty(0.05));
            var best = new CoordinateDescent().Solve(problem, tolerance: 1e-10, maxIterations: 100_000);
            var start = Vector.Build.Dense(12);
            var scale = f.Lipschitz * best.W.DotProduct(best.W);
            bool Below(IterativeSolver solver, Func<int, double> bound) => solver.Iterates(problem, start).Take(300).Index()
                .All(i => problem.Value(i.Item.W) - best.Value <= bound(i.Index + 1) * scale + 1e-9);
            return Below(new ProximalGradient(), k => 0.5 / k) && Below(new Fista(), k => 2.0 / ((k + 1.0) * (k + 1)));
        }, iter: 20);

    [Fact]
    public void Fista_is_the_algorithm_of_the_paper_step_by_step()
    {
        var (f, g) = (Regression(7), new L1Penalty(3));
        var (l, xPrevious, y, t) = (f.Lipschitz, Vector.Build.Dense(6), Vector.Build.Dense(6), 1.0);
        foreach (var iterate in new Fista().Iterates(new Problem(f, g), xPrevious).Take(30))
        {
            // (4.1)–(4.3) in the letters of the paper.
            var x = (y - 1 / l * f.Gradient(y)).Map(v => Soft(v, 3 / l));
            var tNext = (1 + Math.Sqrt(1 + 4 * t * t)) / 2;
            Assert.True(Distance(x, iterate.W) <= 1e-12);
            Assert.Equal((x - y).InfinityNorm() * l, iterate.Residual, 1e-9);
            y = x + (t - 1) / tNext * (x - xPrevious);
            (xPrevious, t) = (x, tNext);
        }
    }

    [Fact]
    public void A_sweep_of_coordinate_descent_by_hand()
    {
        // Columns (2, 0), (1, 1); y = (4, 3); λ = 2. First w₁ = soft(8, 2)/4 = 1.5, then r = (1, 3) and w₂ = soft(4, 2)/2 = 1.
        var f = new LeastSquares(Matrix.Build.DenseOfColumnVectors(V(2, 0), V(1, 1)), V(4, 3));
        var first = new CoordinateDescent().Iterates(new Problem(f, new L1Penalty(2)), V(0, 0)).First();
        Assert.Equal([1.5, 1], first.W);
        Assert.Equal(6, first.Residual); // 1.5·4 and 1·2: the larger
    }

    [Fact]
    public void A_column_of_zeros_gets_no_weight()
    {
        var f = new LeastSquares(Matrix.Build.DenseOfColumnVectors(V(1, 1), V(0, 0)), V(2, 2));
        var problem = new Problem(f, new L1Penalty(1));
        Assert.All(Solvers, solver =>
        {
            var solution = solver.Solve(problem, V(0, 7));
            Assert.True(solution.Converged);
            Assert.True(Distance(V(1.5, 0), solution.W) <= 1e-8);
        });
    }

    [Fact]
    public void A_design_of_zeros_is_solved_by_the_penalty_alone()
    {
        var problem = new Problem(new LeastSquares(Matrix.Build.Dense(3, 2), V(1, 2, 3)), new L1Penalty(1));
        Assert.Equal([0.0, 0], new ProximalGradient().Solve(problem, V(4, -5)).W);
    }

    [Fact]
    public void Iterative_hard_thresholding_ends_in_a_fit_on_its_own_support() =>
        Seed.Sample(seed =>
        {
            var problem = new Problem(Regression(seed), new L0Penalty(6));
            var solution = new ProximalGradient().Solve(problem);
            return solution.Converged && problem.StationarityResidual(solution.W) <= 1e-7 && solution.DualityGap is null;
        }, iter: 20);

    [Fact]
    public void The_logistic_lasso_is_solved_with_a_certificate() =>
        Gen.Select(Seed, Gen.Double[0.5, 5]).Sample((seed, lambda) =>
        {
            var problem = new Problem(Classification(seed), new L1Penalty(lambda));
            var (slow, fast) = (new ProximalGradient().Solve(problem), new Fista().Solve(problem));
            // The gap is of first order in the residual of 1e-8, times ‖w‖₁ and the sizes of the dual.
            return slow.Converged && fast.Converged && slow.DualityGap <= 1e-6 && fast.DualityGap <= 1e-6
                && Math.Abs(slow.Value - fast.Value) <= 1e-10 && problem.StationarityResidual(fast.W) <= 1e-6;
        }, iter: 20);
}
