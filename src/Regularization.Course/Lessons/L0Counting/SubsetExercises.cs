namespace Regularization.Course;

public static partial class L0Counting
{
    private const double RssOne = 1719581.8, RssTwo = 1416694.0;

    /// <summary>At which λ does the best model go from two features to one?</summary>
    public static NumberExercise BuySecondFeature { get; } = new("l0.second-feature", "The price of the second feature")
    {
        Kind = ExerciseKind.Derive,
        Prompt = "From which λ on does a model with one feature cost no more than the one with two? Use RSS₁ = 1719581.8 and RSS₂ = 1416694.0.",
        Expected = (RssOne - RssTwo) / 2,
        Tolerance = 0.5,
        ToleranceReason = "the two RSS are given to one decimal",
        Because = "½·RSS₁ + λ = ½·RSS₂ + 2λ gives λ = ½(RSS₁ − RSS₂).",
        Misconceptions =
        [
            (RssOne - RssTwo, "that is the price on the scale RSS + λ‖w‖₀; our objective has ½·RSS, so halve it"),
            ((RssOne - RssTwo) / 4, "you divided by 4, as for the jump from 3 to 5, which drops two features at once; here it is one"),
            ((RssTwo - RssOne) / 2, "the sign is wrong: λ is never negative; the smaller model has the larger RSS"),
            (RssTwo - RssOne, "the sign is wrong, and the ½ in front of the RSS is missing"),
            (450713.7, "that is the price of the first feature: from there on, the empty model is the cheapest; use RSS₁ and RSS₂"),
            (26992.7, "that is the price of the third feature; use RSS₁ and RSS₂"),
            (2 * (RssOne - RssTwo), "you multiplied by 2 where the ½ in front of the RSS asks you to divide"),
        ],
        Hints =
        [
            "Write down what each of the two models costs: misfit plus price.",
            "One feature: ½·RSS₁ + λ. Two features: ½·RSS₂ + 2λ. Set them equal.",
            "λ = ½·RSS₁ − ½·RSS₂ = (1719581.8 − 1416694.0)/2.",
        ],
        Solution = new(
            "double myPrice = (1719581.8 - 1416694.0) / 2;",
            "The second feature is worth half of what it takes off the RSS. For a higher price the model with one feature is cheaper."),
    };

    /// <summary>Which sizes minimize <c>½RSS_k + λk</c> for some λ &gt; 0?</summary>
    public static FunctionExercise<double[], int[]> SizesForSale { get; } = new("l0.sizes-for-sale", "Sizes for sale")
    {
        Kind = ExerciseKind.Implement,
        Prompt = "Given the smallest RSS of every size, RSS₀ ≥ RSS₁ ≥ … ≥ RSS_p, return the sizes that minimize ½RSS_k + λk for at least one λ > 0 (a tie counts), in rising order.",
        FunctionName = "MySizes",
        Reference = ForSale,
        Checks =
        [
            new("keeps all sizes when the drops get smaller and smaller", [10, 4, 1, 0], [100, 50, 25, 12, 6], [5]),
            new("leaves out a size whose drop is smaller than the next one", [10, 9, 4], [20, 10, 9, 4, 3], [8, 8, 0]),
            new("compares a size with all others, not only with its neighbors", [12, 11, 8, 6, 0], [30, 29, 26, 24, 23.5, 10, 9]),
            new("counts a tie as optimal", [12, 8, 4, 0], [12, 8, 4, 3], [12, 10, 6, 2, 1]),
            new("demands λ > 0: a feature that lowers nothing is never worth a price", [4, 1, 1], [4, 2, 1, 1, 1], [3, 3]),
            new("works for large numbers and narrow intervals of λ",
                [2621009.1, 1719581.8, 1416694.0, 1362708.7, 1331431.4, 1287881.2, 1271494.0, 1267807.8, 1264714.6, 1264068.1, 1263985.8],
                [1000, 900, 800.001, 700.003, 600.006]),
        ],
        Misconceptions =
        [
            new(rss => [.. Enumerable.Range(0, rss.Length)], "you return every size; but some are never the cheapest"),
            new(BeatingNeighbors, "you compare each size with its two neighbors only; a size can beat both and still lose to one further away"),
            new(rss => [.. ForSale(rss).Where(k => Low(rss, k) < High(rss, k))],
                "you leave out sizes that win at a single λ, in a tie; the question counts them"),
            new(rss => [.. Enumerable.Range(0, rss.Length).Where(k => Low(rss, k) <= High(rss, k))],
                "you also return sizes that win at λ = 0 only; the question asks for λ > 0"),
            new(rss => [.. Enumerable.Range(0, rss.Length).Except(ForSale(rss))], "these are the sizes that are not for sale: the other way round"),
            new(rss => [.. ForSale(rss).Reverse()], "right sizes, but in falling order"),
            new(rss => [.. ForSale(rss).Where(k => k > 0)], "size 0 is missing: for a very high price the empty model is the cheapest"),
        ],
        Hints =
        [
            "Size k beats a smaller size i as long as λ is at most some number. It beats a larger size j if λ is at least some number. Which?",
            "λ ≤ ½(RSS_i − RSS_k)/(k − i) for every i < k, and λ ≥ ½(RSS_k − RSS_j)/(j − k) for every j > k.",
            "High = the smallest of the first (infinite for k = 0), Low = the largest of the second (0 for k = p). Size k is for sale iff Low ≤ High and High > 0.",
        ],
        Solution = new(
            """
            int[] MySizes(double[] rss)
            {
                var sizes = Enumerable.Range(0, rss.Length).ToArray();
                double Price(int small, int large) => (rss[small] - rss[large]) / 2 / (large - small);
                double High(int k) => sizes.Where(i => i < k).Select(i => Price(i, k)).Append(double.PositiveInfinity).Min();
                double Low(int k) => sizes.Where(j => j > k).Select(j => Price(k, j)).Append(0).Max();
                return sizes.Where(k => Low(k) <= High(k) && High(k) > 0).ToArray();
            }
            """,
            "The sizes for sale are size 0 and the points on the lower convex hull of (k, ½RSS_k), as long as it goes down."),
    };

