namespace NotebookKernel.Tests;

/// <summary>Packages from a folder that is the only package source, so that no network is needed.</summary>
public sealed class PackageTests : IDisposable
{
    // A name of its own in every run: nothing of an earlier one may be found in a cache.
    private readonly string _id = "NotebookKernelTest" + Guid.NewGuid().ToString("N")[..12];
    private readonly TestLibrary _library = new();

    public PackageTests()
    {
        _library.Pack(_id, "1.2.3", _library.Compile(_id, "public static class Packed { public static string Hello => \"from a package\"; }"));
        File.Delete(Path.Combine(_library.Folder, _id + ".dll"));
    }

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task A_package_is_restored_shown_and_kept()
    {
        using CSharpSession session = new(_library.Folder), again = new(_library.Folder), newest = new(_library.Folder);
        var code = $"var before = 1;\n#r \"nuget: {_id}, 1.2.3\"\nPacked.Hello";
        var sink = new Progress();
        var result = await session.ExecuteAsync(code, sink: sink, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([$"Installed {_id} 1.2.3", "from a package"], Shown(result));
        Assert.Equal($"Restoring {_id} 1.2.3 …", sink.First);

        // The second time nothing is fetched: the source may be gone.
        Directory.Delete(Path.Combine(_library.Folder, "source"), recursive: true);
        Assert.Equal([$"Installed {_id} 1.2.3", "from a package"], Shown(await Run(again, code)));

        // Nor can anybody say which version is the newest: the one that is here does.
        Assert.Equal([$"Installed {_id} 1.2.3", "from a package"], Shown(await Run(newest, $"#r \"nuget: {_id}\"\nPacked.Hello")));
        Assert.Equal([_id.ToLowerInvariant()], newest.Intelligence.Complete($"#r \"nuget: {_id}", 11 + _id.Length).Items.Select(i => i.Text));
        Assert.Equal(["1.2.3"], newest.Intelligence.Complete($"#r \"nuget: {_id}, 1", 14 + _id.Length).Items.Select(i => i.Text));
    }

    [Fact]
    public async Task A_failure_is_one_sentence()
    {
        using var session = new CSharpSession(_library.Folder);
        Assert.Equal("#r: cannot get the package NoSuchPackageAnywhere 1.0.0: no package source has one of this name (looked in local) (NU1101).",
            await Message(session, "#r \"nuget: NoSuchPackageAnywhere, 1.0.0\""));
        Assert.Equal($"#r: cannot get the package {_id} 7.0.0: there is no such version; the nearest is 1.2.3 (NU1102).",
            await Message(session, $"#r \"nuget: {_id}, 7.0.0\""));
        Assert.Equal("#i expects a package source: #i \"nuget: address or folder\".", await Message(session, "#i \"somewhere\""));
        // A failed package is not asked for again with the next one.
        Assert.Equal([$"Installed {_id} 1.2.3", "2"], Shown(await Run(session, $"#r \"nuget: {_id}\"\n1 + 1")));
    }

    [Fact]
    public async Task A_source_that_is_gone_is_named()
    {
        Directory.Delete(Path.Combine(_library.Folder, "source"), recursive: true);
        using var session = new CSharpSession(_library.Folder);
        var message = await Message(session, $"#r \"nuget: {_id}, 1.2.3\"");
        Assert.StartsWith($"#r: cannot get the package {_id} 1.2.3: a package source cannot be reached, and the package is not in the local cache", message, StringComparison.Ordinal);
        Assert.Single(message.Split('\n'));
    }

    [Fact]
    public async Task A_source_is_added()
    {
        var other = Path.Combine(_library.Folder, "other");
        Directory.Move(Path.Combine(_library.Folder, "source"), other);
        Directory.CreateDirectory(Path.Combine(_library.Folder, "source"));
        using var session = new CSharpSession(_library.Folder);
        Assert.Equal([$"Installed {_id} 1.2.3", "from a package"], Shown(await Run(session, $"#i \"nuget: other\"\n#r \"nuget: {_id}, 1.2.3\"\nPacked.Hello")));
    }

    [Fact]
    public async Task Native_libraries_of_a_package_are_found()
    {
        // Any native library will do; the framework has one everywhere.
        var native = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*System.IO.Compression.Native.*").First(f => !f.EndsWith(".a", StringComparison.Ordinal));
        var id = _id + "Native";
        var name = "lib" + id;
        var code = $$"""
            using System.Runtime.InteropServices;
            public static class Checksum
            {
                [DllImport("{{id}}")] private static extern uint CompressionNative_Crc32(uint crc, byte[] buffer, int length);
                public static uint Of(byte[] bytes) => CompressionNative_Crc32(0, bytes, bytes.Length);
            }
            """;
        _library.Pack(id, "1.0.0", _library.Compile(id, code), native, OperatingSystem.IsWindows() ? id : name);
        File.Delete(Path.Combine(_library.Folder, id + ".dll"));
        using var session = new CSharpSession(_library.Folder);
        // The check value of CRC-32.
        Assert.Equal([$"Installed {id} 1.0.0", "cbf43926"], Shown(await Run(session, $"#r \"nuget: {id}, 1.0.0\"\nChecksum.Of(\"123456789\"u8.ToArray()).ToString(\"x\")")));
    }

    private static async Task<string> Message(CSharpSession session, string code) => (await Run(session, code)).Error!.Message;

    private static IEnumerable<string?> Shown(CellResult result)
    {
        Assert.Null(result.Error);
        return result.Outputs.Select(o => o is DisplayOutput display ? display.Data.Text("text/plain") : ((ResultOutput)o).Data.Text("text/plain"));
    }

    private static Task<CellResult> Run(CSharpSession session, string code) =>
        session.ExecuteAsync(code, timeout: TimeSpan.FromMinutes(4), cancellationToken: TestContext.Current.CancellationToken);

    private sealed class Progress : IOutputSink
    {
        public string? First { get; private set; }

        public void Write(CellOutput output, string? displayId) => First ??= (output as DisplayOutput)?.Data.Text("text/plain");

        public void Update(CellOutput output, string displayId)
        {
        }
    }
}
