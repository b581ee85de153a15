namespace Regularization.Plots;

/// <summary>A node of Plotly.NET's object tree, from names and values.</summary>
internal static class Node
{
    public static DynamicObj.DynamicObj Of(params ReadOnlySpan<(string Name, object? Value)> properties) =>
        new DynamicObj.DynamicObj().With(properties);

    /// <summary>The node with more properties; those without a value are left out.</summary>
    public static T With<T>(this T node, params ReadOnlySpan<(string Name, object? Value)> properties) where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in properties)
        {
            if (value is not null)
                node.SetProperty(name, value);
        }

        return node;
    }
}
