namespace NotebookKernel;

/// <summary>A cell to execute.</summary>
/// <param name="Code">The C# code.</param>
public sealed record CellRequest(string Code)
{
    /// <summary>What errors call the cell; <c>cell n</c> with the execution count when not given.</summary>
    public string? Label { get; init; }

    /// <summary>How long it may take; no limit when not given.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Who hears of outputs while the cell runs.</summary>
    public IOutputSink? Sink { get; init; }

    /// <summary>Who answers when the cell reads from the console; reading finds the end of the input when not given.</summary>
    public IInputSource? Input { get; init; }

    /// <summary>Whether the execution counts; what a client asks behind the scenes does not.</summary>
    public bool Counted { get; init; } = true;
}
