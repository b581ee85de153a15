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
        var order = new SeededRandom(seed).NextPermutation(rows);
        var foldOf = new int[rows];
        for (var i = 0; i < rows; i++)
            foldOf[order[i]] = i % folds;

        int[] RowsWhere(Func<int, bool> isWanted) => [.. Enumerable.Range(0, rows).Where(i => isWanted(foldOf[i]))];
        return [.. Enumerable.Range(0, folds).Select(fold => new Fold(RowsWhere(f => f != fold), RowsWhere(f => f == fold)))];
    }
}
