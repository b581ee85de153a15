namespace Regularization;

/// <summary>One split of the rows: learn on <paramref name="Train"/>, judge on <paramref name="Test"/>.</summary>
/// <param name="Train">The rows to learn from, ascending.</param>
/// <param name="Test">The rows held out, ascending.</param>
public sealed record Fold(IReadOnlyList<int> Train, IReadOnlyList<int> Test);

/// <summary>K-fold splitting: the rows in random order, dealt like cards to K folds, so that sizes differ by at most one.</summary>
public static class KFold
{
    /// <summary>Splits <c>0, …, rows − 1</c>; every row is held out exactly once. Same seed, same folds.</summary>
    public static IReadOnlyList<Fold> Split(int rows, int folds, ulong seed)
    {
        Argument.AtLeast(folds, 2);
        Argument.AtMost(folds, rows);
        return Of(Deal(new SeededRandom(seed).NextPermutation(rows), rows, folds), folds);
    }

    /// <summary>Splits rows of two or more classes so that every fold has them in equal shares, up to one row a class.</summary>
    /// <param name="classes">The class of every row.</param>
    /// <param name="folds">K.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<Fold> Stratified(Vector classes, int folds, ulong seed)
    {
        Argument.AtLeast(folds, 2);
        Argument.AtMost(folds, classes.Count);
        // In random order, the classes one after the other: dealing goes on where the class before ended.
        int[] order = [.. new SeededRandom(seed).NextPermutation(classes.Count).OrderBy(i => classes[i])];
        return Of(Deal(order, classes.Count, folds), folds);
    }

    /// <summary>The folds of rows that know theirs.</summary>
    internal static IReadOnlyList<Fold> Of(IReadOnlyList<int> foldOf, int folds)
    {
        int[] RowsWhere(Func<int, bool> isWanted) => [.. Enumerable.Range(0, foldOf.Count).Where(i => isWanted(foldOf[i]))];
        return [.. Enumerable.Range(0, folds).Select(fold => new Fold(RowsWhere(f => f != fold), RowsWhere(f => f == fold)))];
    }

    private static int[] Deal(int[] order, int rows, int folds)
    {
        var foldOf = new int[rows];
        for (var i = 0; i < rows; i++)
            foldOf[order[i]] = i % folds;
        return foldOf;
    }
}
