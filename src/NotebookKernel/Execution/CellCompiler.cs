using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace NotebookKernel;

/// <summary>A compiled cell.</summary>
/// <param name="Compilation">The compilation that later cells build on.</param>
/// <param name="Slot">Where the cell's variables will stand among those of the session.</param>
/// <param name="References">How many of the session's references it and those before it have.</param>
/// <param name="Declares">Whether later cells can see anything of it.</param>
/// <param name="Assembly">The code, <see langword="null"/> when there is nothing to run.</param>
/// <param name="Symbols">The debug information that gives stack frames their lines; <see langword="null"/> for a cell of one line.</param>
/// <param name="EntryPoint">Type and method to call.</param>
/// <param name="HasResult">Whether the cell ends in an expression with a value: asked only about <see langword="null"/>, because the answer takes time.</param>
internal sealed record CompiledCell(
    CSharpCompilation Compilation, int Slot, int References, bool Declares, byte[]? Assembly, byte[]? Symbols, (string Type, string Method) EntryPoint, Func<bool> HasResult)
{
    /// <summary>What errors call the cell.</summary>
    public string Label => Compilation.SyntaxTrees[0].FilePath;
}

/// <summary>The code does not compile.</summary>
internal sealed class CellCompilationException(IReadOnlyList<Diagnostic> errors) : Exception("The code does not compile.")
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}

/// <summary>Compiles cells, each seeing what the accepted ones before it declare.</summary>
/// <remarks>Roslyn's script compilation, emitted and loaded by us rather than by its script runner: the session decides which
/// copy of an assembly is loaded, and every cell has line information.</remarks>
internal sealed class CellCompiler(string folder, SessionAssemblies assemblies)
{
    // The first six are what .NET Interactive imports; the helpers are display, HTML and the like.
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "Microsoft.DotNet.Interactive.Formatting", "NotebookKernel.CellHelpers",
    ];

    private static readonly EmitOptions WithSymbols = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly object _gate = new();
    private CSharpCompilation? _previous;
    private CSharpCompilation? _empty;
    private IReadOnlyList<MetadataReference> _known = [];
    private int _accepted;
    private int _slot;
    private int _count;

    /// <summary>What a new cell, or a question about code, builds on: everything that is visible now, and no code.</summary>
    /// <remarks>References are bound here, which is most of the work, and once for all cells that are tried.</remarks>
    public CSharpCompilation Empty
    {
        get
        {
            lock (_gate)
            {
                if (_empty is null || !ReferenceEquals(_known, assemblies.References))
                    _empty = CreateEmpty(_known = assemblies.References);
                return _empty;
            }
        }
    }

    public CompiledCell Compile(CellSource source, CancellationToken cancellationToken)
    {
        try
        {
            if (source.WithCheckpoints() is { } tree)
                return Compile(tree, cancellationToken);
        }
        catch (CellCompilationException)
        {
            // Errors are reported, and places counted, in what the learner wrote.
        }
        return Compile(source.Tree, cancellationToken);
    }

    /// <summary>Makes what the cell declares visible to the cells after it.</summary>
    public void Accept(CompiledCell cell)
    {
        lock (_gate)
            (_previous, _slot, _accepted, _empty) = (cell.Compilation, cell.Slot, cell.References, null);
    }

    private CSharpCompilation CreateEmpty(IReadOnlyList<MetadataReference> references)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: string.Create(CultureInfo.InvariantCulture, $"Submission#{_count}"),
            usings: Imports,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            // A cell is too small to be worth several threads.
            concurrentBuild: false,
            generalDiagnosticOption: ReportDiagnostic.Suppress,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
            sourceReferenceResolver: new LabelKeeper(folder));
        // The compiler takes over what the previous cell references: handed in again, the list doubles with every cell.
        return CSharpCompilation.CreateScriptCompilation(string.Create(CultureInfo.InvariantCulture, $"Submission_{_count}"),
            CellSource.EmptyTree, references.Skip(_accepted), options, _previous, typeof(object));
    }

    // A name that was loaded is spent, also when the cell failed and left no trace.
    private void SpendName()
    {
        lock (_gate)
        {
            _count++;
            _empty = null;
        }
    }

    private CompiledCell Compile(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var empty = Empty;
        var references = _known.Count;
        var compilation = empty.ReplaceSyntaxTree(empty.SyntaxTrees[0], tree);

        // Roslyn gives a slot to a cell with members only; one of nothing but usings has no code.
        var hasCode = compilation.SyntaxTrees.Any(t => ((CSharpSyntaxTree)t).GetCompilationUnitRoot().Members.Count > 0);
        if (!hasCode)
        {
            ThrowOnErrors(compilation.GetDiagnostics(cancellationToken));
            return new(compilation, _slot, references, true, null, null, default, HasResult: () => false);
        }

        // Debug information takes as long as all the rest, and a single line needs none to be found.
        using MemoryStream assembly = new(), symbols = new();
        var hasLines = CellSource.HasLines(tree);
        if (hasLines)
            MakeRoomInThreadPool();
        var emitted = compilation.Emit(assembly, hasLines ? symbols : null,
            options: hasLines ? WithSymbols : null, cancellationToken: cancellationToken);
        ThrowOnErrors(emitted.Diagnostics);
        var declares = CellSource.Declares(tree);
        if (declares)
            SpendName();
        var entry = compilation.GetEntryPoint(cancellationToken)!;
        return new(compilation, _slot + 1, references, declares, assembly.ToArray(), hasLines ? symbols.ToArray() : null,
            (entry.ContainingType.MetadataName, entry.MetadataName), () => HasResult(tree, compilation));
    }

    // The compiler computes the checksums that debug information holds on the thread pool, and waits for them. Behind two hundred tasks of
    // a cell that wait for each other, that would take minutes: the pool adds about one thread a second.
    private static void MakeRoomInThreadPool()
    {
        var waiting = ThreadPool.PendingWorkItemCount;
        if (waiting == 0)
            return;
        ThreadPool.GetMinThreads(out var threads, out var forIo);
        ThreadPool.GetMaxThreads(out var most, out _);
        var wanted = (int)Math.Min(most, ThreadPool.ThreadCount + waiting + 1);
        if (wanted > threads)
            ThreadPool.SetMinThreads(wanted, forIo);
    }

    private static bool HasResult(SyntaxTree tree, CSharpCompilation compilation) =>
        CellSource.LastExpression(tree) is { } last
        && compilation.GetSemanticModel(tree).GetTypeInfo(last).Type?.SpecialType != SpecialType.System_Void;

    // Roslyn would make a path of "cell 3" in the debug information.
    private sealed class LabelKeeper(string folder) : SourceFileResolver([], folder)
    {
        public override string? NormalizePath(string path, string? baseFilePath) => path;
    }

    private static void ThrowOnErrors(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start).ToList();
        if (errors.Count > 0)
            throw new CellCompilationException(errors);
    }
}
