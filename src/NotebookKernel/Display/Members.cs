using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Html;

namespace NotebookKernel;

/// <summary>The parts of an object that are worth showing, in the order in which they are declared.</summary>
internal static class Members
{
    /// <summary>Whether objects of a type are shown by their parts: records, anonymous types, tuples, and plain classes of a
    /// notebook or a library. The framework's types are left to the display library.</summary>
    public static bool AreShownFor(Type type) =>
        typeof(ITuple).IsAssignableFrom(type)
        || IsPair(type)
        || (type.Namespace is var space
            && space?.StartsWith("System", StringComparison.Ordinal) != true
            && space?.StartsWith("Microsoft", StringComparison.Ordinal) != true
            && !type.IsEnum && !type.IsArray && !typeof(Delegate).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type)
            && !typeof(IHtmlContent).IsAssignableFrom(type) && Of(type).Count > 0);

    public static IReadOnlyList<(string Name, Func<object, object?> Get)> Of(Type type)
    {
        if (typeof(ITuple).IsAssignableFrom(type))
        {
            return [.. Enumerable.Range(0, type.GetGenericArguments().Length)
                .Select(i => ($"Item{i + 1}", (Func<object, object?>)(o => ((ITuple)o)[i])))];
        }
        const BindingFlags Public = BindingFlags.Instance | BindingFlags.Public;
        var properties = type.GetProperties(Public).Where(p => p.CanRead && p.GetMethod!.IsPublic && p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike)
            .DistinctBy(p => p.Name)
            .Select(p => (p.Name, Getter(p.GetValue)));
        return [.. properties, .. type.GetFields(Public).Select(f => (f.Name, Getter(f.GetValue)))];
    }

    // A getter that throws must not hide the others.
    private static Func<object, object?> Getter(Func<object, object?> get) => o =>
    {
        try
        {
            return get(o);
        }
        catch (TargetInvocationException e)
        {
            return $"({e.InnerException!.GetType().Name})";
        }
    };

    private static bool IsPair(Type type) =>
        type == typeof(System.Collections.DictionaryEntry)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));
}
