namespace Regularization;

/// <summary>The root of a monotone function, by halving an interval until its ends are neighboring numbers.</summary>
internal static class Bisection
{
    /// <summary>x in [low, high] with <c>f(x) = 0</c>; f must change sign there, or the end nearest to doing so is returned.</summary>
    public static double Solve(Func<double, double> f, double low, double high)
    {
        var rising = f(high) >= f(low);
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (f(middle) > 0 == rising)
                high = middle;
            else
                low = middle;
        }
    }
}
