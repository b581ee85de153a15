using CsCheck;

namespace Regularization.Tests;

public class KFoldLaws
{
    private static readonly Gen<(int Rows, int Folds, ulong Seed)> Case =
        Gen.Select(Gen.Int[2, 40], Gen.Int[2, 40], Gen.ULong).Where((rows, folds, _) => folds <= rows);

    [Fact]
    public void Every_row_is_held_out_exactly_once() => Case.Sample((rows, folds, seed) =>
        KFold.Split(rows, folds, seed).SelectMany(fold => fold.Test).Order().SequenceEqual(Enumerable.Range(0, rows)));

    [Fact]
    public void Train_and_test_share_no_row_and_miss_none() => Case.Sample((rows, folds, seed) =>
        KFold.Split(rows, folds, seed).All(fold => fold.Train.Concat(fold.Test).Order().SequenceEqual(Enumerable.Range(0, rows))));

    [Fact]
    public void Folds_are_balanced() => Case.Sample((rows, folds, seed) =>
    {
        int[] sizes = [.. KFold.Split(rows, folds, seed).Select(fold => fold.Test.Count)];
        return sizes.Length == folds && sizes.Max() - sizes.Min() <= 1;
    });

    [Fact]
    public void The_seed_decides()
    {
        Assert.Equal(KFold.Split(30, 5, 1).Select(fold => fold.Test), KFold.Split(30, 5, 1).Select(fold => fold.Test));
        Assert.NotEqual(KFold.Split(30, 5, 1).Select(fold => fold.Test), KFold.Split(30, 5, 2).Select(fold => fold.Test));
        Assert.NotEqual(Enumerable.Range(0, 6), KFold.Split(30, 5, 1)[0].Test);
    }

    [Fact]
    public void More_folds_than_rows_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => KFold.Split(4, 5, 1));
}
