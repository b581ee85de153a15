namespace NotebookKernel.Tests.Jupyter;

/// <summary>A long day of one kernel. It runs while no other test does, because it measures the memory of the process.</summary>
[CollectionDefinition(nameof(SoakTests), DisableParallelization = true)]
[Collection(nameof(SoakTests))]
public sealed class SoakTests(KernelFixture kernel, ITestOutputHelper output) : IClassFixture<KernelFixture>
{
    private readonly FakeClient _client = kernel.Client;

    [Fact]
    public void Two_thousand_cells_leave_little_behind()
    {
        void Cells(int count)
        {
            for (var i = 0; i < count; i++)
                Assert.Equal("ok", _client.Execute(i % 4 == 0 ? $"var soak{i} = {i};" : $"soak{i / 4 * 4} + {i}").Status);
        }
        Cells(200);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Cells(2_000);
        var growth = (GC.GetTotalMemory(forceFullCollection: true) - before) / 2_000.0;
        output.WriteLine($"{growth / 1000:0.0} kB a cell");
        // A fourth of the cells declare a variable, which stays, with the symbols that the compiler has of it. Growing by the square would be megabytes.
        Assert.InRange(growth, double.MinValue, 200_000);
    }
}
