namespace Regularization;

/// <summary><c>gap(w) = P(w) − D(θ) ≥ P(w) − P(w*) ≥ 0</c>: a proof of how far <c>w</c> is from the minimum, without knowing the minimum.</summary>
/// <remarks>
/// For <c>P(w) = F(Xw) + g(w)</c> and any θ, Fenchel's dual is <c>D(θ) = −F*(−θ) − g*(Xᵀθ)</c>, and the gap is the sum of two Fenchel–Young differences,
/// <c>[F(Xw) + F*(−θ) + θᵀXw] + [g(w) + g*(Xᵀθ) − wᵀXᵀθ]</c>, neither of which is ever negative. The code adds up these differences term by term:
/// subtracting D from P would lose the digits that matter. The dual point is <c>θ = −s∇F(Xw)</c>, which at the minimum is the dual solution with
/// s = 1; where g* is finite on a box only, <c>s ≤ 1</c> is the largest factor that gets <c>Xᵀθ</c> into the box.
/// Sources: Boyd and Vandenberghe (2004), §5.2 and §3.3; Kim, Koh, Lustig, Boyd and Gorinevsky (2007); Ndiaye, Fercoq, Gramfort and Salmon (2017).
/// </remarks>
public static class DualityGap
{
    /// <summary><c>½‖r − θ‖² + Σ(λ|wⱼ| − wⱼxⱼᵀθ)</c> with <c>r = y − Xw</c>, <c>θ = sr</c>, <c>s = min(1, λ/‖Xᵀr‖∞)</c>.</summary>
    /// <remarks>The dual is <c>max ½‖y‖² − ½‖y − θ‖²</c> subject to <c>‖Xᵀθ‖∞ ≤ λ</c>. Source: Kim et al. (2007).</remarks>
    /// <param name="f">The datafit ½‖y − Xw‖².</param>
    /// <param name="w">The weights.</param>
    /// <param name="lambda">The strength λ ≥ 0 of λ‖w‖₁.</param>
    public static double Lasso(LeastSquares f, Vector w, double lambda)
    {
        Argument.Nonnegative(lambda);
        var r = f.Residual(w);
        var c = f.X.TransposeThisAndMultiply(r);
        var s = IntoBox(c, lambda);
        return (1 - s) * (1 - s) * (r * r) / 2 + L1Difference(w, s * c, lambda);
    }

    /// <summary><c>½‖r − θ‖² + Σ(λ₁|wⱼ| + ½λ₂wⱼ² + (|cⱼ| − λ₁)₊²/(2λ₂) − wⱼcⱼ)</c> with <c>c = Xᵀθ</c>, <c>λ₁ = λρ</c>, <c>λ₂ = λ(1 − ρ)</c>.</summary>
    /// <remarks>
    /// Every θ is feasible when λ₂ &gt; 0. Two are tried, <c>r</c> itself and <c>r</c> scaled into the box of the lasso, and the better one is taken; ρ = 1 is the
    /// lasso. Source: Ndiaye et al. (2017), with the conjugate of Boyd and Vandenberghe (2004), §3.3.1.
    /// </remarks>
    /// <param name="f">The datafit ½‖y − Xw‖².</param>
    /// <param name="w">The weights.</param>
    /// <param name="lambda">The strength λ ≥ 0 of λ(ρ‖w‖₁ + ½(1 − ρ)‖w‖²).</param>
    /// <param name="l1Ratio">ρ, from 0 to 1.</param>
    public static double ElasticNet(LeastSquares f, Vector w, double lambda, double l1Ratio)
    {
        var (l1, l2) = (Argument.Nonnegative(lambda) * Argument.Between(l1Ratio, 0, 1), lambda * (1 - l1Ratio));
        if (l2 == 0)
            return Lasso(f, w, l1);

        var r = f.Residual(w);
        var c = f.X.TransposeThisAndMultiply(r);
        double Gap(double s) => (1 - s) * (1 - s) * (r * r) / 2 + ElasticNetDifference(w, s * c, l1, l2);
        return Math.Min(Gap(1), Gap(IntoBox(c, l1)));
    }

