using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

public class LogisticTests
{
    [Fact]
    public void Same_as_the_formulas_spelled_out_where_those_work() =>
        // e³⁰ is far from overflow, and log(1 + e⁻³⁰) has still three correct digits in the slow form: the difference is absolute.
        Gen.Double[-30, 30].Sample(z =>
            Math.Abs(Logistic.Sigmoid(z) - 1 / (1 + Math.Exp(-z))) <= 1e-15
            && Math.Abs(Logistic.LogOnePlusExp(z) - Math.Log(1 + Math.Exp(z))) <= 1e-14);

    [Fact]
    public void Far_out_nothing_overflows_and_no_digit_is_lost()
    {
        Assert.Equal(1000, Logistic.LogOnePlusExp(1000));
        Assert.Equal(0, Logistic.LogOnePlusExp(-1000));
        Assert.Equal(1, Logistic.LogOnePlusExp(-40) / Math.Exp(-40), 1e-14);
        Assert.Equal(1, Logistic.LogOnePlusExp(-25) / (Math.Exp(-25) - Math.Exp(-50) / 2), 1e-14);
        Assert.Equal((1.0, 0.0), (Logistic.Sigmoid(1000), Logistic.Sigmoid(-1000)));
        Assert.Equal(1, Logistic.Sigmoid(-40) / Math.Exp(-40), 1e-14);
    }

    [Fact]
    public void Value_at_the_origin_is_n_log_2() => Assert.Equal(40 * Math.Log(2), Classification(1).Value(V(0, 0, 0, 0, 0)), 1e-12);

    [Fact]
    public void Value_is_the_formula_summed_up() =>
        Vectors(5).Sample(w =>
        {
            var f = Classification(2);
            var z = f.X * w;
            var slow = Enumerable.Range(0, z.Count).Sum(i => Math.Max(z[i], 0) + Math.Log(1 + Math.Exp(-Math.Abs(z[i]))) - f.Y[i] * z[i]);
            return Math.Abs(f.Value(w) - slow) <= 1e-10;
        });

    [Fact]
    public void A_sample_far_on_its_own_side_costs_almost_nothing()
    {
        // log(1 + e⁻⁴⁰) ≈ e⁻⁴⁰; computed as log(1 + e⁴⁰) − 40 it would be 0 or 7e-15.
        var f = new LogisticLoss(Matrix.Build.Dense(1, 1, 40), V(1));
        Assert.Equal(1, f.Value(V(1)) / Math.Exp(-40), 1e-14);
    }

    [Fact]
    public void Labels_other_than_zero_and_one_are_refused() =>
        Assert.Equal("y[1] is -1; expected 0 or 1. (Parameter 'y')",
            Assert.Throws<ArgumentException>(() => new LogisticLoss(Matrix.Build.Dense(2, 1, 1), V(1, -1))).Message);
}
