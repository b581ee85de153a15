using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>A slider under a chart: every step replaces the layers that move. All steps are computed beforehand.</summary>
/// <param name="Label">What it changes, with its symbol.</param>
/// <param name="Steps">The steps, at least one.</param>
public sealed record Slider(string Label, ImmutableArray<SliderStep> Steps)
{
    /// <summary>A slider with these steps.</summary>
    public Slider(string label, params IEnumerable<SliderStep> steps) : this(label, ImmutableArray.CreateRange(steps)) { }

    /// <summary>The number of the step that is shown first.</summary>
    public int Active { get; init; }
}

/// <summary>One step of a slider.</summary>
/// <param name="Label">The value at this step, short.</param>
/// <param name="Layers">The layers that differ, each in place of the chart's layer of the same name and kind.</param>
public sealed record SliderStep(string Label, ImmutableArray<Layer> Layers)
{
    /// <summary>A step that replaces these layers.</summary>
    public SliderStep(string label, params IEnumerable<Layer> layers) : this(label, ImmutableArray.CreateRange(layers)) { }
}