    /// <summary>Why is size 4 never optimal?</summary>
    public static ChoiceExercise WhyNotFour { get; } = new("l0.why-not-four", "Why not four?")
    {
        Kind = ExerciseKind.Explain,
        Prompt = "Why does no λ choose four features on the diabetes data?",
        Options =
        [
            new("a", "Because the best four are not contained in the best five.",
                "nesting plays no part in the costs ½RSS_k + λk. Look at sizes 5 and 6: the best five are not contained in the best six, and both sizes are for sale"),
            new("b", "Because the fifth feature lowers the RSS more than the fourth: any price that makes four features worth buying makes the fifth worth buying too.",
                "the drop from 4 to 5 is larger than the drop from 3 to 4, so the two conditions on λ exclude each other.", Right: true),
            new("c", "Because a model with four features overfits.",
                "the objective knows nothing of new data; it compares training misfit and price only, and larger models would overfit more"),
            new("d", "Because λ was changed in steps that were too coarse.",
                "there were no steps: the bounds on λ were solved for exactly, and no real number satisfies both"),
            new("e", "Because there is no best model with four features.",
                "there is: you saw its RSS. The constraint ‖w‖₀ ≤ 4 finds it; the penalty never does"),
        ],
        Hints =
        [
            "Write down the conditions for size 4 to be no more expensive than size 3 and than size 5.",
            "λ ≤ half the drop from 3 to 4; λ ≥ half the drop from 4 to 5.",
            "Which of the two drops is larger?",
        ],
        Solution = new(
            "string myReason = \"b\";",
            "Both conditions would need the drops to get smaller from one size to the next. The constraint has no such need."),
    };

    private static int[] ForSale(double[] rss) =>
        [.. Enumerable.Range(0, rss.Length).Where(k => Low(rss, k) <= High(rss, k) && High(rss, k) > 0)];

    private static int[] BeatingNeighbors(double[] rss) =>
        [.. Enumerable.Range(0, rss.Length).Where(k =>
        {
            var before = k == 0 ? double.PositiveInfinity : rss[k - 1] - rss[k];
            var after = k == rss.Length - 1 ? 0 : rss[k] - rss[k + 1];
            return after <= before && before > 0;
        })];

    private static double Low(double[] rss, int k) =>
        Enumerable.Range(k + 1, rss.Length - k - 1).Select(j => (rss[k] - rss[j]) / 2 / (j - k)).Append(0).Max();

    private static double High(double[] rss, int k) =>
        Enumerable.Range(0, k).Select(i => (rss[i] - rss[k]) / 2 / (k - i)).Append(double.PositiveInfinity).Min();
}
