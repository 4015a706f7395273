using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests;

public sealed class RandomIncidentTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Any_incident_comes_back_from_the_store_as_it_was()
    {
        using var store = _directory.Open();
        var run = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(RandomIncidents.Incident.ListOf().ToArbitrary(), incidents =>
        {
            var dataset = Dataset($"run-{run++}", incidents);
            store.Add(dataset);
            SameDataset.Assert(dataset, store.ReadDatasets()[^1]);
        }));
    }

    private static Dataset Dataset(string slug, IEnumerable<(Incident Incident, ValueList<Claim> Claims)> incidents)
    {
        var named = incidents.Select((one, index) => (
            Incident: one.Incident with { Id = $"{slug}-{index}", Slug = $"{slug}-{index}" },
            Claims: one.Claims.Select((claim, number) => claim with { Id = $"{slug}-{index}-{number}", IncidentId = $"{slug}-{index}" }))).ToList();
        return SmallDataset.Create(slug) with
        {
            Incidents = named.Select(one => one.Incident).ToValueList(),
            Claims = named.SelectMany(one => one.Claims).ToValueList(),
            Relations = [],
            Conflicts = [],
        };
    }
}
