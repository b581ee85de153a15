using Regularization.Course;

namespace CourseTests.Exercises;

public class OtherExerciseTests
{
    [Theory]
    [InlineData(0.5, VerdictStatus.Passed, "d²/(d²+λ)")]
    [InlineData(0.504, VerdictStatus.Passed, "0.504 is right")]
    [InlineData(0.506, VerdictStatus.Wrong, "it is less")]
    [InlineData(0.1, VerdictStatus.Wrong, "it is more")]
    [InlineData(0.25, VerdictStatus.Wrong, "that is its square")]
    [InlineData(double.NaN, VerdictStatus.Unsolved, "not solved yet")]
    [InlineData(double.PositiveInfinity, VerdictStatus.Wrong, "it is less")]
    public void Numbers(double answer, VerdictStatus status, string message)
    {
        var verdict = Samples.Half.Try(answer);
        Assert.Equal(status, verdict.Status);
        Assert.Contains(message, verdict.Message);
    }

    [Theory]
    [InlineData("b", VerdictStatus.Passed, "the corner sticks out")]
    [InlineData(" B ", VerdictStatus.Passed, "the corner sticks out")]
    [InlineData("a", VerdictStatus.Wrong, "chance has no corner")]
    [InlineData("z", VerdictStatus.Wrong, "not one of a, b")]
    [InlineData("", VerdictStatus.Unsolved, "not solved yet")]
    [InlineData(null, VerdictStatus.Unsolved, "not solved yet")]
    public void Choices(string? answer, VerdictStatus status, string message)
    {
        var verdict = Samples.Why.Try(answer);
        Assert.Equal(status, verdict.Status);
        Assert.Contains(message, verdict.Message);
    }

    [Fact]
    public void Open_answers_are_judged_by_their_demands()
    {
        Assert.Equal(VerdictStatus.Unsolved, Samples.NoNorm.Try([]).Status);
        Assert.True(Samples.NoNorm.Try([1, 0]).Passed);
        Assert.Contains("w is [0, 1], where both are 0", Samples.NoNorm.Try([0, 1]).Message);
    }

    [Fact]
    public void A_judge_that_throws_is_a_verdict()
    {
        var exercise = new JudgedExercise<int[]>("x", "x")
        {
            Kind = ExerciseKind.Derive,
            Prompt = "",
            Because = "",
            Demands = [new("has ten entries", a => a[9] == 0 ? null : "no")],
            Hints = ["a", "b", "c"],
            Solution = Samples.Solution,
        };
        Assert.Contains("IndexOutOfRangeException", exercise.Try([1]).Message);
    }

    [Fact]
    public void The_verdict_nests_hint_in_hint_and_the_solution_innermost()
    {
        var html = Samples.SoftThreshold.Try((v, t) => v).ToHtml();
        Assert.StartsWith("<div class=\"verdict verdict-wrong\">", html);
        Assert.Contains("Hint 1</summary><p>first &lt;hint&gt;</p><details><summary>Hint 2</summary><p>second</p><details><summary>Hint 3</summary><p>third</p><details><summary>Worked solution", html);
        Assert.Contains("<pre><code class=\"language-csharp\">double F(double v, double t) =&gt; v &lt; 0 &amp; t", html);
        Assert.EndsWith("</details></details></details></details></div>", html);
    }

    [Fact]
    public void Hints_come_by_number()
    {
        Assert.Equal("second", Samples.SoftThreshold.Hint(2));
        Assert.Equal("third", Samples.SoftThreshold.Hint(9));
        Assert.Same(Samples.Solution, Samples.SoftThreshold.ShowSolution());
    }

    [Fact]
    public void Every_exercise_of_the_course_has_an_id_of_its_own()
    {
        string[] ids = [.. Syllabus.Exercises.Select(e => e.Id)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Same(Syllabus.FindExercise(id), Syllabus.Exercises.Single(e => e.Id == id)));
        Assert.Equal(["why-regularize", "l0-counting", "l1-sparsity-geometry", "l2-decay", "penalty-and-constraint", "from-l0-to-l1", "l2-smoothness", "choosing-and-comparing", "your-own-data"], Syllabus.Lessons.Select(l => l.Slug));
        Assert.All(Syllabus.Lessons, (l, i) => Assert.Equal($"{i:00}-{l.Slug}.ipynb", l.File));
    }
}
