using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>A candidate of an analysis: a method with the strength that cross-validation chose.</summary>
/// <param name="Method">The method.</param>
/// <param name="Error">The cross-validated mean squared error on the rows that were used.</param>
/// <param name="StandardError">Its standard error over the folds.</param>
/// <param name="Model">The model, fitted to all rows that were used, in the units of the data.</param>
public sealed record Candidate(string Method, double Error, double StandardError, LinearModel Model)
{
    /// <summary>How many features it uses.</summary>
    public int Size => Model.W.Count(w => w != 0);
}

/// <summary>The capstone: a guided analysis of the learner's own data.</summary>
public static partial class OwnData
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("your-own-data", "08-your-own-data.ipynb", "Your own data", 60)
    {
        Summary = "A guided analysis of a CSV file that you bring: look, put rows aside, fit, choose, test once, report what can be said.",
        Prerequisites = ["The lesson Choosing and comparing", "A CSV file of numbers with a header row, or the one that is there"],
        Outcomes =
        [
            "Load a table, and see what could spoil an analysis before fitting anything",
            "Put rows aside, and keep your hands off them",
            "Compare four methods by cross-validation, and choose one by a rule that you fixed before",
            "Test once, and report what the numbers allow",
        ],
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises => [Leak, Units, Choose, Report];

    /// <summary>What could spoil a regression on these data: one line each, none when nothing was found.</summary>
    /// <param name="data">The data.</param>
    public static IReadOnlyList<string> Warnings(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        List<string> found = [];
        if (data.Rows < 30)
            found.Add($"{data.Rows} rows: too few to put some aside and to cross-validate on the rest.");
        if (data.Columns > data.Rows)
            found.Add($"{data.Columns} features and {data.Rows} rows: least squares fits everything; only the penalized methods mean something.");
        if (data.Y.Distinct().Count() <= 2)
            found.Add($"{data.Target} has at most two values: a classification. Use LogisticPath and CrossValidation.Logistic in place of what follows.");
        bool Constant(int j) => data.X.Column(j) is var column && column.Maximum() - column.Minimum() <= 1e-12 * (1 + column.AbsoluteMaximum());
        int[] moving = [.. Enumerable.Range(0, data.Columns).Where(j => !Constant(j))];
        foreach (var j in Enumerable.Range(0, data.Columns).Except(moving))
            found.Add($"{data.Names[j]} is constant: leave it out.");
        foreach (var (i, j) in moving.SelectMany(i => moving.Where(j => j > i).Select(j => (i, j))))
        {
            var correlation = Correlation(data.X.Column(i), data.X.Column(j));
            if (Math.Abs(correlation) > 0.95)
                found.Add($"{data.Names[i]} and {data.Names[j]} have correlation {Numbers.Text(correlation, 3)}: which of them is chosen will be a matter of luck.");
        }

        return found;
    }

    /// <summary>Splits the rows at random.</summary>
    /// <param name="data">The data.</param>
    /// <param name="share">The share to put aside, above 0 and below 1.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The rows to use and the rows put aside.</returns>
    public static (Dataset Use, Dataset Aside) PutAside(Dataset data, double share, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!(share is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(share), $"share is {share}; expected a number above 0 and below 1.");
        var order = new SeededRandom(seed).NextPermutation(data.Rows);
        var count = Math.Clamp((int)Math.Round(share * data.Rows), 1, data.Rows - 1);
        Dataset Part(IEnumerable<int> rows) => new(data.Names, Matrix.Build.DenseOfRowVectors(rows.Select(data.X.Row)), Vector.Build.DenseOfEnumerable(rows.Select(i => data.Y[i])), data.Target);
        return (Part([.. order.Skip(count)]), Part([.. order.Take(count)]));
    }

    /// <summary>Ridge, elastic net, lasso, and best subset of at most eight features, each tuned by ten-fold cross-validation.</summary>
    /// <param name="data">The rows to use.</param>
    public static ImmutableArray<Candidate> Candidates(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var how = new CrossValidationOptions { Folds = Math.Min(10, data.Rows) };
        Candidate Of(string method, CrossValidation cv) => new(method, cv.Best.Error, cv.Best.StandardError, cv.Path!.PointAt(cv.LambdaMin).Model);
        var subset = SubsetValidation.Run(data.X, data.Y, new SubsetOptions { MaxSize = Math.Min(8, Math.Min(data.Columns, data.Rows / 2)), NodeLimit = 20_000 }, how);
        return
        [
            Of("ridge", CrossValidation.Ridge(data.X, data.Y, new RidgeOptions(), how)), Of("elastic net", CrossValidation.ElasticNet(data.X, data.Y, new ElasticNetOptions(), how)),
            Of("lasso", CrossValidation.Lasso(data.X, data.Y, new LassoOptions(), how)),
            new("best subset", subset.Best.Error, subset.Best.StandardError, subset.Path[subset.Best.Size].Model),
        ];
    }

    private static double Correlation(Vector a, Vector b)
    {
        var (u, v) = (a - a.Average(), b - b.Average());
        return u * v / (u.L2Norm() * v.L2Norm());
    }
}
