using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel;

/// <summary>Puts questions into a cell: into every loop, has somebody interrupted it? Into every function, is there stack left?</summary>
/// <remarks>A thread that does not ask cannot be stopped without danger for the process (docs/decisions/0004), and a stack that overflows
/// always ends it. A learner's own loops, recursions, and functions handed to endless sequences are what never ends, and they can ask.
/// Lines keep their numbers, columns do not.</remarks>
internal static class Checkpoints
{
    private const string Loop = "global::NotebookKernel.CellHelpers.Checkpoint();";
    private const string Function = "global::NotebookKernel.CellHelpers.Descend();";

    private sealed record Insertion(int At, int Order, string Text);

    /// <summary>The code with the questions, or <see langword="null"/> when there are none to put or it cannot be parsed.</summary>
    public static string? Insert(SyntaxTree tree)
    {
        var root = tree.GetCompilationUnitRoot();
        if (root.ContainsDiagnostics)
            return null;
        var inserts = root.DescendantNodes().SelectMany((node, order) => InLoop(node, order) ?? InFunction(node, order)).ToList();
        if (inserts.Count == 0)
            return null;

        // From the end, so that positions stay true; at one place, the outer one comes first.
        var code = new StringBuilder(root.ToFullString());
        foreach (var (at, _, text) in inserts.OrderByDescending(i => i.At).ThenByDescending(i => i.Order))
            code.Insert(at, text);
        return code.ToString();
    }

    private static IEnumerable<Insertion>? InLoop(SyntaxNode node, int order) => Body(node) switch
    {
        null => null,
        BlockSyntax block => [new(block.OpenBraceToken.Span.End, order, Loop)],
        var body => [new(body.SpanStart, order, "{" + Loop), new(body.Span.End, -order, "}")],
    };

    private static StatementSyntax? Body(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        _ => null,
    };

    private static IEnumerable<Insertion> InFunction(SyntaxNode node, int order) => node switch
    {
        BaseMethodDeclarationSyntax { Body: { } body } => [new(body.OpenBraceToken.Span.End, order, Function)],
        LocalFunctionStatementSyntax { Body: { } body } => [new(body.OpenBraceToken.Span.End, order, Function)],
        AccessorDeclarationSyntax { Body: { } body } => [new(body.OpenBraceToken.Span.End, order, Function)],
        AnonymousFunctionExpressionSyntax { Block: { } body } => [new(body.OpenBraceToken.Span.End, order, Function)],
        LambdaExpressionSyntax { ExpressionBody: { } body } lambda => Lambda(lambda, body, order),
        MethodDeclarationSyntax { ExpressionBody: { } arrow } method => Expression(arrow, method.SemicolonToken, Returns(method.ReturnType, method.Modifiers), order),
        LocalFunctionStatementSyntax { ExpressionBody: { } arrow } local => Expression(arrow, local.SemicolonToken, Returns(local.ReturnType, local.Modifiers), order),
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } property => Expression(arrow, property.SemicolonToken, "get { " + Function + "return ", order, " }"),
        _ => [],
    };

    // A => x;  becomes  { question; return x; }, on the same lines.
    private static IEnumerable<Insertion> Expression(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string? begin, int order, string end = "")
    {
        if (begin is null || arrow.Expression is ThrowExpressionSyntax or RefExpressionSyntax)
            return [];
        // What calls nothing does not descend, and small formulas stay as fast as they are. A property needs no call to name itself.
        if (arrow.Parent is not PropertyDeclarationSyntax && !arrow.DescendantNodes().Any(n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax))
            return [];
        return [new(arrow.ArrowToken.SpanStart, order, "{" + begin + "/*"), new(arrow.ArrowToken.Span.End, order, "*/"), new(semicolon.Span.End, -order, end + "}")];
    }

    // Only an expression that cannot stand alone surely has a value to return. In an expression tree the result does not compile, and then
    // the cell does without questions.
    private static IEnumerable<Insertion> Lambda(LambdaExpressionSyntax lambda, ExpressionSyntax body, int order) =>
        body is InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax
            or PrefixUnaryExpressionSyntax or BaseObjectCreationExpressionSyntax or ConditionalAccessExpressionSyntax or ThrowExpressionSyntax
            or RefExpressionSyntax or ParenthesizedExpressionSyntax
        || lambda.Modifiers.Any(SyntaxKind.AsyncKeyword)
            ? [] : [new(body.SpanStart, order, "{" + Loop + "return "), new(body.Span.End, -order, ";}")];

    private static string? Returns(TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (type is RefTypeSyntax)
            return null;
        var isAsync = modifiers.Any(SyntaxKind.AsyncKeyword);
        var isVoid = type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || (isAsync && type.ToString().Split('.')[^1] is "Task" or "ValueTask");
        return isVoid ? Function : Function + "return ";
    }
}
