using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>Balls for every p, the octahedron, the film of the path, and counting faces.</summary>
public sealed class L1GeometryShapeTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(1, 1.5)]
    [InlineData(1, 3.3)]
    [InlineData(2, 1.5)]
    public void The_touching_point_is_that_of_the_exact_solution(int p, double radius)
    {
        var exact = FirstContact.Find(L1Geometry.Example, p, radius).Point;
        // 4096 points on the boundary lie at most 0.01 apart for these radii.
        Assert.True((L1Geometry.Touching(L1Geometry.Example, p, radius) - exact).L2Norm() < 0.01);
    }

    [Fact]
    public void Faces_are_counted_right_and_every_misconception_has_its_message()
    {
        Assert.Equal(VerdictStatus.Unsolved, L1Geometry.Faces.Try(double.NaN).Status);
        // All patterns of −1, 0 and 1 with two that are not zero.
        var patterns = Enumerable.Range(0, 81).Count(i => Enumerable.Range(0, 4).Count(d => i / (int)Math.Pow(3, d) % 3 != 0) == 2);
        Assert.True(L1Geometry.Faces.Try(patterns).Passed);
        Assert.All(L1Geometry.Faces.Misconceptions, m => Assert.Contains(m.Message, L1Geometry.Faces.Try(m.Value).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_figures_say_what_they_show()
    {
        Assert.Contains("For p = 0.25, 0.5, 0.75, 1 the solution has first weight zero", L1Geometry.PowersFigure(L1Geometry.Example, 1.5).Description, StringComparison.Ordinal);
        Assert.Contains("6 vertices", L1Geometry.OctahedronFigure().Description, StringComparison.Ordinal);
        Assert.Contains("reaches the axis w₁ = 0 at t = 2", L1Geometry.MovieFigure(L1Geometry.Example).Description, StringComparison.Ordinal);
    }
}