    /// <summary><c>‖Xᵀr − λw‖²/(2λ)</c> with <c>r = y − Xw</c>: the squared gradient of the objective over 2λ.</summary>
    /// <remarks>With <c>θ = r</c> the first difference vanishes and the second is <c>½λ‖w‖² + ‖Xᵀr‖²/(2λ) − wᵀXᵀr</c>, a complete square.
    /// Source: Boyd and Vandenberghe (2004), §9.1.2, for the same bound by strong convexity.</remarks>
    /// <param name="f">The datafit ½‖y − Xw‖².</param>
    /// <param name="w">The weights.</param>
    /// <param name="lambda">The strength λ &gt; 0 of ½λ‖w‖².</param>
    public static double Ridge(LeastSquares f, Vector w, double lambda)
    {
        var gradient = f.Gradient(w) + Argument.Positive(lambda) * w;
        return gradient * gradient / (2 * lambda);
    }

    /// <summary><c>Σ KL(qᵢ‖σ(zᵢ)) + Σ(λ|wⱼ| − wⱼxⱼᵀθ)</c> with <c>z = Xw</c>, <c>θ = s(y − σ(z))</c>, <c>q = y − θ</c>, <c>s = min(1, λ/‖Xᵀ(y − σ(z))‖∞)</c>.</summary>
    /// <remarks>
    /// The conjugate of <c>log(1 + eᶻ) − yz</c> at −θ is the negative entropy <c>q log q + (1 − q)log(1 − q)</c> at <c>q = y − θ</c>, and the first Fenchel–Young
    /// difference becomes a Kullback–Leibler divergence of two coins. Source: Koh, Kim and Boyd (2007).
    /// </remarks>
    /// <param name="f">The logistic datafit.</param>
    /// <param name="w">The weights.</param>
    /// <param name="lambda">The strength λ ≥ 0 of λ‖w‖₁.</param>
    public static double LogisticLasso(LogisticLoss f, Vector w, double lambda)
    {
        var c = -f.Gradient(w);
        var s = IntoBox(c, Argument.Nonnegative(lambda));
        var divergence = (f.X * w).Zip(f.Y, (z, y) => Divergence(z, y, s)).Sum();
        return divergence + L1Difference(w, s * c, lambda);
    }

    /// <summary><c>gap(w)</c> of a problem, if this class knows its dual; otherwise nothing.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="w">The weights.</param>
    public static double? Of(Problem problem, Vector w) => (problem.Datafit, problem.Penalty) switch
    {
        (LeastSquares f, L1Penalty g) => Lasso(f, w, g.Lambda),
        (LeastSquares f, ElasticNetPenalty g) => ElasticNet(f, w, g.Lambda, g.L1Ratio),
        (LeastSquares f, SquaredL2Penalty { Lambda: > 0 } g) => Ridge(f, w, g.Lambda),
        (LogisticLoss f, L1Penalty g) => LogisticLasso(f, w, g.Lambda),
        _ => null,
    };

    // The largest s ≤ 1 with ‖s·c‖∞ ≤ λ.
    private static double IntoBox(Vector c, double lambda) => Norms.LInfinity(c) is var largest && largest > lambda ? lambda / largest : 1;

    // Σ(λ|wⱼ| − wⱼcⱼ); no term is negative when |cⱼ| ≤ λ, and Max takes away what rounding puts below zero.
    private static double L1Difference(Vector w, Vector c, double lambda) =>
        w.Zip(c, (wj, cj) => Math.Max(0, lambda * Math.Abs(wj) - wj * cj)).Sum();

    // The term of the formula, with e = (|cⱼ| − λ₁)₊, as a square and a rest that is not negative because |cⱼ| ≤ λ₁ + e.
    private static double ElasticNetDifference(Vector w, Vector c, double l1, double l2) => w.Zip(c, (wj, cj) =>
    {
        var e = Math.Max(0, Math.Abs(cj) - l1);
        var miss = l2 * Math.Abs(wj) - e;
        return miss * miss / (2 * l2) + Math.Max(0, (l1 + e) * Math.Abs(wj) - wj * cj);
    }).Sum();

    // KL(q‖σ(z)) = log(1 + eᶻ) − qz + q log q + (1 − q)log(1 − q); 1 − q is computed by itself to keep its digits.
    private static double Divergence(double z, double y, double s)
    {
        var q = (1 - s) * y + s * Logistic.Sigmoid(z);
        var notQ = (1 - s) * (1 - y) + s * Logistic.Sigmoid(-z);
        static double Entropy(double x) => x > 0 ? x * Math.Log(x) : 0;
        return Math.Max(0, Logistic.LogOnePlusExp(z) - q * z + Entropy(q) + Entropy(notQ));
    }
}
