namespace Regularization.Course;

public static partial class L0Counting
{
    /// <summary>What may be said of the five features that a search returned?</summary>
    public static ChoiceExercise ReadingFive { get; } = new("l0.reading-five", "Reading five numbers")
    {
        Kind = ExerciseKind.Explain,
        Prompt = "A search over 1000 features returns five with nonzero weights. Which sentence may the report contain?",
        Options =
        [
            new("a", "These five features cause the disease.",
                "a weight says what goes together with the disease in these data; a marker of the true cause gets a weight as well, as you saw"),
            new("b", "The other features have nothing to do with the disease.",
                "a feature may matter and be left out because another one carries the same information, or because the search missed it"),
            new("c", "These five are the best five: the computer has shown it.",
                "nobody looked at the other eight trillion supports; the search stops where no small change helps"),
            new("d", "On these data, the five features predict the disease as well as any five that our search found; other sets may do as well or better.",
                "it says what was done, what was found and what is not known.", Right: true),
            new("e", "Lowering a feature with a positive weight will lower the risk.",
                "that is a statement about an intervention; it needs an experiment, or assumptions about causes that are not in the data"),
        ],
        Hints =
        [
            "What did the search look at, and what did it not look at?",
            "Think of the marker that had no effect of its own, and of the search that stopped with a wrong feature.",
            "Four of the sentences claim a cause, an absence, an optimum or the effect of a treatment. One does not.",
        ],
        Solution = new(
            "string mySentence = \"d\";",
            "Nonzero means: used for prediction by this model. Everything beyond that needs more than a sparse fit."),
    };
}
