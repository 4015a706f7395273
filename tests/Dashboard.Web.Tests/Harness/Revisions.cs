using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Web.Explore;
using Microsoft.Extensions.DependencyInjection;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Harness;

/// <summary>Commits to a dashboard that runs.</summary>
internal static class Revisions
{
    /// <summary>Adds a dataset of undated incidents, which are named after it, and waits until pages show it.</summary>
    public static async Task AddAsync(this RunningDashboard dashboard, string dataset, int incidents)
    {
        var store = dashboard.Services.GetRequiredService<DashboardStore>();
        var exploration = dashboard.Services.GetRequiredService<Exploration>();
        var isShown = new TaskCompletionSource();
        exploration.Changed += Tell;
        store.Add(DatasetOf(dataset, incidents));
        await isShown.Task.WaitAsync(TestContext.Current.CancellationToken);
        exploration.Changed -= Tell;

        void Tell()
        {
            if (exploration.Present.Index.Revision == store.Revision)
            {
                isShown.TrySetResult();
            }
        }
    }

    public static Dataset DatasetOf(string slug, int incidents)
    {
        var dataset = Dataset([.. Enumerable.Range(0, incidents).Select(number => Incident($"{slug}-{number}"))]);
        return dataset with { Description = dataset.Description with { Slug = slug, Title = $"Title of {slug}" } };
    }
}
