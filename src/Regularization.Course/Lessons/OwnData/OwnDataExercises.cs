namespace Regularization.Course;

public static partial class OwnData
{
    /// <summary>Which step may look at the rows put aside?</summary>
    public static ChoiceExercise Leak { get; } = new("own.leak", "Who may look?")
    {
        Prompt = "A quarter of the rows is put aside for the test. Which of these steps may look at them? Answer a, b, c or d.",
        Kind = ExerciseKind.Explain,
        Options =
        [
            new("a", "Choosing which features to keep.", "that is a choice by the response: it belongs to the rows you use"),
            new("b", "Choosing λ.", "then the test error is one that λ was chosen for, and too good"),
            new("c", "Deciding between two methods after seeing the test error of both.", "then the test rows have made a choice, and nothing is left to test it with"),
            new("d", "Computing the error of the one model that was chosen before.", "that is what they are for, once.", Right: true),
        ],
        Hints =
        [
            "The rows put aside play the future.",
            "Which of the steps could not be done if the future were really not here yet?",
            "Three of the steps make a choice. One only measures.",
        ],
        Solution = new("string MyAnswer = \"d\";", "Everything that chooses uses the other rows; the test rows measure once."),
    };

    /// <summary>A weight in the units of the data.</summary>
    public static NumberExercise Units { get; } = new("own.units", "A weight in the units of the data")
    {
        Prompt = "A column in years was centered and divided by its length, 40. On the standardized column the weight is 120. By how much does the prediction change for one year more?",
        Kind = ExerciseKind.Derive,
        Expected = 3,
        Tolerance = 1e-9,
        ToleranceReason = "a whole number",
        Because = "one year is 1/40 on the standardized column, and 120/40 = 3.",
        Misconceptions =
        [
            (120, "this is for one unit of the standardized column, which is 40 years"),
            (4800, "this multiplies; one year is a fortieth of a unit"),
            (1.0 / 3, "upside down: weight divided by length"),
            (-3, "centering changes the intercept, not the sign"),
        ],
        Hints =
        [
            "x̃ = (x − mean)/40. How much is x̃ larger for one year more?",
            "1/40.",
            "120 · 1/40.",
        ],
        Solution = new("double MyChange = 3;", "w = w̃/40. The models of this course are given in the units of the data: that division is already done."),
    };

    /// <summary>Choose by a rule fixed before.</summary>
    public static FunctionExercise<double[], double[], double[], int> Choose { get; } = new("own.choose", "A rule fixed before")
    {
        Prompt = "For each candidate: cross-validated error, its standard error, and the number of features. Return the position of the candidate with the fewest features among those whose error is at most the smallest error plus the standard error there; of several, the one with the smallest error.",
        Kind = ExerciseKind.Implement,
        FunctionName = "MyChoice",
        Reference = Rule,
        Checks =
        [
            new("takes the smaller model when both are within one standard error", ([10.0, 10.5], [1.0, 1], [10.0, 4])),
            new("stays with the best when the smaller model is too far", ([10.0, 12], [1.0, 1], [10.0, 4]), ([10.0, 14, 10.2], [1.0, 5, 1], [10.0, 1, 9])),
            new("uses the standard error of the best candidate", ([10.0, 11.5], [1.0, 3], [10.0, 4]), ([11.5, 10.0], [0.1, 2], [4.0, 10])),
            new("takes the smaller error of two with the same number of features", ([10.5, 10, 10.3], [1.0, 1, 1], [5.0, 9, 5])),
        ],
        Misconceptions =
        [
            new((e, s, k) => Array.IndexOf(e, e.Min()), "this is the candidate with the smallest error; among those within one standard error a smaller model is preferred"),
            new((e, s, k) => Array.IndexOf(k, k.Min()), "this is the smallest model of all, however bad its error is"),
            new((e, s, k) => Enumerable.Range(0, e.Length).Where(i => e[i] - s[i] <= e.Min()).OrderBy(i => k[i]).ThenBy(i => e[i]).First(), "this uses each candidate's own standard error; the rule uses the one of the best"),
            new((e, s, k) => Enumerable.Range(0, e.Length).Where(i => e[i] <= e.Min() + s[Array.IndexOf(e, e.Min())]).MinBy(i => k[i]), "of several with the same number of features take the one with the smallest error, not the first"),
        ],
        Hints =
        [
            "best = Array.IndexOf(errors, errors.Min()); limit = errors[best] + standardErrors[best].",
            "Keep the positions with errors[i] ≤ limit.",
            "Enumerable.Range(0, errors.Length).Where(i => errors[i] <= limit).OrderBy(i => sizes[i]).ThenBy(i => errors[i]).First()",
        ],
        Solution = new("""
            int MyChoice(double[] errors, double[] standardErrors, double[] sizes)
            {
                var best = Array.IndexOf(errors, errors.Min());
                var limit = errors[best] + standardErrors[best];
                return Enumerable.Range(0, errors.Length).Where(i => errors[i] <= limit)
                    .OrderBy(i => sizes[i]).ThenBy(i => errors[i]).First();
            }
            """,
            "The one-standard-error rule, across methods: as good as the data can tell, and as small as possible."),
        IsBlank = position => position < 0,
    };

    /// <summary>What may the report say?</summary>
    public static ChoiceExercise Report { get; } = new("own.report", "What may the report say?")
    {
        Prompt = "You fitted four methods on 332 rows, chose one by a rule fixed before, and tested it once on 110 rows. Which sentence may the report contain? Answer a, b, c or d.",
        Kind = ExerciseKind.Explain,
        Options =
        [
            new("a", "The features that were chosen are the causes of the response.", "a weight says what goes together in these data; for a cause you need more than a fit"),
            new("b", "The method chosen is better than the other three.", "the rule chose among ties; on the test rows only one was measured"),
            new("c", "On rows that took no part in any choice, the error was such and such; other splits would give other numbers.", "it says what was measured, how, and how sure it is.", Right: true),
            new("d", "The features that were not chosen have no influence.", "another feature may stand in for them; choose again on other rows and see"),
        ],
        Hints =
        [
            "What was measured, and on which rows?",
            "Three of the sentences claim a cause, a ranking or an absence.",
            "The one that is left is the least exciting.",
        ],
        Solution = new("string MyReport = \"c\";", "Report what was measured on which rows, and its spread. The rest is interpretation."),
    };

    /// <summary>The position that the rule chooses.</summary>
    /// <param name="errors">The cross-validated errors.</param>
    /// <param name="standardErrors">Their standard errors.</param>
    /// <param name="sizes">The numbers of features.</param>
    public static int Rule(double[] errors, double[] standardErrors, double[] sizes)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(standardErrors);
        ArgumentNullException.ThrowIfNull(sizes);
        var best = Array.IndexOf(errors, errors.Min());
        return Enumerable.Range(0, errors.Length).Where(i => errors[i] <= errors[best] + standardErrors[best]).OrderBy(i => sizes[i]).ThenBy(i => errors[i]).First();
    }
}
