namespace CourseCli;

/// <summary>Holds a lesson's text against its claims: every quoted number must have been computed and found equal by the run.</summary>
internal static class UnclaimedNumbers
{
    public static IEnumerable<string> In(LessonRun run)
    {
        var claimed = run.Claims.Select(claim => (string?)claim["quote"]).OfType<string>().Select(ProseNumbers.Normal).ToHashSet();
        return ProseNumbers.In(run.Executed)
            .Where(number => !claimed.Contains(number.Text))
            .Distinct()
            .Select(number => $"cell {number.CellId}: the text quotes {number.Text}, but no claim of this lesson checks it");
    }
}
