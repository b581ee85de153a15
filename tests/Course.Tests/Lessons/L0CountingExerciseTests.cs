using Regularization;
using Regularization.Course;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace CourseTests.Lessons;

/// <summary>The exercises of the lesson on counting: stubs, solutions, wrong answers that people really give.</summary>
public class L0CountingExerciseTests
{
    private static Vector V(params double[] entries) => Vector.Build.DenseOfArray(entries);

    private static void Refused(Verdict verdict, string word)
    {
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        Assert.Contains(word, verdict.Message);
    }

    [Fact]
    public void Ids_belong_to_the_lesson_and_differ()
    {
        var ids = L0Counting.Exercises.Select(e => e.Id).ToArray();
        Assert.All(ids, id => Assert.StartsWith("l0.", id));
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.True(ids.Length >= 4);
    }

    [Fact]
    public void Stubs_are_not_solved_yet() => Assert.All(
        new[]
        {
            L0Counting.BreakHomogeneity.Try(([], double.NaN)),
            L0Counting.CountSupports.Try(double.NaN),
            L0Counting.HardThreshold.Try((_, _) => double.NaN),
            L0Counting.BuySecondFeature.Try(double.NaN),
            L0Counting.WhyNotFour.Try(""),
            L0Counting.SizesForSale.Try(_ => []),
            L0Counting.ThresholdingStep.Try((_, _, _, _) => null!),
            L0Counting.ReadingFive.Try(""),
        },
        verdict => Assert.Equal(VerdictStatus.Unsolved, verdict.Status));

    [Theory]
    [InlineData(new double[] { 3, 0, -2 }, 0.5)]
    [InlineData(new double[] { -1 }, -0.999)]
    [InlineData(new double[] { 0, 1e-3 }, 1e-6)]
    public void Homogeneity_is_broken(double[] w, double c) => Assert.True(L0Counting.BreakHomogeneity.Try((w, c)).Passed);

    [Theory]
    [InlineData(new double[] { 0, 0 }, 0.5, "with w = 0")]
    [InlineData(new double[] { 1, 2 }, 0, "with c = 0")]
    [InlineData(new double[] { 1, 2 }, -1, "factor of size 1 breaks nothing")]
    [InlineData(new double[] { 1, 2 }, 2, "smaller than a norm")]
    [InlineData(new double[] { 1e-200 }, 1e-200, "floating point")]
    [InlineData(new double[] { double.PositiveInfinity }, 0.5, "finite")]
    [InlineData(new double[] { double.NaN, 1 }, 0.5, "finite")]
    public void Homogeneity_is_not_broken(double[] w, double c, string word) => Refused(L0Counting.BreakHomogeneity.Try((w, c)), word);

    [Fact]
    public void Supports_of_at_most_two_of_ten_features()
    {
        Assert.True(L0Counting.CountSupports.Try(1 + 10 + 10 * 9 / 2).Passed);
        Assert.Equal((double)(BestSubset.CountSubsets(10, 0) + BestSubset.CountSubsets(10, 1) + BestSubset.CountSubsets(10, 2)), L0Counting.CountSupports.Expected);
    }

    [Theory]
    [InlineData(45, "exactly two")]
    [InlineData(55, "empty support")]
    [InlineData(46, "exactly one")]
    [InlineData(11, "exactly two")]
    [InlineData(90, "no order")]
    [InlineData(101, "no order")]
    [InlineData(66, "with itself")]
    [InlineData(1024, "every size")]
    [InlineData(56.4, "less")]
    [InlineData(double.PositiveInfinity, "less")]
    public void Wrong_counts_are_named(double count, string word) => Refused(L0Counting.CountSupports.Try(count), word);

    [Fact]
    public void Hard_thresholding_passes_in_every_spelling()
    {
        Assert.True(L0Counting.HardThreshold.Try((z, lambda) => lambda < z * z / 2 ? z : 0).Passed);
        Assert.True(L0Counting.HardThreshold.Try((z, lambda) => Math.Abs(z) >= Math.Sqrt(2 * lambda) ? z : 0).Passed);
        Assert.True(L0Counting.HardThreshold.Try((z, lambda) => new L0Penalty(lambda).Prox(z, 1)).Passed);
        Assert.True(L0Counting.HardThreshold.Try((z, lambda) => 2 * lambda >= Math.Pow(z, 2) ? 0 : z).Passed);
    }

