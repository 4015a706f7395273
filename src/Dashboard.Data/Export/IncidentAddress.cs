namespace Dashboard.Data.Export;

/// <summary>The page of an incident, as an export names it.</summary>
internal static class IncidentAddress
{
    public static string Of(string slug) => $"/incidents/{Uri.EscapeDataString(slug)}";
}
