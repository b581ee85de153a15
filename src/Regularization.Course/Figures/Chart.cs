using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>The description of a figure as data: what is drawn, and the sentence that says what it shows.</summary>
/// <remarks>It knows no plotting library, and is turned into a <see cref="Figure"/> by an <see cref="IChartRenderer"/> (docs/decisions/0003).</remarks>
public sealed record Chart
{
    /// <summary>A chart; its description is the alt text and must say what there is to see, with numbers from the data.</summary>
    public Chart(string title, string description, params IEnumerable<Layer> layers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        (Title, Description, Layers) = (title, description, [.. layers]);
        if (Layers.GroupBy(l => l.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Count()} layers are called '{twice.Key}'; expected a name of its own for each.", nameof(layers));
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The alt text: a sentence that says what the chart shows.</summary>
    public string Description { get; }

    /// <summary>What is drawn, from back to front.</summary>
    public ImmutableArray<Layer> Layers { get; private init; }

    /// <summary>A smaller line under the title.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The horizontal axis.</summary>
    public Axis XAxis { get; init; } = new("");

    /// <summary>The vertical axis.</summary>
    public Axis YAxis { get; init; } = new("");

    /// <summary>Whether a unit is as long on both axes, so that circles are round.</summary>
    public bool EqualAspect { get; init; }

    /// <summary>The height of the picture in pixels, without title, legend and slider; the width is that of the page.</summary>
    public int Height { get; init; } = 340;

    /// <summary>A slider that moves some of the layers.</summary>
    public Slider? Slider { get; init => field = Fitting(value); }

    /// <summary>The data behind the picture, <see langword="null"/> to list the points of the layers.</summary>
    public Table? Table { get; init; }

    /// <summary>The figure, drawn by the renderer of <see cref="ChartRenderer.Load()"/>.</summary>
    public Figure Draw() => Figure.From(this, ChartRenderer.Load());

    /// <summary>The alt text.</summary>
    public override string ToString() => Description;

    /// <summary>The chart as it looks at one step of its slider.</summary>
    public Chart At(int step)
    {
        var slider = Slider ?? throw new InvalidOperationException($"Chart '{Title}' has no slider.");
        var moved = slider.Steps[step].Layers.ToDictionary(l => l.Name);
        return this with { Layers = [.. Layers.Select(l => moved.GetValueOrDefault(l.Name, l))], Slider = null };
    }

    /// <summary>The slider, once every layer of its steps has a layer of the same name and kind to replace.</summary>
    private Slider? Fitting(Slider? slider)
    {
        if (slider is { Steps.Length: 0 } || slider?.Active >= slider?.Steps.Length)
            throw new ArgumentException($"Slider '{slider!.Label}' starts at step {slider.Active} of {slider.Steps.Length}; expected one of its steps.", nameof(slider));
        foreach (var (step, layer) in slider?.Steps.SelectMany(s => s.Layers.Select(l => (s, l))) ?? [])
        {
            if (Layers.FirstOrDefault(l => l.Name == layer.Name)?.GetType() != layer.GetType())
                throw new ArgumentException($"Step '{step.Label}' moves a {layer.GetType().Name} '{layer.Name}', which the chart does not have.", nameof(slider));
        }

        return slider;
    }
}
