using MathNet.Numerics.LinearAlgebra;
using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>The exercises of L2 decay that ask for a function: right answers in other words pass, the usual wrong ones are called by name.</summary>
public sealed class L2DecayFunctionExerciseTests
{
    private static Vector<double> V(params double[] entries) => Vector<double>.Build.Dense(entries);

    public static TheoryData<string, Func<Vector<double>, Vector<double>, double, double, Vector<double>?>> WrongSteps => new()
    {
        { "lost its η", (w, g, rate, lambda) => w - lambda * w - rate * g },
        { "twice too strong", (w, g, rate, lambda) => w - rate * (g + 2 * lambda * w) },
        { "half of what it should be", (w, g, rate, lambda) => w - rate * (g + lambda / 2 * w) },
        { "wrong sign: this weight grows", (w, g, rate, lambda) => w - rate * (g - lambda * w) },
        { "walks uphill", (w, g, rate, lambda) => (1 - rate * lambda) * w + rate * g },
        { "shrinks after the gradient step", (w, g, rate, lambda) => (w - rate * g) * (1 - rate * lambda) },
        { "without a penalty", (w, g, rate, lambda) => w - rate * g },
        { "forgets the loss", (w, g, rate, lambda) => w - rate * lambda * w },
        { "subtracts ηλ itself", (w, g, rate, lambda) => w - rate * (g + lambda) },
        { "L1 penalty", (w, g, rate, lambda) => w - rate * (g + lambda * w.PointwiseSign()) },
        { "gradient has lost its η", (w, g, rate, lambda) => w - rate * lambda * w - g },
    };

    [Theory, MemberData(nameof(WrongSteps))]
    public void Wrong_steps_are_called_by_name(string name, Func<Vector<double>, Vector<double>, double, double, Vector<double>?> answer) => Refused(L2Decay.DecayStep.Try(answer), name);

    [Fact]
    public void The_step_passes_as_line_4_and_as_line_5()
    {
        Assert.True(L2Decay.DecayStep.Try((w, g, rate, lambda) => (1 - rate * lambda) * w - rate * g).Passed);
        Assert.True(L2Decay.DecayStep.Try((w, g, rate, lambda) => w - rate * (g + lambda * w)).Passed);
        Assert.True(L2Decay.DecayStep.Try((w, g, rate, lambda) => new GradientDescent(rate, lambda).Iterates(new Problem(new Linear(g), new NoPenalty()), w).First().W).Passed);
    }

    [Fact]
    public void Steps_wrong_at_an_edge_only_are_refused()
    {
        Refused(L2Decay.DecayStep.Try((w, g, rate, lambda) => Math.Max(0, 1 - rate * lambda) * w - rate * g), "not"); // clips ηλ > 1
        Refused(L2Decay.DecayStep.Try((w, g, rate, lambda) => (1 - rate * lambda) * w.PointwiseAbs() - rate * g), "not"); // loses the sign
        Refused(L2Decay.DecayStep.Try((w, g, rate, lambda) => V(w[0] - rate * (g[0] + lambda * w[0]), w[1] - rate * (g[1] + lambda * w[1]))), "not"); // two weights only
    }

    public static TheoryData<string, Func<Matrix<double>, double, double>> WrongRates => new()
    {
        { "a safe step", (x, lambda) => 1 / (D(x) * D(x) + lambda) },
        { "without the penalty", (x, lambda) => 2 / (D(x) * D(x)) },
        { "decay alone", (_, lambda) => 2 / lambda },
        { "1 − ηλ is positive", (_, lambda) => 1 / lambda },
        { "forgot a square", (x, lambda) => 2 / (D(x) + lambda) },
        { "counted twice", (x, lambda) => 2 / (D(x) * D(x) + 2 * lambda) },
        { "halved", (x, lambda) => 2 / (D(x) * D(x) + 0.5 * lambda) },
        { "smallest eigenvalue", (x, lambda) => 2 / (Math.Pow(x.Svd().S.Last(), 2) + lambda) },
        { "trace", (x, lambda) => 2 / (x.TransposeThisAndMultiply(x).Trace() + lambda) },
    };

