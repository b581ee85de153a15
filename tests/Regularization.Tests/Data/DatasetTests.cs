namespace Regularization.Tests;

public class DatasetTests
{
    private static readonly Matrix X = Matrix.Build.DenseOfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
    private static readonly Vector Y = Vector.Build.DenseOfArray([7, 8]);

    [Fact]
    public void Copies_what_it_is_given()
    {
        var x = X.Clone();
        var data = new Dataset(["a", "b", "c"], x, Y, "y");
        x[0, 0] = 99;
        Assert.Equal(1, data.X[0, 0]);
    }

    [Fact]
    public void Selects_columns_by_name_in_the_order_named()
    {
        var data = new Dataset(["a", "b", "c"], X, Y, "y").Select("c", "a");
        Assert.Equal(["c", "a"], data.Names);
        Assert.Equal([3, 1], data.X.Row(0));
        Assert.Equal(["a"], data.NamesOf(Vector.Build.DenseOfArray([0, 0.1])));
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        Assert.Contains("'d'", Assert.Throws<ArgumentException>(() => new Dataset(["a", "b", "c"], X, Y, "y").IndexOf("d")).Message, StringComparison.Ordinal);
        Assert.Equal("names", Assert.Throws<ArgumentException>(() => new Dataset(["a", "b"], X, Y, "y")).ParamName);
        Assert.Equal("names", Assert.Throws<ArgumentException>(() => new Dataset(["a", "b", "y"], X, Y, "y")).ParamName);
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => new Dataset(["a", "b", "c"], X, Vector.Build.Dense(3), "y")).ParamName);
    }
}
