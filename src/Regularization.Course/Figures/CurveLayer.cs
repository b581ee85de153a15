using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>A layer given by points <c>(xᵢ, yᵢ)</c>.</summary>
public abstract record CurveLayer : Layer
{
    private protected CurveLayer(string name, IEnumerable<double> x, IEnumerable<double> y) : base(name) => (X, Y) = Pair(name, x, y);

    private protected CurveLayer(string name, IEnumerable<Vector> points) : base(name)
    {
        Vector[] all = [.. points];
        (X, Y) = ([.. all.Select(p => p[0])], [.. all.Select(p => p[1])]);
    }

    /// <summary>The horizontal coordinates; NaN breaks a line.</summary>
    public ImmutableArray<double> X { get; }

    /// <summary>The vertical coordinates; NaN breaks a line.</summary>
    public ImmutableArray<double> Y { get; }

    internal override IEnumerable<(object X, object Y)> Points => X.Zip(Y, (x, y) => ((object)x, (object)y));
}
