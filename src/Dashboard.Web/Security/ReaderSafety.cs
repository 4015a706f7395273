using Dashboard.Web.CommandLine;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Web.Security;

/// <summary>What keeps a reader safe, and unknown to us, beyond the headers and the gates.</summary>
public static class ReaderSafety
{
    public static void AddReaderSafety(this IServiceCollection services, ServeSettings settings, IConfiguration configuration)
    {
        services.AddSingleton(HostNames.From(settings.Urls, configuration["AllowedHosts"]));

        // ASP.NET's own filter reads the same setting, and its refusal would come before our headers.
        services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["*"]);

        services.Replace(ServiceDescriptor.Singleton<IAntiforgery, NoFormTokens>());

        // The keys that seal what a prerendered page hands to its circuit outlive a restart, and need no home directory.
        services.AddDataProtection().SetApplicationName("incident-dashboard")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataDirectory, "keys")));
    }

    /// <summary>Pages are read: they answer GET and HEAD and take no forms.</summary>
    public static void ForReading(this RazorComponentsEndpointConventionBuilder pages)
    {
        pages.DisableAntiforgery();
        pages.Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<ComponentTypeMetadata>().Any())
            {
                foreach (var methods in endpoint.Metadata.OfType<IHttpMethodMetadata>().ToList())
                {
                    endpoint.Metadata.Remove(methods);
                }

                endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            }
        });
    }
}
