using Dashboard.Data.Import;
using Dashboard.Data.Staging;

namespace Dashboard.Data.Tests.Staging;

/// <summary>An address belongs to one incident.</summary>
public sealed class TakenSlugsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public TakenSlugsTests() => _store = _directory.Open();

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_slug_that_another_incident_has_is_told_apart_the_same_way_each_time()
    {
        _store.Import(SmallFile.Rows(3));
        var description = SmallFile.Description with { Slug = "copy" };
        var rows = SmallFile.Rows(3).Select(row => row with { Dataset = "copy" }).ToList();
        _store.Import(rows, description: description);
        Assert.Equal(["copy-file-100", "copy-file-101", "copy-file-102"], _store.ReadDatasets()[1].Incidents.Select(incident => incident.Slug));
        Assert.Equal(new CommittedImport(2, 0, 0, 3, 0), _store.Import(rows, description: description));
    }

    [Fact]
    public void Two_rows_of_a_file_never_share_a_slug()
    {
        var rows = new[] { "one", "two", "three" }
            .Select((id, number) => SmallFile.Row(number).With(incident => incident with { Id = id, Slug = "file-two" }))
            .Select(row => row with { Claims = [] })
            .ToList();
        _store.Import(rows);
        var slugs = Assert.Single(_store.ReadDatasets()).Incidents.ToDictionary(incident => incident.Id, incident => incident.Slug);
        Assert.Equal("file-two", slugs["two"]);
        Assert.Equal(["file-file-two", $"file-file-two-{Slug.Hash("three")}"], new[] { slugs["one"], slugs["three"] });
        Assert.Equal(new CommittedImport(1, 0, 0, 3, 0), _store.Import(rows));
    }
}
