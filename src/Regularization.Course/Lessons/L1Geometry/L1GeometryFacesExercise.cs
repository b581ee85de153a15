namespace Regularization.Course;

public static partial class L1Geometry
{
    /// <summary>Count the faces of the L1 ball.</summary>
    public static NumberExercise Faces { get; } = new("l1.faces", "Count the faces")
    {
        Kind = ExerciseKind.Derive,
        Prompt = "The L1 ball in four dimensions: how many of its faces consist of points with exactly two nonzero weights?",
        Expected = 24,
        Tolerance = 1e-6,
        ToleranceReason = "a count",
        Because = "six pairs of weights, and four patterns of signs for each.",
        Misconceptions =
        [
            (6, "this is the number of pairs of weights; each weight can be positive or negative"),
            (12, "both weights have a sign: that makes four patterns for each pair, not two"),
            (8, "this is the number of vertices, one nonzero weight"),
            (32, "this is the count for three nonzero weights"),
            (16, "this is the count for four nonzero weights, one for each pattern of signs"),
            (48, "the order of the two weights does not matter: there are six pairs, not twelve"),
        ],
        Hints =
        [
            "A face is given by which weights are nonzero, and by their signs.",
            "In how many ways can you choose two of four weights?",
            "Six, times 2² patterns of signs.",
        ],
        Solution = new("double myFaces = 24;", "In p dimensions there are C(p, k)·2ᵏ faces with k nonzero weights: C(4, 2)·4 = 24."),
    };
}
