namespace Regularization;

/// <summary><c>X_ik = q_i^k</c> for k = 1 … degree: the powers of one input as columns, so that a linear model in them is a polynomial.</summary>
/// <remarks>The power 0 is the intercept, which is not a column. Source: Hastie, Tibshirani and Friedman (2009), §5.1.</remarks>
public static class PolynomialFeatures
{
    /// <summary>The n×degree matrix of the powers of n inputs.</summary>
    /// <param name="positions">q, the inputs.</param>
    /// <param name="degree">The highest power, at least 1.</param>
    public static Matrix Of(Vector positions, int degree)
    {
        Argument.Finite(positions);
        Argument.AtLeast(degree, 1);
        var x = Matrix.Build.Dense(positions.Count, degree);
        for (var i = 0; i < positions.Count; i++)
        {
            var power = 1.0;
            for (var k = 0; k < degree; k++)
                x[i, k] = power *= positions[i];
        }

        return x;
    }
}
