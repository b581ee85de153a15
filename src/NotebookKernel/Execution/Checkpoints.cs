using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel;

/// <summary>Puts a question into every loop of a cell: has somebody interrupted it?</summary>
/// <remarks>Aborting a thread is the only way to stop code that does not ask, and on Linux and macOS it can end the process
/// (dotnet/runtime#72703). A learner's own loops are the ones that never end, and they can ask. Lines keep their numbers, columns do not.</remarks>
internal static class Checkpoints
{
    private const string Question = "global::NotebookKernel.CellHelpers.Checkpoint();";

    /// <summary>The code with the questions, or <see langword="null"/> when it has no loops or cannot be parsed.</summary>
    public static string? Insert(SyntaxTree tree)
    {
        var root = tree.GetCompilationUnitRoot();
        if (root.ContainsDiagnostics)
            return null;
        var inserts = root.DescendantNodes().Select(Body).OfType<StatementSyntax>().SelectMany((body, order) => body is BlockSyntax block
            ? [(At: block.OpenBraceToken.Span.End, Order: order, Text: Question)]
            : new[] { (At: body.SpanStart, Order: order, Text: "{" + Question), (At: body.Span.End, Order: -order, Text: "}") }).ToList();
        if (inserts.Count == 0)
            return null;

        // From the end, so that positions stay true; at one place, the outer loop comes first.
        var code = new StringBuilder(root.ToFullString());
        foreach (var (at, _, text) in inserts.OrderByDescending(i => i.At).ThenByDescending(i => i.Order))
            code.Insert(at, text);
        return code.ToString();
    }

    private static StatementSyntax? Body(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        _ => null,
    };
}
