using System.Net;
using Dashboard.Data;
using Dashboard.Data.Links;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Links;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Links;

/// <summary>Links of a running dashboard, and answers that are waited for until what a link shows is ready.</summary>
internal static class Reading
{
    private const int MostWaits = 60;

    public static MadeLink Make(this RunningDashboard dashboard, Redaction? redaction = null, string query = "", bool isFrozen = false, DateTimeOffset? expires = null, string? title = null) =>
        dashboard.Services.GetRequiredService<DashboardStore>().Links.Make(new NewLink
        {
            View = ViewStateCodec.Parse(query).View,
            IsFrozen = isFrozen,
            Expires = expires,
            Redaction = redaction ?? Redaction.None,
            Title = title,
        });

    public static LinkBook Links(this RunningDashboard dashboard) => dashboard.Services.GetRequiredService<DashboardStore>().Links;

    /// <param name="from">The address that it comes from.</param>
    public static async Task<HttpResponseMessage> ReadyAsync(this RunningDashboard dashboard, string path, string from = "192.0.2.1")
    {
        for (var wait = 0; ; wait++)
        {
            var response = await dashboard.GetAsync(path, ("X-Forwarded-For", from));
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || wait == MostWaits)
            {
                return response;
            }

            response.Dispose();
        }
    }

    public static async Task<string> ReadyTextAsync(this RunningDashboard dashboard, string path) =>
        await (await dashboard.ReadyAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>What the link's data are called.</summary>
    public static async Task<string> DataAsync(this RunningDashboard dashboard, string token)
    {
        using var seen = new Seen(dashboard.Services.GetRequiredService<Explorations>(), needsLink: false);
        Assert.Equal(Opening.Open, await seen.OpenAsync(token, null, TestContext.Current.CancellationToken));
        return $"/data/{seen.Exploration.Present.RevisionName}";
    }
}