    public static TheoryData<string, Func<double, double, double>> WrongThresholds() => new()
    {
        { "threshold is λ;", (z, l) => Math.Abs(z) > l ? z : 0 },
        { "2λ: you forgot", (z, l) => Math.Abs(z) > 2 * l ? z : 0 },
        { "threshold is √λ", (z, l) => Math.Abs(z) > Math.Sqrt(l) ? z : 0 },
        { "√(λ/2)", (z, l) => Math.Abs(z) > Math.Sqrt(l / 2) ? z : 0 },
        { "soft thresholding, the lasso's", (z, l) => Math.Sign(z) * Math.Max(Math.Abs(z) - l, 0) },
        { "you shrink what you keep", (z, l) => Math.Sign(z) * Math.Max(Math.Abs(z) - Math.Sqrt(2 * l), 0) },
        { "compare |z|", (z, l) => z > Math.Sqrt(2 * l) ? z : 0 },
        { "lost the sign", (z, l) => Math.Abs(z) > Math.Sqrt(2 * l) ? Math.Abs(z) : 0 },
        { "other way round", (z, l) => Math.Abs(z) < Math.Sqrt(2 * l) ? z : 0 },
        { "return z itself", (z, l) => Math.Abs(z) > Math.Sqrt(2 * l) ? 1 : 0 },
        { "is 0, not", (_, _) => 0 },
        { "not 0", (z, _) => z },
        { "keeps everything when the price is 0", (z, l) => l > 0 && Math.Abs(z) > Math.Sqrt(2 * l) ? z : 0 },
        { "ridge", (z, l) => z / (1 + l) },
    };

    [Theory, MemberData(nameof(WrongThresholds))]
    public void Wrong_thresholds_are_refused(string word, Func<double, double, double> answer)
    {
        var verdict = L0Counting.HardThreshold.Try(answer);
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        if (word != "ridge")
            Assert.Contains(word, verdict.Message);
    }

    [Fact]
    public void The_price_of_the_second_feature_is_that_of_the_data()
    {
        var data = Standardization.Fit(Datasets.Diabetes());
        var subsets = BestSubset.Enumerate(data.X, data.Y, 2);
        // One decimal is given, so the halves may be off by 0.05 each.
        Assert.Equal((subsets.Sizes[1].Rss - subsets.Sizes[2].Rss) / 2, L0Counting.BuySecondFeature.Expected, 0.1);
        Assert.True(L0Counting.BuySecondFeature.Try((1719581.8 - 1416694.0) / 2).Passed);
        Assert.True(L0Counting.BuySecondFeature.Try(151443.9).Passed);
        Assert.True(L0Counting.BuySecondFeature.Try(151444).Passed);
    }

    [Theory]
    [InlineData(302887.8, "halve it")]
    [InlineData(75721.95, "two features at once")]
    [InlineData(-151443.9, "sign")]
    [InlineData(-302887.8, "sign")]
    [InlineData(450713.7, "first feature")]
    [InlineData(26992.7, "third feature")]
    [InlineData(18706.9, "it is more")]
    public void Wrong_prices_are_named(double price, string word) => Refused(L0Counting.BuySecondFeature.Try(price), word);

    [Fact]
    public void Sizes_for_sale_pass_by_way_of_the_hull()
    {
        // Another road than the reference: the lower hull, kept while it turns left or goes straight, cut where it stops falling.
        Assert.True(L0Counting.SizesForSale.Try(Hull).Passed);
    }

    public static TheoryData<string, Func<double[], int[]>> WrongSizes() => new()
    {
        { "every size", rss => [.. Enumerable.Range(0, rss.Length)] },
        { "two neighbors only", rss => [.. Enumerable.Range(0, rss.Length).Where(k =>
            (k == 0 || rss[k - 1] > rss[k]) && (k == 0 || k == rss.Length - 1 || rss[k - 1] - rss[k] >= rss[k] - rss[k + 1])
            && !(k == 0 && rss.Length > 1 && rss[0] - rss[1] < 0))] },
        { "in a tie", rss => [.. Hull(rss).Where(k => !Hull(rss).Any(i => i < k && Hull(rss).Any(j => j > k && (rss[i] - rss[k]) * (j - k) == (rss[k] - rss[j]) * (k - i))))] },
        { "other way round", rss => [.. Enumerable.Range(0, rss.Length).Except(Hull(rss))] },
        { "falling order", rss => [.. Hull(rss).Reverse()] },
        { "size 0 is missing", rss => [.. Hull(rss).Where(k => k > 0)] },
        { "", rss => Grid(rss) },
    };

