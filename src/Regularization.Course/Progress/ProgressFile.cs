using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Regularization.Course;

/// <summary>The file cannot be read.</summary>
/// <param name="message">Which file, what it holds, and what was expected.</param>
public sealed class ProgressException(string message) : Exception(message);

/// <summary>The small file beside the notebooks that remembers which exercises were solved.</summary>
/// <remarks>JSON: <c>{"version": 1, "exercises": {"l1.soft-threshold": {"passed": true, "attempts": 2}}}</c>, sorted, without times or names.
/// It is written to a second file first and then renamed, under a lock that other processes heed, so that nothing is lost or half written.</remarks>
/// <param name="path">The file; it need not exist.</param>
public sealed class ProgressFile(string path)
{
    /// <summary>The file's name.</summary>
    public const string Name = "progress.json";

    private const int Version = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>What it says, by exercise; empty when there is no file.</summary>
    /// <exception cref="ProgressException">It is not such a file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public ImmutableSortedDictionary<string, ExerciseRecord> Read()
    {
        if (!File.Exists(Path))
            return Empty;
        try
        {
            var file = JsonNode.Parse(File.ReadAllText(Path)) as JsonObject;
            if ((int?)file?["version"] != Version)
                throw new FormatException($"the version is {file?["version"]?.ToJsonString() ?? "missing"}; expected {Version}");
            return Empty.AddRange(file!["exercises"]!.AsObject().Select(e => KeyValuePair.Create(e.Key,
                new ExerciseRecord((bool)e.Value!["passed"]!, (int)e.Value["attempts"]!))));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or NullReferenceException or OverflowException)
        {
            throw new ProgressException($"{Path} is not a progress file: {e.Message.TrimEnd('.')}. Repair it, or delete it to start afresh.");
        }
    }

    /// <summary>Replaces what it says.</summary>
    /// <param name="change">What it will say, given what it says now.</param>
    /// <exception cref="ProgressException">What is there is not such a file; it stays as it is.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Change(Func<ImmutableSortedDictionary<string, ExerciseRecord>, ImmutableSortedDictionary<string, ExerciseRecord>> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var alone = Lock();
        var before = Read();
        var after = change(before);
        if (ReferenceEquals(before, after))
            return;
        var json = new JsonObject
        {
            ["version"] = Version,
            ["exercises"] = new JsonObject(after.Select(e => KeyValuePair.Create(e.Key,
                (JsonNode?)new JsonObject { ["passed"] = e.Value.Passed, ["attempts"] = e.Value.Attempts }))),
        };
        var temporary = Path + ".tmp";
        File.WriteAllText(temporary, json.ToJsonString(Indented) + "\n");
        File.Move(temporary, Path, overwrite: true);
    }

    private static ImmutableSortedDictionary<string, ExerciseRecord> Empty { get; } = ImmutableSortedDictionary.Create<string, ExerciseRecord>(StringComparer.Ordinal);

    // The lock file stays: deleting it would let two processes hold a lock each, one on a file that is gone.
    private FileStream Lock()
    {
        for (var deadline = DateTime.UtcNow + Patience; ;)
        {
            try
            {
                return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && DateTime.UtcNow < deadline)
            {
                Thread.Sleep(10);
            }
        }
    }
}
