using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Web.Importing;

/// <summary>What taking files in needs.</summary>
internal static class ImportingParts
{
    public static void AddImporting(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ImportDesk>().AddHostedService(provider => provider.GetRequiredService<ImportDesk>());
    }
}
