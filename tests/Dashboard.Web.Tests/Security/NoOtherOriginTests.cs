using System.Text.RegularExpressions;
using Dashboard.Web.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Security;

public partial class NoOtherOriginTests(StarterDashboard starter)
{
    /// <summary>
    /// Hosts in other people's scripts, none of them ever asked: two stand in the words of error messages, one in the link of a
    /// box that our maps leave out, one in a part of the kit that no page uses and that the content security policy would refuse.
    /// </summary>
    private static readonly string[] _words =
    [
        "_framework/blazor.web.js: aka.ms",
        "_framework/blazor.web.js: learn.microsoft.com",
        "dist/embed.js: leafletjs.com",
        "dist/explore.js: leafletjs.com",
        "dist/importing.js: leafletjs.com",
        "dist/story.js: leafletjs.com",
        "_content/Radzen.Blazor/Radzen.Blazor.min.js: maps.googleapis.com",
    ];

    [Fact]
    public async Task No_script_style_or_picture_names_an_address_elsewhere()
    {
        var routes = AssetRoutes().ToList();
        var found = new HashSet<string>();
        foreach (var route in routes)
        {
            found.UnionWith(HostElsewhere().Matches(await starter.Server.TextAsync($"/{route}")).Select(match => $"{route}: {match.Groups["host"].Value}"));
        }

        Assert.Contains("dist/explore.js", routes);
        Assert.Equal(_words.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private IEnumerable<string> AssetRoutes() => starter.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
        .OfType<StaticAssetDescriptor>()
        .Where(asset => TextFile().IsMatch(asset.Route) && asset.Properties.All(property => property.Name != "fingerprint"))
        .Select(asset => asset.Route)
        .Distinct();

    [GeneratedRegex(@"\.(html|css|js|json|svg)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TextFile();

    /// <summary>Anything with a host, but for the names of XML namespaces.</summary>
    [GeneratedRegex(@"(?<![a-z])(https?:)?//(?!www\.w3\.org/)(?<host>[a-z0-9-]+(\.[a-z0-9-]+)+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex HostElsewhere();
}
