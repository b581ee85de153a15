using MathNet.Numerics.LinearAlgebra;
using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>The capstone: it must stand whatever data a learner brings.</summary>
public sealed class OwnDataTests
{
    [Fact]
    public void Stubs_are_not_solved_yet()
    {
        Verdict[] verdicts = [OwnData.Leak.Try(""), OwnData.Units.Try(double.NaN), OwnData.Choose.Try((_, _, _) => -1), OwnData.Report.Try("")];
        Assert.All(verdicts, v => Assert.Equal(VerdictStatus.Unsolved, v.Status));
        Assert.Equal(OwnData.Exercises.Select(e => e.Id).Order(), verdicts.Select(v => v.Exercise.Id).Order());
    }

    [Fact]
    public void Solutions_pass_also_written_differently()
    {
        Verdict[] verdicts =
        [
            OwnData.Leak.Try("D"), OwnData.Units.Try(120 / 40.0), OwnData.Report.Try("c"),
            OwnData.Choose.Try((errors, standardErrors, sizes) =>
            {
                int best = 0, chosen = -1;
                for (var i = 1; i < errors.Length; i++)
                    best = errors[i] < errors[best] ? i : best;
                for (var i = 0; i < errors.Length; i++)
                {
                    if (errors[i] - errors[best] > standardErrors[best])
                        continue;
                    if (chosen < 0 || sizes[i] < sizes[chosen] || (sizes[i] == sizes[chosen] && errors[i] < errors[chosen]))
                        chosen = i;
                }
                return chosen;
            }),
        ];
        Assert.All(verdicts, v => Assert.True(v.Passed, v.Message));
    }

    [Fact]
    public void Every_wrong_answer_has_its_own_message()
    {
        foreach (var exercise in new[] { OwnData.Leak, OwnData.Report })
        {
            var messages = "abcd".Select(letter => exercise.Try(letter.ToString())).Where(v => v.Status == VerdictStatus.Wrong).Select(v => v.Message).ToList();
            Assert.Equal(3, messages.Distinct().Count());
        }
        Assert.All(OwnData.Units.Misconceptions, m => Refused(OwnData.Units.Try(m.Value), m.Message));
        Assert.All(OwnData.Choose.Misconceptions, m => Refused(OwnData.Choose.Try(m.Function), m.Message));
    }

    [Fact]
    public void Warnings_name_what_is_wrong()
    {
        Assert.Empty(OwnData.Warnings(Random(40, 3)));
        Assert.Contains(OwnData.Warnings(Random(10, 3)), w => w.StartsWith("10 rows", StringComparison.Ordinal));
        Assert.Contains(OwnData.Warnings(Random(31, 40)), w => w.StartsWith("40 features and 31 rows", StringComparison.Ordinal));
        var x = Random(40, 3).X;
        x.SetColumn(1, Enumerable.Repeat(7.0, 40).ToArray());
        x.SetColumn(2, (2 * x.Column(0) + 3).ToArray());
        var found = OwnData.Warnings(new Dataset(["a", "b", "c"], x, x.Column(0).Map(v => v > 0 ? 1.0 : 0), "y"));
        Assert.Equal(["y has at most two values", "b is constant", "a and c have correlation 1"], found.Select(w => w.Split(':')[0]));
    }

    [Theory]
    [InlineData(40, 3)]
    [InlineData(25, 1)]
    [InlineData(30, 45)]
    [InlineData(120, 30)]
    public void It_stands_with_any_shape(int rows, int columns)
    {
        var data = Random(rows, columns);
        var (use, aside) = OwnData.PutAside(data, 0.25, 1);
        Assert.Equal(data.Y.Order(), use.Y.Concat(aside.Y).Order());
        var candidates = OwnData.Candidates(use);
        Assert.Equal(["ridge", "elastic net", "lasso", "best subset"], candidates.Select(c => c.Method));
        Assert.All(candidates, c => Assert.True(double.IsFinite(c.Model.MeanSquaredError(aside.X, aside.Y)) && c.StandardError >= 0));
        Assert.Equal(6, Choosing.CompareRegression(use, 2, 1).Count);
        if (columns < 5)
            Assert.Contains("expected at least 20 and 5", Assert.Throws<ArgumentException>(() => Choosing.Selection(use, 2, 1)).Message, StringComparison.Ordinal);
        else
            Assert.Equal(columns, Choosing.Selection(use, 2, 1).Share.ColumnCount);
    }

    [Fact]
    public void Bad_shares_are_named() =>
        Assert.Contains("share is 1", Assert.Throws<ArgumentOutOfRangeException>(() => OwnData.PutAside(Random(10, 2), 1, 1)).Message, StringComparison.Ordinal);

    private static Dataset Random(int rows, int columns)
    {
        var random = new SeededRandom(8);
        var x = Matrix<double>.Build.Dense(rows, columns, [.. random.NextNormals(rows * columns)]);
        return new([.. Enumerable.Range(0, columns).Select(j => $"x{j}")], x, x.Column(0) + random.NextNormals(rows), "y");
    }

    private static void Refused(Verdict verdict, string because)
    {
        Assert.Equal(VerdictStatus.Wrong, verdict.Status);
        Assert.Contains(because, verdict.Message, StringComparison.Ordinal);
    }
}
