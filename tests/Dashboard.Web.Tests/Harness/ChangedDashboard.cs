using Dashboard.Data;
using Dashboard.Data.Import;
using Dashboard.Domain;

namespace Dashboard.Web.Tests.Harness;

/// <summary>A dashboard whose data were changed in the past, a day after the other from the first of March 2024.</summary>
internal sealed class ChangedDashboard : TimeProvider, IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dashboard-changed-");
    private readonly DashboardStore _store;
    private int _commits;

    public ChangedDashboard() => _store = DashboardStore.Open(_directory.FullName, this);

    public static DateOnly FirstDay { get; } = new(2024, 3, 1);

    public DashboardStore Store => _store;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(FirstDay, new TimeOnly(12, 0), TimeSpan.Zero).AddDays(_commits++);

    public ChangedDashboard Add(Dataset dataset)
    {
        _store.Add(dataset);
        return this;
    }

    /// <summary>Imports the dataset's incidents, and what they refer to, over those that are there.</summary>
    public ChangedDashboard Import(Dataset dataset, string what)
    {
        using var staged = _store.Stage();
        staged.Describe(dataset.Description);
        var claims = dataset.Claims.ToLookup(claim => claim.IncidentId);
        foreach (var (number, incident) in dataset.Incidents.Index())
        {
            staged.Add(new FileContent.Row(new ImportedIncident(
                dataset.Description.Slug, number + 2, incident, claims[incident.Id].ToValueList(), dataset.Actors, dataset.Places, dataset.Sources)));
        }

        staged.Finish(TestContext.Current.CancellationToken);
        staged.Commit(what, skipRefused: true, TestContext.Current.CancellationToken);
        return this;
    }

    public ChangedDashboard Undo(long revision)
    {
        _store.Undo(revision);
        return this;
    }

    /// <summary>Serves it; nothing is changed any more. Its data are gone with it.</summary>
    /// <param name="readers">all or by-link.</param>
    public Task<RunningDashboard> StartAsync(string? readers = null)
    {
        _store.Dispose();
        return RunningDashboard.StartAsync([], directory: _directory.FullName, readers: readers);
    }

    public void Dispose() => _store.Dispose();
}
