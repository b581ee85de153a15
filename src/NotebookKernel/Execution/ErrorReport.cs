using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace NotebookKernel;

/// <summary>Turns what went wrong into a <see cref="CellError"/> that speaks of cells and lines, and of nothing else.</summary>
/// <param name="sources">The cells executed so far, by label.</param>
/// <param name="cellOf">The cell that an assembly is.</param>
internal sealed partial class ErrorReport(IReadOnlyDictionary<string, CellSource> sources, Func<Assembly, LoadedCell?> cellOf)
{
    private const int MostErrors = 10;
    private const int MostPlaces = 30;

    /// <summary>A place in the learner's code.</summary>
    private sealed record Place(string File, int Line, string? Method, string? Text)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"   at {File}, line {Line}{(Method is null ? "" : $", in {Method}")}")
            + (Text is null ? "" : $": {Text.Trim()}");
    }

    public CellError Compilation(string label, CellCompilationException exception)
    {
        var lines = exception.Errors.Take(MostErrors).SelectMany(Describe).ToImmutableArray();
        if (exception.Errors.Count > MostErrors)
            lines = lines.Add(string.Create(CultureInfo.InvariantCulture, $"… and {exception.Errors.Count - MostErrors} more errors"));

        var first = exception.Errors[0];
        var at = first.Location.GetLineSpan();
        var inSource = first.Location.IsInSource;
        return new(CellErrorKind.Compilation, "CompilationError", $"{first.Id}: {first.GetMessage(CultureInfo.InvariantCulture)}",
            inSource ? at.Path : label, inSource ? at.StartLinePosition.Line + 1 : null, inSource ? at.StartLinePosition.Character + 1 : null,
            inSource ? Text(at.Path, at.StartLinePosition.Line + 1) : null, lines);
    }

    /// <summary>A line such as <c>#r</c> that cannot be followed.</summary>
    public static CellError Directive(DirectiveException exception)
    {
        var (source, line, message) = (exception.Cell!, exception.Line, exception.Message);
        return new(CellErrorKind.Compilation, "CompilationError", message, source.Label, line, 1, source.LineAt(line),
            [string.Create(CultureInfo.InvariantCulture, $"{source.Label}, line {line}: {message}"), $"    {source.LineAt(line)}"]);
    }

    public static CellError Stopped(CellErrorKind kind, string label, string message, bool abandoned)
    {
        if (abandoned)
            message += " Something that it called does not stop: it goes on in the background until it returns, or the kernel is restarted.";
        return new(kind, kind == CellErrorKind.TimedOut ? "TimeoutException" : "Interrupted", message, label, null, null, null, [message]);
    }

    public CellError Thrown(string label, Exception exception)
    {
        exception = Unwrap(exception);
        var places = Places(exception);
        var lines = new List<string> { $"{Name(exception)}: {exception.Message}" };
        lines.AddRange(places.Select(p => p.ToString()));
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            lines.Add($" ---> {Name(inner)}: {inner.Message}");
            lines.AddRange(Places(inner).Select(p => p.ToString()));
        }
        var place = places.FirstOrDefault();
        return new(CellErrorKind.Exception, Name(exception), exception.Message, place?.File ?? label, place?.Line, null, place?.Text,
            [.. lines.SelectMany(l => l.ReplaceLineEndings("\n").Split('\n'))]);
    }

    // Exceptions that only carry another one say nothing themselves.
    private static Exception Unwrap(Exception exception)
    {
        while (exception is AggregateException or TargetInvocationException && exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }

    private static string Name(Exception exception) => exception.GetType().Name.Split('`')[0];

    // Of an endless recursion, a hundred thousand calls have the same to say.
    private List<Place> Places(Exception exception) =>
        [.. (from frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames()
             let method = frame.GetMethod()
             where method is not null
             let cell = cellOf(method.Module.Assembly)
             where cell is not null
             let line = cell.HasLines ? frame.GetFileLineNumber() : 1
             let file = cell.HasLines ? frame.GetFileName() : cell.Label
             where line > 0 && file is not null
             select new Place(file, line, MethodName(method), Text(file, line))).Take(MostPlaces)];

    private IEnumerable<string> Describe(Diagnostic error)
    {
        var message = $"error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
        if (!error.Location.IsInSource)
            return [message];

        var at = error.Location.GetLineSpan();
        var (line, column) = (at.StartLinePosition.Line + 1, at.StartLinePosition.Character + 1);
        var place = string.Create(CultureInfo.InvariantCulture, $"{at.Path}, line {line}, column {column}: {message}");
        return Text(at.Path, line) is not { } text ? [place]
            : [place, $"    {text}", $"    {new string([.. text.Take(column - 1).Select(c => c == '\t' ? '\t' : ' ')])}^"];
    }

    private string? Text(string file, int line) =>
        sources.TryGetValue(file, out var source) ? source.LineAt(line)
        : File.Exists(file) ? File.ReadLines(file).ElementAtOrDefault(line - 1)
        : null;

    /// <summary>The name that the learner wrote, <see langword="null"/> for code outside of any function.</summary>
    private static string? MethodName(MethodBase method)
    {
        if (method.Name is ".ctor" or ".cctor")
            return method.DeclaringType?.Name is { } type && !type.StartsWith("Submission#", StringComparison.Ordinal) ? "new " + type : null;
        var written = method.Name == "MoveNext" ? method.DeclaringType!.Name : method.Name;
        if (LocalFunction().Match(written) is { Success: true } local)
            return local.Groups[1].Value;
        var name = written.StartsWith('<') ? written.TrimStart('<').Split('>')[0] : written;
        return name is "Initialize" or "Factory" or "" or "MoveNext" ? null : name;
    }

    [GeneratedRegex("g__([^|]+)\\|")]
    private static partial Regex LocalFunction();
}
