namespace Regularization;

/// <summary>Other ways to hand data to the paths: a data set, whose names they take, or plain arrays.</summary>
public static class PathInput
{
    extension(LassoPath)
    {
        /// <summary>Fits the lasso to a data set.</summary>
        public static LassoPath Fit(Dataset data, LassoOptions options) => LassoPath.Fit(data.X, data.Y, Named(data, options));

        /// <summary>Fits the lasso to arrays: a row a sample.</summary>
        public static LassoPath Fit(double[,] x, double[] y, LassoOptions options) => LassoPath.Fit(Of(x), Of(y), options);
    }

    extension(ElasticNetPath)
    {
        /// <summary>Fits the elastic net to a data set.</summary>
        public static ElasticNetPath Fit(Dataset data, ElasticNetOptions options) => ElasticNetPath.Fit(data.X, data.Y, Named(data, options));

        /// <summary>Fits the elastic net to arrays: a row a sample.</summary>
        public static ElasticNetPath Fit(double[,] x, double[] y, ElasticNetOptions options) => ElasticNetPath.Fit(Of(x), Of(y), options);
    }

    extension(RidgePath)
    {
        /// <summary>Fits ridge to a data set.</summary>
        public static RidgePath Fit(Dataset data, RidgeOptions options) => RidgePath.Fit(data.X, data.Y, Named(data, options));

        /// <summary>Fits ridge to arrays: a row a sample.</summary>
        public static RidgePath Fit(double[,] x, double[] y, RidgeOptions options) => RidgePath.Fit(Of(x), Of(y), options);
    }

    extension(LogisticPath)
    {
        /// <summary>Fits the logistic model to a data set.</summary>
        public static LogisticPath Fit(Dataset data, LogisticOptions options) => LogisticPath.Fit(data.X, data.Y, Named(data, options));

        /// <summary>Fits the logistic model to arrays: a row a sample.</summary>
        public static LogisticPath Fit(double[,] x, double[] y, LogisticOptions options) => LogisticPath.Fit(Of(x), Of(y), options);
    }

    private static T Named<T>(Dataset data, T options) where T : FitOptions =>
        Argument.NotNull(options).Names is null ? options with { Names = data.Names } : options;

    private static Matrix Of(double[,] x) => Argument.NotNull(x).Length > 0
        ? Matrix.Build.DenseOfArray(x)
        : throw new ArgumentException($"x is {x.GetLength(0)}×{x.GetLength(1)}; expected at least one row and one column.", nameof(x));

    private static Vector Of(double[] y) => Argument.NotNull(y).Length > 0
        ? Vector.Build.DenseOfArray(y)
        : throw new ArgumentException("y has no entries; expected one a row of x.", nameof(y));
}
