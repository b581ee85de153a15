using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Copies of notebooks with other outputs.</summary>
public static class Outputs
{
    extension(Notebook notebook)
    {
        /// <summary>The notebook as a learner gets it: no outputs, no execution counts, no timings of an execution.</summary>
        public Notebook WithoutOutputs() =>
            notebook with { Cells = [.. notebook.Cells.Select(cell => cell is CodeCell code ? Cleared(code) : cell)] };

        /// <summary>The code cells, top to bottom.</summary>
        public IEnumerable<CodeCell> CodeCells => notebook.Cells.OfType<CodeCell>();
    }

    // Jupyter keeps times and state of the last execution in a cell's metadata: they differ from run to run.
    private static CodeCell Cleared(CodeCell cell)
    {
        var metadata = (JsonObject)cell.Metadata.DeepClone();
        foreach (var key in new[] { "execution", "ExecuteTime", "collapsed", "scrolled" })
            metadata.Remove(key);
        return cell with { Metadata = metadata, ExecutionCount = null, Outputs = [] };
    }
}
