using System.Net;

namespace NotebookKernel;

/// <summary>What every page has around its content: head, skip link, bar, footer.</summary>
internal static class PageFrame
{
    public static string Html(string title, string course, string main, string navigation, string footer, string? plotly) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Encode(title)}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="assets/course.css">
        <script src="assets/course.js"></script>{(plotly is null ? "" : $"\n<script src=\"assets/{plotly}\" async></script>")}
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="bar"><a class="home" href="index.html">{Encode(course)}</a><button type="button" class="theme" aria-label="Change between light and dark">◐</button></header>
        {navigation}
        <main id="content" tabindex="-1">
        {main}
        </main>
        <footer>{Encode(footer)}</footer>
        </body>
        </html>

        """;

    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
