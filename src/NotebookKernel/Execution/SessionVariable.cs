using System.Reflection;

namespace NotebookKernel;

/// <summary>A variable that the cells have declared.</summary>
internal sealed record SessionVariable(string Name, Type Type, object? Value)
{
    /// <summary>The variables that are visible now, in the order of their last declaration.</summary>
    public static IReadOnlyList<SessionVariable> Of(IEnumerable<object?> submissions)
    {
        var seen = new HashSet<string>();
        var fields = from submission in submissions.Reverse()
                     where submission is not null
                     from field in submission.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Reverse()
                     where !field.Name.Contains('<') && seen.Add(field.Name)
                     select new SessionVariable(field.Name, field.FieldType, field.GetValue(submission));
        return [.. fields.Reverse()];
    }
}
