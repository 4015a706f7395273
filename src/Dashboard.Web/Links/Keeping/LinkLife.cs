namespace Dashboard.Web.Links.Keeping;

/// <summary>For how long a link opens, as it is chosen.</summary>
internal static class LinkLife
{
    /// <summary>What can be chosen: days, or null for ever.</summary>
    public static readonly IReadOnlyList<(int? Days, string Words)> Choices =
    [
        (1, "1 day"), (7, "7 days"), (30, "30 days"), (90, "90 days"), (365, "1 year"), (null, "No end"),
    ];

    public static DateTimeOffset? EndOf(int? days, DateTimeOffset now) => days is { } many ? now.AddDays(many) : null;

    /// <summary>What the form says for a choice.</summary>
    public static string ValueOf(int? days) => days?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? LinkWish.Never;
}
