using System.Globalization;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;

namespace Dashboard.Web.Incidents;

/// <summary>One figure of a toll in words, short enough to stand under its step, and in full.</summary>
public static class TollStepWords
{
    /// <summary>"28 Jan", "29–31 Jan", "Feb 2024", "2025", "no date".</summary>
    public static string Day(TollStep step) => step.First.Date is { } date ? Day(date) : "no date";

    public static string Who(TollStep step) => string.Join(", ", step.Claims.Select(claim => claim.Claimant.Name).Distinct());

    /// <summary>"34+ people injured: at least 34. CENTCOM (update), 28 Jan 2024, asserted".</summary>
    public static string InFull(TollStep step)
    {
        var said = step.Claims.Select(claim => claim.Value).Distinct();
        var notes = step.Claims.Select(claim => claim.Note).Where(note => !string.IsNullOrEmpty(note)).Distinct();
        var date = step.First.Date is { } known ? DateWords.Short.Of(known) : "date not known";
        var tail = string.Join("; ", notes.Prepend(ViewStateCodec.Word(step.First.Status)));
        return $"{ClaimWords.Counted(step.Number)}: {string.Join("; ", said)}. {Who(step)}, {date}, {tail}";
    }

    private static string Day(PartialDate date) => date.Text.Length switch
    {
        4 => date.Text,
        7 => Format(date.Earliest, "MMM yyyy"),
        _ when date.Earliest == date.Latest => Format(date.Earliest, "d MMM"),
        _ => $"{Format(date.Earliest, "%d")}–{Format(date.Latest, "d MMM")}",
    };

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