    [Theory, MemberData(nameof(WrongRates))]
    public void Wrong_rates_are_called_by_name(string name, Func<Matrix<double>, double, double> answer) => Refused(L2Decay.LargestRate.Try(answer), name);

    [Fact]
    public void The_largest_rate_passes_by_eigenvalues_too()
    {
        Assert.True(L2Decay.LargestRate.Try((x, lambda) => 2 / (Math.Pow(x.L2Norm(), 2) + lambda)).Passed);
        Assert.True(L2Decay.LargestRate.Try((x, lambda) => 2 / (x.TransposeThisAndMultiply(x).Evd().EigenValues.Max(e => e.Real) + lambda)).Passed);
        Refused(L2Decay.LargestRate.Try((x, lambda) => 2 / (x.TransposeThisAndMultiply(x).InfinityNorm() + lambda)), "not"); // a bound, not the eigenvalue
        Refused(L2Decay.LargestRate.Try((x, lambda) => Math.Min(2 / (D(x) * D(x)), 2 / lambda)), "not");
    }

    public static TheoryData<string, Func<Vector<double>, double, double>> WrongDegrees => new()
    {
        { "forgot the square", (d, lambda) => d.Sum(v => v / (v + lambda)) },
        { "what multiplies uᵀy", (d, lambda) => d.Sum(v => v / (v * v + lambda)) },
        { "taken away", (d, lambda) => d.Count - d.Sum(v => v * v / (v * v + lambda)) },
        { "squares the factors", (d, lambda) => d.Sum(v => Math.Pow(v * v / (v * v + lambda), 2)) },
        { "counted twice", (d, lambda) => d.Sum(v => v * v / (v * v + 2 * lambda)) },
        { "halved", (d, lambda) => d.Sum(v => 2 * v * v / (2 * v * v + lambda)) },
        { "λ is squared", (d, lambda) => d.Sum(v => v * v / (v * v + lambda * lambda)) },
        { "mean of the factors", (d, lambda) => d.Average(v => v * v / (v * v + lambda)) },
        { "counts the directions whole", (d, _) => d.Count(v => v > 0) },
        { "sums first", (d, lambda) => Math.Pow(d.Sum(), 2) / (Math.Pow(d.Sum(), 2) + lambda) },
    };

    [Theory, MemberData(nameof(WrongDegrees))]
    public void Wrong_degrees_of_freedom_are_called_by_name(string name, Func<Vector<double>, double, double> answer) => Refused(L2Decay.DegreesOfFreedom.Try(answer), name);

    [Fact]
    public void Degrees_of_freedom_pass_in_another_form_and_need_the_zero_direction()
    {
        Assert.True(L2Decay.DegreesOfFreedom.Try((d, lambda) => d.Sum(v => 1 - lambda / (v * v + lambda))).Passed);
        Refused(L2Decay.DegreesOfFreedom.Try((d, lambda) => d.Sum(v => 1 / (1 + lambda / (v * v + 1e-3)))), "not");
        Refused(L2Decay.DegreesOfFreedom.Try((d, lambda) => d.Sum(v => v == 0 ? 1 : v * v / (v * v + lambda))), "zero"); // counts a direction without data
    }

    public static TheoryData<string, Func<Matrix<double>, Vector<double>, double, double>> WrongRadii => new()
    {
        { "t itself", (_, _, t) => t },
        { "on the data, not on t alone", (_, _, t) => 1 / t },
        { "without squares", (x, y, t) => t * Bisect(x, y, w => w.L2Norm() - t) },
        { "this is λ/2", (x, y, t) => 0.5 * Bisect(x, y, w => w.L2Norm() - t) },
        { "this is 2λ", (x, y, t) => 2 * Bisect(x, y, w => w.L2Norm() - t) },
        { "orthonormal", (x, y, t) => Math.Max(0, RidgePath.Fit(x, y).At(0).L2Norm() / t - 1) },
        { "forgot the square root", (x, y, t) => Bisect(x, y, w => w * w - t) },
        { "1-norm", (x, y, t) => Bisect(x, y, w => w.L1Norm() - t) },
    };

