using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NotebookKernel;

/// <summary>Any value in one line, to a limited depth and length.</summary>
/// <remarks>The length is limited as a whole too: lists of lists of objects that know each other would fill the memory.</remarks>
internal sealed class OneLine
{
    /// <summary>How many elements of a list are written out.</summary>
    public const int Most = 100;

    private const int Deepest = 4;
    private int _left;

    private OneLine(int values) => _left = values;

    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="values">How many values may be written out in all; what comes after them is <c>…</c>.</param>
    public static string Of(object? value, int values = 2000) => new OneLine(values).Write(value, 0);

    /// <summary>A list, whatever it says of itself.</summary>
    public static string List(IEnumerable list) => new OneLine(2000).WriteList(list, 0);

    private string Write(object? value, int depth)
    {
        if (--_left < 0)
            return "…";
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
                return WriteList(list, depth);
            case ITuple tuple:
                return "(" + string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Write(tuple[i], depth + 1))) + ")";
            case var _ when OverridesToString(value.GetType()):
                return value.ToString()?.ReplaceLineEndings(" ") ?? "";
            default:
                return WriteObject(value, depth);
        }
    }

    private string WriteList(IEnumerable list, int depth)
    {
        var items = list.Cast<object?>().Take(Most + 1).TakeWhile(_ => _left >= 0).Select(item => Write(item, depth + 1)).ToList();
        if (items.Count > Most)
            items[Most] = list is ICollection { Count: var count } ? $"… {count - Most} more" : "… more";
        return "[" + string.Join(", ", items) + "]";
    }

    private string WriteObject(object value, int depth)
    {
        var type = value.GetType();
        var members = Members.AreShownFor(type) ? Members.Of(type) : [];
        var name = type.Name.StartsWith('<') ? "" : type.Name.Split('`')[0];
        if (members.Count == 0)
            return name;
        return $"{name} {{ {string.Join(", ", members.Select(m => $"{m.Name} = {Write(m.Get(value), depth + 1)}"))} }}".TrimStart();
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
