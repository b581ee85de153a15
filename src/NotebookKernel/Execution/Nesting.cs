using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel;

/// <summary>Finds code that is nested so deeply that the compiler could run out of stack, which would end the process.</summary>
/// <remarks>The compiler gives up by itself in most places, not in all: thousands of nested classes, type arguments or lambdas overflow it.</remarks>
internal static class Nesting
{
    /// <summary>How deep code may be nested. What people write stays below thirty.</summary>
    public const int Limit = 250;

    /// <summary>The line that goes too deep, from 1; <see langword="null"/> for code that may be compiled.</summary>
    public static int? TooDeepAt(string code)
    {
        // Counts brackets in strings and comments too, and says no to nearly everything in no time.
        if (Deepest(code) <= Limit)
            return null;
        int brackets = 0, angles = 0;
        foreach (var token in SyntaxFactory.ParseTokens(code))
        {
            var kind = token.Kind();
            if (kind is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken)
                brackets++;
            else if (kind is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken)
                brackets = Math.Max(0, brackets - 1);
            angles = kind switch
            {
                SyntaxKind.LessThanToken => angles + 1,
                SyntaxKind.GreaterThanToken => Math.Max(0, angles - 1),
                _ when MayBeInType(kind) => angles,
                _ => 0,
            };
            var inside = kind == SyntaxKind.InterpolatedStringToken ? Deepest(token.Text) : 0;
            if (brackets + angles + inside > Limit)
                return code.AsSpan(0, token.SpanStart).Count('\n') + 1;
        }
        return null;
    }

    private static bool MayBeInType(SyntaxKind kind) =>
        kind is SyntaxKind.IdentifierToken or SyntaxKind.DotToken or SyntaxKind.CommaToken or SyntaxKind.QuestionToken or SyntaxKind.OpenBracketToken
            or SyntaxKind.CloseBracketToken or SyntaxKind.OpenParenToken or SyntaxKind.CloseParenToken || SyntaxFacts.IsPredefinedType(kind);

    private static int Deepest(string code)
    {
        int depth = 0, deepest = 0;
        foreach (var c in code)
        {
            if (c is '(' or '[' or '{' or '<')
                deepest = Math.Max(deepest, ++depth);
            else if (c is ')' or ']' or '}' or '>' && depth > 0)
                depth--;
        }
        return deepest;
    }
}