    [Theory, MemberData(nameof(WrongRadii))]
    public void Wrong_radius_maps_are_called_by_name(string name, Func<Matrix<double>, Vector<double>, double, double> answer) => Refused(L2Decay.RadiusToLambda.Try(answer), name);

    [Fact]
    public void The_radius_map_passes_by_bisection_and_needs_slack_and_small_discs()
    {
        Assert.True(L2Decay.RadiusToLambda.Try((x, y, t) => Bisect(x, y, w => w.L2Norm() - t)).Passed);
        Refused(L2Decay.RadiusToLambda.Try((x, y, t) => Math.Min(1000, Bisect(x, y, w => w.L2Norm() - t))), "small discs"); // searched up to 1000 only
        Refused(L2Decay.RadiusToLambda.Try((x, y, t) => Math.Max(0.01, Bisect(x, y, w => w.L2Norm() - t))), "contains least squares"); // never slack
    }

    public static TheoryData<string, Func<Vector<double>, double, double>> WrongStrengths => new()
    {
        { "take the square root", (w, lambda) => lambda * w.DotProduct(w) },
        { "other way round", (w, lambda) => lambda / w.L2Norm() },
        { "twice too much", (w, lambda) => 2 * lambda * w.L2Norm() },
        { "half of it", (w, lambda) => 0.5 * lambda * w.L2Norm() },
        { "two penalties equal", (w, lambda) => 0.5 * lambda * w.DotProduct(w) },
        { "1-norm", (w, lambda) => lambda * w.Sum(Math.Abs) },
        { "λ itself", (_, lambda) => lambda },
        { "radius t", (w, _) => w.L2Norm() },
    };

    [Theory, MemberData(nameof(WrongStrengths))]
    public void Wrong_strengths_are_called_by_name(string name, Func<Vector<double>, double, double> answer) => Refused(L2Decay.UnsquaredStrength.Try(answer), name);

    [Fact]
    public void The_unsquared_strength_passes_in_another_form_and_must_not_lose_signs()
    {
        Assert.True(L2Decay.UnsquaredStrength.Try((w, lambda) => (lambda * w).Norm(2)).Passed);
        Refused(L2Decay.UnsquaredStrength.Try((w, lambda) => lambda * Math.Sqrt(w.Where(v => v > 0).Sum(v => v * v))), "whatever its signs");
    }

    [Fact]
    public void A_verdict_names_the_matrix_of_its_counterexample() =>
        Refused(L2Decay.LargestRate.Try((_, _) => 0.1234), "MyLargestRate([[2, 1], [1, 2]], 1) is 0.1234, not 0.2");

    private static void Refused(Verdict verdict, string because)
    {
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        Assert.Contains(because, verdict.Message, StringComparison.Ordinal);
    }

    private static double D(Matrix<double> x) => x.Svd().S[0];

    private static double Bisect(Matrix<double> x, Vector<double> y, Func<Vector<double>, double> f)
    {
        Vector<double> Ridge(double lambda) => RidgePath.Fit(x, y).At(lambda);
        var (low, high) = (0.0, 1e6);
        for (var i = 0; i < 100; i++)
            (low, high) = f(Ridge((low + high) / 2)) > 0 ? ((low + high) / 2, high) : (low, (low + high) / 2);
        return low;
    }

    /// <summary>A loss with the same gradient everywhere.</summary>
    private sealed class Linear(Vector<double> gradient) : IDatafit
    {
        public int Dimension => gradient.Count;

        public double Lipschitz => 0;

        public double Value(Vector<double> w) => gradient * w;

        public Vector<double> Gradient(Vector<double> w) => gradient;
    }
}
