using System.Text.Json.Nodes;
using CourseCli;
using NotebookKernel;

namespace Course.Tests.Kernel;

/// <summary>The metadata by which other programs find the kernel for a lesson.</summary>
public class LessonMetadataTests
{
    private static readonly CourseFolder Clone = CourseFolder.Find();

    [Fact]
    public void Every_lesson_names_our_kernel()
    {
        foreach (var path in Clone.Select([]))
        {
            var metadata = NotebookFile.Read(path).Metadata;
            Assert.Equal(("course-csharp", "C#"), ((string?)metadata["kernelspec"]!["name"], (string?)metadata["kernelspec"]!["language"]));
            Assert.Equal(".cs", (string?)metadata["language_info"]!["file_extension"]);
            Assert.Equal("csharp", (string?)metadata["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
        }
    }

    [Fact]
    public void Another_kernel_is_found_and_set_right_and_other_fields_stay()
    {
        var foreign = new Notebook([], new JsonObject { ["title"] = "T", ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp" } });
        Assert.Equal(3, LessonMetadata.Findings(foreign).Count());
        var ours = foreign.WithLessonMetadata();
        Assert.Empty(LessonMetadata.Findings(ours));
        Assert.Equal("T", (string?)ours.Metadata["title"]);
        Assert.Equal(".net-csharp", (string?)foreign.Metadata["kernelspec"]!["name"]);
    }

    [Fact]
    public void Only_notebooks_of_the_course_are_lessons()
    {
        Assert.All(Clone.Select([]), path => Assert.True(Clone.IsLesson(path)));
        Assert.False(Clone.IsLesson(Path.Combine(Path.GetTempPath(), "mine.ipynb")));
        Assert.False(Clone.IsLesson(Path.Combine(Clone.Notebooks, "sub", "mine.ipynb")));
    }
}
