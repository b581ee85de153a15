using System.Text.Json.Nodes;
using Regularization;
using Regularization.Course;
using V = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Course.Tests.Lessons;

/// <summary>The figures of the L1 lesson say the right numbers, and their sliders carry the right points.</summary>
public class L1GeometryFiguresTests
{
    private static readonly EllipticalLoss Loss = L1Geometry.Example;

    private static V W(double a, double b) => V.Build.Dense([a, b]);

    private static FirstContact[] Contacts(params double[] radii) => [.. radii.Select(t => FirstContact.Find(Loss, 1, t))];

    private static int Steps(Figure figure) => JsonNode.Parse(figure.PlotlyJson)!["layout"]!["sliders"]![0]!["steps"]!.AsArray().Count;

    [Fact]
    public void First_contact_says_where_the_corner_ends_and_where_the_constraint_is_slack()
    {
        double[] radii = [0.5, 1, 2, 3, 4, 5];
        var figure = L1Geometry.FirstContactFigure(Loss, radii, Contacts(radii));
        Assert.Contains("Up to t = 2 they touch at the corner", figure.Description, StringComparison.Ordinal);
        Assert.Contains("from t = 4 on the center lies in the diamond", figure.Description, StringComparison.Ordinal);
        Assert.Equal(6, Steps(figure));
        Assert.Contains("w = (0.5, 2.5), λ = 1.5", figure.PlotlyJson, StringComparison.Ordinal);
        Assert.Contains("not active", figure.PlotlyJson, StringComparison.Ordinal);
    }

    [Fact]
    public void Penalty_figure_shrinks_the_ball_as_lambda_grows()
    {
        var figure = L1Geometry.PenaltyFigure(Loss, [0, 3, 5, 8], [W(1, 3), W(0, 2), W(0, 1), W(0, 0)]);
        Assert.Contains("from (1, 3) at λ = 0 to (0, 0) at λ = 8", figure.Description, StringComparison.Ordinal);
        Assert.Contains("shrinks from t = 4 to t = 0", figure.Description, StringComparison.Ordinal);
        Assert.Contains("w = (0, 2), t = 2", figure.PlotlyJson, StringComparison.Ordinal);
        Assert.Equal(4, Steps(figure));
    }

    [Fact]
    public void Cones_say_the_gradients()
    {
        var figure = L1Geometry.NormalConesFigure(Loss, [1, 2, 3], Contacts(1, 2, 3));
        Assert.Contains("−∇J₀ = (4, 5) at t = 1", figure.Description, StringComparison.Ordinal);
        Assert.Contains("2 of the 3 radii end at the corner", figure.Description, StringComparison.Ordinal);
        Assert.Contains("−∇J₀ = (1.5, 1.5)", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Corner_regions_say_the_probability()
    {
        var figure = L1Geometry.CornerRegionsFigure(2);
        Assert.Contains("0.5399 of the circle", figure.Description, StringComparison.Ordinal);
        // 26 centers in an eighth of the circle, 14 of them beyond the angle arcsin(1/(2√2)) from the edge's middle.
        Assert.Contains("Of 208 equally spaced centers 112 end at a corner", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Soft_threshold_contrasts_three_penalties()
    {
        var figure = L1Geometry.SoftThresholdFigure(1);
        Assert.Contains("z = 3 becomes 2", figure.Description, StringComparison.Ordinal);
        Assert.Contains("makes 1.5 of it", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Slack_figure_says_the_loss_of_the_contact() =>
        Assert.Contains("at (1.5, 3.5) has the loss 0.75", L1Geometry.SlackFigure(Loss, 5, W(1.5, 3.5)).Description, StringComparison.Ordinal);

    [Fact]
    public void Nonzeros_figure_says_shares_and_means()
    {
        var figure = L1Geometry.NonzerosFigure([new([0, 3, 1]), new([0, 0, 1, 3])]);
        Assert.Contains("For p = 2: 0.75 are corners (k = 1), the mean number of nonzeros is 1.25.", figure.Description, StringComparison.Ordinal);
        Assert.Contains("For p = 3: 0 are corners (k = 1), the mean number of nonzeros is 2.75.", figure.Description, StringComparison.Ordinal);
        Assert.Equal(2, Steps(figure));
    }

    [Fact]
    public void Mean_interval_is_the_mean_with_its_standard_error()
    {
        // Counts 1, 1, 2, 2: mean 1.5, sample variance 1/3, standard error √(1/12).
        var (low, high) = L1Geometry.MeanInterval(new([0, 2, 2]));
        Assert.Equal(1.5 - 1.96 / Math.Sqrt(12), low, 1e-12);
        Assert.Equal(1.5 + 1.96 / Math.Sqrt(12), high, 1e-12);
    }

    [Fact]
    public void Corner_probability_figure_counts_the_intervals_that_cover()
    {
        // 540 of 1000 at R/t = 2 covers 0.5399; 540 of 1000 at R/t = 5 does not cover 0.8193.
        var figure = L1Geometry.CornerProbabilityFigure([2, 5], [new([0, 540, 460]), new([0, 540, 460])]);
        Assert.Contains("passes through 1 of the 2", figure.Description, StringComparison.Ordinal);
        Assert.Contains("one half at R/t = 1.8478", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Descent_figure_says_when_zeros_are_exact()
    {
        var figure = L1Geometry.DescentFigure(W(0, 2), [W(0.5, 1), W(0.25, 2), W(0, 2), W(0, 2)], [W(0.5, 1), W(-0.25, 2), W(0.125, 2), W(-0.1, 2)]);
        Assert.Contains("1 weights are zero in the solution", figure.Description, StringComparison.Ordinal);
        Assert.Contains("exactly 0 from iteration 3 on", figure.Description, StringComparison.Ordinal);
        Assert.Contains("still 0.1 after 4 iterations; iterates with an exact zero among them: 0", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_figures_and_tables_tell_the_story_of_s3()
    {
        var data = Datasets.Diabetes();
        var standardized = Standardization.Fit(data);
        var path = LassoPath.Fit(standardized.X, standardized.Y);
        foreach (var figure in new[] { L1Geometry.PathAgainstLambda(path, data.Names), L1Geometry.PathAgainstRadius(path, data.Names) })
        {
            Assert.Contains("As λ falls from 949.435", figure.Description, StringComparison.Ordinal);
            Assert.Contains("bmi, s5, bp, s3, sex, s6, s1, s4, s2, age, s3; s3 goes back to zero at λ = 2.182", figure.Description, StringComparison.Ordinal);
        }

        var table = L1Geometry.KnotTable(path, data.Names);
        Assert.Equal(13, table.Rows.Length);
        Assert.Equal(3459.98, Assert.IsType<double>(table.Rows[^1][1]), 0.005);
        Assert.Equal("s3", table.Rows[10][3]);
    }

    [Fact]
    public void Kkt_table_tells_equal_from_less()
    {
        var table = L1Geometry.KktTable(Loss, [1, 3, 4], [W(2 / 3.0, 8 / 3.0), W(0, 2), W(0, 1.5)]);
        Assert.Equal(["equal", "equal", "less"], table.Rows.Select(r => r[3]));
        Assert.Equal(["not zero", "zero", "zero"], table.Rows.Select(r => r[4]));
    }
}
