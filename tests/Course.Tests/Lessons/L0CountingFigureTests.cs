using Regularization;
using Regularization.Course;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace CourseTests.Lessons;

/// <summary>The figures of the lesson on counting say what they show, with the numbers of their data.</summary>
public class L0CountingFigureTests
{
    private static readonly Dataset Data = Datasets.Diabetes();
    private static readonly BestSubset Subsets = Best();

    [Fact]
    public void Powers() => Says(L0Counting.PowerFigure(), "0.01, 0.1, 0.32, 0.79");

    [Fact]
    public void Balls() => Says(L0Counting.BallsFigure(), "0.71 at p = 2", "0.5 at p = 1", "0.25 at p = 0.5");

    [Fact]
    public void Threshold() => Says(L0Counting.HardThresholdFigure(2), "λ = 2", "Between −2 and 2");

    [Fact]
    public void Sizes() => Says(L0Counting.SubsetFigure(Subsets, Data.Names), "2.62e+06", "(bmi)", "(bmi, s5)", "all 10", "From k = 5 on it falls by only 0.91 %");

    [Fact]
    public void Hull_skips_size_four() => Says(L0Counting.HullFigure(Subsets), "2, 3, 5, 6, 7; not on it: 4", "λ = 18706.9", "3 and 5 at once");

    [Fact]
    public void Excess_of_size_four() => Says(L0Counting.ExcessFigure(Subsets), "no lower than 3068, at λ = 18706.9", "0 is reached by the sizes 2, 3, 5, 6.");

    [Fact]
    public void Found_weights()
    {
        var figure = L0Counting.FoundFigure(Vector.Build.DenseOfArray([0, 0.5, 0, -2]), Vector.Build.DenseOfArray([0, 0, 1, -1]));
        Says(figure, "2 found weights are nonzero, 1 of them at one of the 2 features", "x2 found 0.5, true 0", "x3 found 0, true 1", "x4 found -2, true -1");
    }

    private static void Says(Figure figure, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, figure.ToString()));

    private static BestSubset Best()
    {
        var data = Standardization.Fit(Data);
        return BestSubset.Enumerate(data.X, data.Y);
    }
}
