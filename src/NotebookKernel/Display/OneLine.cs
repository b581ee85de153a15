using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NotebookKernel;

/// <summary>Any value in one line, to a limited depth and length.</summary>
internal static class OneLine
{
    /// <summary>How many elements of a list are written out.</summary>
    public const int Most = 100;

    private const int Deepest = 4;

    public static string Of(object? value, int depth = 0)
    {
        switch (value)
        {
            case null:
                return "null";
            case Type type:
                return type.Name;
            case var _ when Scalar.Is(value.GetType()):
                return Scalar.Short(value);
            case var _ when depth >= Deepest:
                return "…";
            case IEnumerable list when !OverridesToString(value.GetType()):
                return List(list, depth);
            case ITuple tuple:
                return "(" + string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], depth + 1))) + ")";
            case var _ when OverridesToString(value.GetType()):
                return value.ToString()?.ReplaceLineEndings(" ") ?? "";
            default:
                return Object(value, depth);
        }
    }

    public static string List(IEnumerable list, int depth = 0)
    {
        var items = list.Cast<object?>().Take(Most + 1).Select(item => Of(item, depth + 1)).ToList();
        if (items.Count > Most)
            items[Most] = list is ICollection { Count: var count } ? $"… {count - Most} more" : "… more";
        return "[" + string.Join(", ", items) + "]";
    }

    private static string Object(object value, int depth)
    {
        var type = value.GetType();
        var members = Members.AreShownFor(type) ? Members.Of(type) : [];
        var name = type.Name.StartsWith('<') ? "" : type.Name.Split('`')[0];
        if (members.Count == 0)
            return name;
        return $"{name} {{ {string.Join(", ", members.Select(m => $"{m.Name} = {Of(m.Get(value), depth + 1)}"))} }}".TrimStart();
    }

    // What the compiler writes for records and anonymous types recurses without end in a cycle, and spells numbers in full.
    private static bool OverridesToString(Type type)
    {
        var method = type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, [])!;
        return method.DeclaringType is { } declaring
            && declaring != typeof(object)
            && declaring.DeclaringType != typeof(ValueType)
            && !method.IsDefined(typeof(CompilerGeneratedAttribute))
            && !declaring.IsDefined(typeof(CompilerGeneratedAttribute))
            && declaring.Namespace != "System.Collections.Generic";
    }
}
