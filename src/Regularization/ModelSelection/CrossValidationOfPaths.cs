namespace Regularization;

/// <content>Cross-validation of the fast paths: on the grid of the fit to all rows, with the same options in every fold.</content>
public sealed partial class CrossValidation
{
    /// <summary>Cross-validates the lasso on the grid of its options.</summary>
    public static CrossValidation Lasso(Matrix x, Vector y, LassoOptions options, CrossValidationOptions? how = null)
    {
        var path = LassoPath.Fit(x, y, Argument.NotNull(options));
        return Of(path, x, y, options, how, false, (trainX, trainY, o, share) =>
            LassoPath.Fit(trainX, trainY, o with { Grid = LambdaGrid.Of(path.Lambdas.Select(lambda => lambda * L1Share(o, share))) }));
    }

    /// <summary>Cross-validates the elastic net on the grid of its options.</summary>
    public static CrossValidation ElasticNet(Matrix x, Vector y, ElasticNetOptions options, CrossValidationOptions? how = null)
    {
        var path = ElasticNetPath.Fit(x, y, Argument.NotNull(options));
        return Of(path, x, y, options, how, false, (trainX, trainY, o, share) =>
        {
            var (factor, ratio) = Mixed(o, share, o.L1Ratio);
            return ElasticNetPath.Fit(trainX, trainY, o with { L1Ratio = ratio, Grid = LambdaGrid.Of(path.Lambdas.Select(lambda => lambda * factor)) });
        });
    }

    /// <summary>Cross-validates ridge on the grid of its options.</summary>
    public static CrossValidation Ridge(Matrix x, Vector y, RidgeOptions options, CrossValidationOptions? how = null)
    {
        var path = RidgePath.Fit(x, y, Argument.NotNull(options));
        return Of(path, x, y, options, how, false, (trainX, trainY, o, share) =>
            RidgePath.Fit(trainX, trainY, o with { Grid = LambdaGrid.Of(path.Lambdas.Select(lambda => lambda * L2Share(o, share))) }));
    }

    /// <summary>Cross-validates a logistic model on the grid of its options; the folds have the classes in equal shares.</summary>
    public static CrossValidation Logistic(Matrix x, Vector y, LogisticOptions options, CrossValidationOptions? how = null)
    {
        var path = LogisticPath.Fit(x, y, Argument.NotNull(options));
        return Of(path, x, y, options, how, true, (trainX, trainY, o, share) =>
        {
            var (factor, ratio) = Mixed(o, share, o.L1Ratio);
            return LogisticPath.Fit(trainX, trainY, o with { L1Ratio = ratio, Grid = LambdaGrid.Of(path.Lambdas.Select(lambda => lambda * factor)) });
        });
    }

    private static CrossValidation Of<TOptions>(
        RegularizationPath path, Matrix x, Vector y, TOptions options, CrossValidationOptions? how, bool isLogistic, Func<Matrix, Vector, TOptions, double, RegularizationPath> fit)
        where TOptions : FitOptions
    {
        var errors = PathValidation.Errors(x, y, path.Lambdas, options, how ?? new CrossValidationOptions(), isLogistic, fit);
        return new CrossValidation([.. path.Lambdas.Select((lambda, i) => Point(lambda, [.. errors.Select(fold => fold[i])]))]) { Path = path };
    }

    private static double L1Share(FitOptions options, double share) => options.Scale == ColumnScale.UnitNorm ? Math.Sqrt(share) : share;

    private static double L2Share(FitOptions options, double share) => options.Scale == ColumnScale.UnitNorm ? 1 : share;

    // λρ·s₁ + λ(1 − ρ)·s₂, as one λ and one ρ.
    private static (double Factor, double Ratio) Mixed(FitOptions options, double share, double ratio)
    {
        var (l1, l2) = (ratio * L1Share(options, share), (1 - ratio) * L2Share(options, share));
        return (l1 + l2, l1 / (l1 + l2));
    }
}
