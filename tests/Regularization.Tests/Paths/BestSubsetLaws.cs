using System.Numerics;
using CsCheck;

namespace Regularization.Tests;

public class BestSubsetLaws
{
    [Fact]
    public void Agrees_with_a_regression_for_every_subset() => PathProblems.Tall.Sample((x, y) =>
    {
        var found = BestSubset.Enumerate(x, y);
        var slow = Enumerable.Range(0, 1 << x.ColumnCount)
            .Select(mask => Enumerable.Range(0, x.ColumnCount).Where(j => (mask >> j & 1) == 1).ToArray())
            .GroupBy(support => support.Length, support => (support, Rss: SlowRss(x, y, support)))
            .ToDictionary(group => group.Key, group => group.MinBy(pair => pair.Rss));
        return found.Examined == 1L << x.ColumnCount && found.Sizes.All(fit =>
            fit.Support.SequenceEqual(slow[fit.Size].support) && Math.Abs(fit.Rss - slow[fit.Size].Rss) <= 1e-10 * (y * y)
            && fit.Support.Count == fit.Size);
    });

    [Fact]
    public void Dependent_columns_do_not_help_and_do_not_harm() => PathProblems.Dependent.Sample((x, y) =>
    {
        var sizes = BestSubset.Enumerate(x, y).Sizes;
        return sizes.All(fit => double.IsFinite(fit.Rss) && Math.Abs(fit.Rss - SlowBest(x, y, fit.Size)) <= 1e-9 * (y * y));
    });

    [Fact]
    public void A_smaller_maximal_size_gives_the_beginning_of_the_list() => Gen.Select(PathProblems.Tall, Gen.Int[0, 6]).Sample((problem, size) =>
    {
        var (x, y) = problem;
        var most = Math.Min(size, x.ColumnCount);
        var (all, some) = (BestSubset.Enumerate(x, y), BestSubset.Enumerate(x, y, most));
        var expected = Enumerable.Range(0, most + 1).Aggregate(BigInteger.Zero, (sum, k) => sum + BestSubset.CountSubsets(x.ColumnCount, k));
        return some.Examined == expected && some.Sizes.Select(fit => fit.Rss).SequenceEqual(all.Sizes.Take(most + 1).Select(fit => fit.Rss));
    });

    [Fact]
    public void The_ranges_say_which_size_every_lambda_chooses() => Gen.Select(PathProblems.Tall, Gen.Double[0, 5]).Sample((problem, lambda) =>
    {
        var found = BestSubset.Enumerate(problem.X, problem.Y);
        var chosen = found.Sizes.Select(fit => (fit.Size, Cost: fit.Rss / 2 + lambda * fit.Size)).MinBy(pair => pair.Cost).Size;
        var range = found.OptimalSizes.Single(range => range.Low <= lambda && lambda < range.High);
        return range.Size == chosen && found.At(lambda).Size == chosen;
    });

    [Fact]
    public void The_ranges_cover_all_lambdas_without_overlap() => PathProblems.Tall.Sample((x, y) =>
    {
        var ranges = BestSubset.Enumerate(x, y).OptimalSizes;
        return ranges[0].High == double.PositiveInfinity && ranges[^1].Low == 0
            && ranges.Zip(ranges.Skip(1)).All(pair => Math.Abs(pair.First.Low - pair.Second.High) <= 1e-12 * (1 + pair.First.Low) && pair.First.Size < pair.Second.Size);
    });

    [Fact]
    public void An_orthonormal_design_is_hard_thresholding() => Gen.Select(Gen.Int[1, 7], Gen.ULong, Gen.Double[0.01, 2]).Sample((p, seed, lambda) =>
    {
        var random = new SeededRandom(seed);
        var x = SyntheticData.OrthonormalDesign(p + 2, p, random);
        var y = random.NextNormals(p + 2);
        var hard = x.TransposeThisAndMultiply(y).Map(z => Math.Abs(z) > Math.Sqrt(2 * lambda) ? z : 0);
        return (BestSubset.Enumerate(x, y).At(lambda).W - hard).InfinityNorm() <= 1e-12;
    });

    [Fact]
    public void Too_many_columns_are_refused_with_their_count()
    {
        var error = Assert.Throws<ArgumentException>(() => BestSubset.Enumerate(Matrix.Build.Dense(30, 25, 1), Vector.Build.Dense(30)));
        Assert.Contains("2^25 = 33,554,432", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_follow_Pascal() => Gen.Select(Gen.Int[1, 120], Gen.Int[1, 120]).Sample((n, k) =>
        BestSubset.CountSubsets(n, k) == BestSubset.CountSubsets(n - 1, k) + BestSubset.CountSubsets(n - 1, k - 1));

    [Fact]
    public void Counts_of_all_sizes_add_up() => Gen.Int[0, 60].Sample(n =>
        Enumerable.Range(0, n + 1).Aggregate(BigInteger.Zero, (sum, k) => sum + BestSubset.CountSubsets(n, k)) == BestSubset.CountSubsets(n));

    private static double SlowBest(Matrix x, Vector y, int size) =>
        Enumerable.Range(0, 1 << x.ColumnCount).Where(mask => BitOperations.PopCount((uint)mask) == size)
            .Min(mask => SlowRss(x, y, [.. Enumerable.Range(0, x.ColumnCount).Where(j => (mask >> j & 1) == 1)]));

    // Projection on an orthonormal basis of the columns, built without any factorization of the library.
    private static double SlowRss(Matrix x, Vector y, int[] support)
    {
        var basis = new List<Vector>();
        foreach (var column in support.Select(x.Column))
        {
            var rest = column;
            for (var pass = 0; pass < 2; pass++)
                rest = basis.Aggregate(rest, (r, b) => r - b * (b * r));
            if (rest.L2Norm() > 1e-7 * column.L2Norm())
                basis.Add(rest / rest.L2Norm());
        }

        var residual = basis.Aggregate(y, (r, b) => r - b * (b * r));
        return residual * residual;
    }
}
