using Dashboard.Web.CommandLine;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Links;

/// <summary>Everything that short links need, and what everybody explores.</summary>
internal static class LinkParts
{
    /// <summary>Who asks for an exploration gets what its request, or its circuit, may see.</summary>
    public static void AddExploration(this IServiceCollection services) => services
        .AddSingleton<Explorations>()
        .AddScoped(provider => new Seen(provider.GetRequiredService<Explorations>(), needsLink: provider.GetRequiredService<ServeSettings>().ReadersNeedLink))
        .AddTransient<Exploration>(provider => provider.GetRequiredService<Seen>().Exploration)
        .AddSingleton<LinkMisses>()
        .AddSingleton<LinkedPages>();
}
