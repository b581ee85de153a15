namespace Regularization.Course;

/// <content>The exercise that asks which statements are true.</content>
public static partial class L1Geometry
{
    private static readonly (char Letter, bool True, string Why)[] AllStatements =
    [
        ('a', false, "in the example at λ = 3 the solution is (0, 2) with gradient (−3, −3): equality, and w₁ = 0"),
        ('b', true, "a nonzero weight fulfills ∂J₀/∂w_j = −λ·sign(w_j), so the size is λ; at λ = 1 both weights of the example show it"),
        ('c', false, "with R/t = 2 the share of vertices falls from 0.54 for p = 2 to less than 0.001 for p = 100; the solutions sit on faces of a dimension low beside p"),
        ('d', true, "the center is the solution then, so t − ‖w‖₁ > 0, and complementary slackness λ·(t − ‖w‖₁) = 0 leaves only λ = 0"),
        ('e', false, "ŵ_j = z_j/(1 + λ) is 0 only if z_j is exactly 0, which has probability 0 for continuous data: not small, but 0"),
        ('f', false, "in the example λ = 6 has t = ½ and λ = 3 has t = 2: the map falls, but it is not a proportion"),
    ];

    /// <summary>Which of six statements are true?</summary>
    public static JudgedExercise<string> Statements { get; } = new("l1.statements", "Which of these are true?")
    {
        Kind = ExerciseKind.Explain,
        Prompt = "The letters of the true statements, for example \"ace\".",
        IsBlank = string.IsNullOrWhiteSpace,
        Demands =
        [
            new("letters a to f only", answer => Letters(answer).Where(c => c is < 'a' or > 'f').Select(c => $"'{c}' is not one of them").FirstOrDefault()),
            .. AllStatements.Select(s => new Demand<string>($"statement {s.Letter}", answer =>
                Letters(answer).Contains(s.Letter) == s.True ? null : $"it is {(s.True ? "true" : "false")}: {s.Why}")),
        ],
        Because = "b and d are true; each of the others has a counterexample in this lesson",
        Hints =
        [
            "Two are true, four are false. Look for one counterexample to each; the small example has most of them.",
            "Watch the direction of the arrows: what zero needs, what forces it, and what equality decides. And \"small\" is not \"probability 0\".",
            "a and b are the two directions of the same line of the KKT conditions. Only one direction holds. d is complementary slackness.",
        ],
        Solution = new(
            "string trueStatements = \"bd\";",
            "a fails at λ = 3, c fails because faces replace vertices, e confuses small with zero probability, f takes a falling map for a proportion."),
    };

    private static IEnumerable<char> Letters(string answer) => answer.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not (',' or ';'));
}
