namespace Dashboard.Web.Briefings;

/// <summary>Everything that live briefings need.</summary>
internal static class BriefingParts
{
    public static void AddBriefings(this IServiceCollection services) => services.AddSingleton<BriefingDesk>();
}
