using System.Text.Json.Nodes;
using NotebookKernel;

namespace CourseCli;

/// <summary>What every lesson's file says about its kernel and language, the same in all of them.</summary>
/// <remarks>
/// <c>kernelspec</c> names our kernel for Jupyter and VS Code; from its language and <c>language_info</c> Verso knows that it is C#;
/// <c>polyglot_notebook</c> tells Polyglot Notebooks which of its languages the cells are in.
/// </remarks>
internal static class LessonMetadata
{
    private static JsonObject Fields => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = KernelSpec.DisplayName, ["language"] = "C#", ["name"] = KernelSpec.Name },
        ["language_info"] = new JsonObject { ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "C#", ["pygments_lexer"] = "csharp" },
        ["polyglot_notebook"] = new JsonObject
        {
            ["kernelInfo"] = new JsonObject
            {
                ["defaultKernelName"] = "csharp",
                ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["name"] = "csharp" }),
            },
        },
    };

    /// <summary>The notebook with these fields as they should be and its other ones as they are.</summary>
    public static Notebook WithLessonMetadata(this Notebook notebook)
    {
        var metadata = (JsonObject)notebook.Metadata.DeepClone();
        foreach (var (name, value) in Fields)
            metadata[name] = value!.DeepClone();
        return notebook with { Metadata = metadata };
    }

    /// <summary>The fields that are missing or different.</summary>
    public static IEnumerable<string> Findings(Notebook notebook) =>
        from field in Fields
        where !JsonNode.DeepEquals(notebook.Metadata[field.Key], field.Value)
        select $"metadata: {field.Key} is not the course's; `course clean` sets it";
}
