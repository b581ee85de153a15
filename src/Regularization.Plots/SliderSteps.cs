using Chart = Regularization.Course.Chart;

namespace Regularization.Plots;

/// <summary>The steps of a slider as updates of the traces that move: every property in which a step differs from another, for every such trace.</summary>
internal static class SliderSteps
{
    public static DynamicObj.DynamicObj[] Of(Chart chart)
    {
        if (chart.Slider is not { } slider)
            return [];
        int[] moving = [.. Enumerable.Range(0, chart.Layers.Length).Where(i => slider.Steps.Any(s => s.Layers.Any(l => l.Name == chart.Layers[i].Name)))];
        var states = Enumerable.Range(0, slider.Steps.Length)
            .Select(k => chart.At(k)).Select(c => moving.Select(i => Leaves(Traces.Of(c.Layers[i], c))).ToArray()).ToArray();
        string[] paths = [.. states.SelectMany(s => s.SelectMany(t => t.Keys)).Distinct().Where(p => Differs(states, p))];
        return [.. slider.Steps.Select((step, k) => Node.Of(("label", step.Label), ("method", "update"), ("args", Arguments(states[k], paths, moving))))];
    }

    private static object[] Arguments(Dictionary<string, object?>[] traces, string[] paths, int[] moving)
    {
        var change = Node.Of();
        foreach (var path in paths)
            change.SetProperty(path, traces.Select(t => t.GetValueOrDefault(path)).ToArray());
        return [change, Node.Of(), moving];
    }

    private static bool Differs(Dictionary<string, object?>[][] states, string path) =>
        Enumerable.Range(0, states[0].Length).Any(t => states.Any(s => ObjectJson.Write(s[t].GetValueOrDefault(path)) != ObjectJson.Write(states[0][t].GetValueOrDefault(path))));

    /// <summary>The properties of a trace with their paths: <c>x</c>, <c>marker.size</c>.</summary>
    private static Dictionary<string, object?> Leaves(DynamicObj.DynamicObj node, string prefix = "")
    {
        var leaves = new Dictionary<string, object?>();
        foreach (var (name, value) in ObjectJson.Properties(node))
        {
            if (value is DynamicObj.DynamicObj child)
                Leaves(child, $"{prefix}{name}.").ToList().ForEach(l => leaves.Add(l.Key, l.Value));
            else
                leaves.Add(prefix + name, value);
        }

        return leaves;
    }
}