    [Theory, MemberData(nameof(WrongSizes))]
    public void Wrong_sizes_are_refused(string word, Func<double[], int[]> answer) => Refused(L0Counting.SizesForSale.Try(answer), word);

    [Fact]
    public void One_step_passes_in_every_spelling()
    {
        Assert.True(L0Counting.ThresholdingStep.Try((w, g, step, lambda) => new L0Penalty(lambda).Prox(w - step * g, step)).Passed);
        Assert.True(L0Counting.ThresholdingStep.Try((w, g, step, lambda) => (w - g * step).Map(v => v * v > 2 * step * lambda ? v : 0)).Passed);
    }

    public static TheoryData<string, Func<Vector, Vector, double, double, Vector>> WrongSteps() => new()
    {
        { "the step is missing", (w, g, s, l) => (w - s * g).Map(v => Math.Abs(v) > Math.Sqrt(2 * l) ? v : 0) },
        { "uphill", (w, g, s, l) => (w + s * g).Map(v => Math.Abs(v) > Math.Sqrt(2 * l * s) ? v : 0) },
        { "threshold first", (w, g, s, l) => w.Map(v => Math.Abs(v) > Math.Sqrt(2 * l * s) ? v : 0) - s * g },
        { "soft thresholding", (w, g, s, l) => (w - s * g).Map(v => Math.Sign(v) * Math.Max(0, Math.Abs(v) - s * l)) },
        { "threshold is missing", (w, g, s, _) => w - s * g },
        { "multiply it by η", (w, g, s, l) => (w - g).Map(v => Math.Abs(v) > Math.Sqrt(2 * l * s) ? v : 0) },
        { "threshold is λη", (w, g, s, l) => (w - s * g).Map(v => Math.Abs(v) > s * l ? v : 0) },
        { "under the root", (w, g, s, l) => (w - s * g).Map(v => Math.Abs(v) > s * Math.Sqrt(2 * l) ? v : 0) },
        { "divided λ", (w, g, s, l) => (w - s * g).Map(v => Math.Abs(v) > Math.Sqrt(2 * l / s) ? v : 0) },
        { "compare |v_j|", (w, g, s, l) => (w - s * g).Map(v => v > Math.Sqrt(2 * l * s) ? v : 0) },
        { "", (w, _, _, _) => w },
        { "", (w, g, s, l) => V(1) },
    };

    [Theory, MemberData(nameof(WrongSteps))]
    public void Wrong_steps_are_named(string word, Func<Vector, Vector, double, double, Vector> answer) =>
        Refused(L0Counting.ThresholdingStep.Try(answer), word);

    [Fact]
    public void Choices_accept_one_letter_only()
    {
        foreach (var (exercise, right) in new[] { (L0Counting.WhyNotFour, "b"), (L0Counting.ReadingFive, "d") })
        {
            Assert.True(exercise.Try(right).Passed);
            Assert.True(exercise.Try(right.ToUpperInvariant() + " ").Passed);
            Assert.All(exercise.Options.Where(o => o.Letter != right), o => Refused(exercise.Try(o.Letter), o.Because));
            Refused(exercise.Try("x"), "not one of");
        }
    }

    private static int[] Hull(double[] rss)
    {
        var hull = new List<int>();
        for (var k = 0; k < rss.Length; k++)
        {
            while (hull.Count > 1 && (rss[hull[^2]] - rss[hull[^1]]) * (k - hull[^1]) < (rss[hull[^1]] - rss[k]) * (hull[^1] - hull[^2]))
                hull.RemoveAt(hull.Count - 1);
            hull.Add(k);
        }

        return [.. hull.Where(k => k == 0 || rss[k] < rss[k - 1])];
    }

    // "I tried some λ": misses ties and narrow intervals.
    private static int[] Grid(double[] rss) =>
        [.. Enumerable.Range(1, 2000).Select(i => Enumerable.Range(0, rss.Length).MinBy(k => rss[k] / 2 + i * 0.1 * k)).Distinct().Order()];
}
