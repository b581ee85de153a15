namespace NotebookKernel;

/// <summary>Copies of notebooks with other outputs.</summary>
public static class Outputs
{
    extension(Notebook notebook)
    {
        /// <summary>The notebook as a learner gets it: no outputs, no execution counts, no timings of an execution.</summary>
        public Notebook WithoutOutputs() => throw new NotImplementedException();

        /// <summary>The code cells, top to bottom.</summary>
        public IEnumerable<CodeCell> CodeCells => notebook.Cells.OfType<CodeCell>();
    }
}
