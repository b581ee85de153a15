using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;

namespace NotebookKernel;

/// <summary>What every cell can call without a prefix.</summary>
public static class CellHelpers
{
    /// <summary>Shows a value below the cell, before the cell ends.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeType">The one MIME type to show it in; the preferred ones when not given.</param>
    /// <returns>The shown value, which may be updated.</returns>
#pragma warning disable IDE1006 // Lower case, because that is its name on every notebook host.
    public static DisplayedValue display(object? value, string? mimeType = null)
#pragma warning restore IDE1006
    {
        var session = SessionOutput.Current
            ?? throw new InvalidOperationException("display works in the cells of a notebook only.");
        var shown = new DisplayedValue(session, session.NextDisplayId(), mimeType);
        session.Post(new DisplayOutput(DisplayFormatters.Bundle(value, mimeType), new JsonObject()), shown.Id);
        return shown;
    }

    /// <summary>Shows a value below the cell: <c>display(x)</c> as a method of the value.</summary>
    public static DisplayedValue Display(this object? value, string? mimeType = null) => display(value, mimeType);

    /// <summary>Takes away what the cell has put out so far.</summary>
    /// <param name="wait">Only when the next output comes, so that nothing flickers.</param>
    public static void ClearOutput(bool wait = false) => SessionOutput.Current?.Clear(wait);

    /// <summary>Ends the cell if it was interrupted. The kernel puts a call into every loop of a cell.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Checkpoint() => InterruptibleThread.Checkpoint();

    /// <summary>Shows a string that is content of a MIME type already, such as <c>text/html</c> or <c>text/markdown</c>.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => display(new Content(value), mimeType);

    /// <summary>Throws while there is still stack to throw on. The kernel puts a call into every function of a cell.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Descend()
    {
        InterruptibleThread.Checkpoint();
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <summary>A string that is HTML already.</summary>
    public static IHtmlContent HTML(string html) => new HtmlString(html);

    /// <summary>A string that is an SVG picture.</summary>
    public static IHtmlContent SVG(string svg) => new HtmlString(svg);

    /// <summary>A style sheet for the page that the notebook is shown in.</summary>
    public static DisplayedValue CSS(string css) => display(HTML($"<style>{css}</style>"));

    /// <summary>Runs a script in the page that the notebook is shown in.</summary>
    public static DisplayedValue Javascript(string script) => display(HTML($"<script type=\"text/javascript\">{script}</script>"));

    /// <summary>The same helpers under the name that .NET Interactive's notebooks know.</summary>
    public static class Kernel
    {
#pragma warning disable IDE1006 // Lower case, because that is its name on every notebook host.
        /// <inheritdoc cref="CellHelpers.display"/>
        public static DisplayedValue display(object? value, string? mimeType = null) => CellHelpers.display(value, mimeType);
#pragma warning restore IDE1006

        /// <inheritdoc cref="CellHelpers.HTML"/>
        public static IHtmlContent HTML(string html) => CellHelpers.HTML(html);

        /// <inheritdoc cref="CellHelpers.CSS"/>
        public static DisplayedValue CSS(string css) => CellHelpers.CSS(css);

        /// <inheritdoc cref="CellHelpers.Javascript"/>
        public static DisplayedValue Javascript(string script) => CellHelpers.Javascript(script);

        /// <summary>Asks whoever runs the notebook for a line of text.</summary>
        public static Task<string?> GetInputAsync(string prompt = "") => Task.FromResult(Ask(prompt, isPassword: false));

        /// <summary>Asks for a line of text that is not shown.</summary>
        public static Task<string?> GetPasswordAsync(string prompt = "") => Task.FromResult(Ask(prompt, isPassword: true));

        private static string? Ask(string prompt, bool isPassword) => (SessionOutput.Current?.Input as SessionInput)?.Ask(prompt, isPassword);
    }
}

/// <summary>Text that is not formatted any more.</summary>
internal sealed record Content(string Text);

/// <summary>A value that <c>display</c> has shown.</summary>
public sealed class DisplayedValue
{
    private readonly SessionOutput _session;
    private readonly string? _mimeType;

    internal DisplayedValue(SessionOutput session, string id, string? mimeType) =>
        (_session, Id, _mimeType) = (session, id, mimeType);

    /// <summary>The id that the value was shown with.</summary>
    public string Id { get; }

    /// <summary>Shows another value in place of this one.</summary>
    public void Update(object? value) =>
        _session.Update(new DisplayOutput(DisplayFormatters.Bundle(value, _mimeType), new JsonObject()), Id);
}
