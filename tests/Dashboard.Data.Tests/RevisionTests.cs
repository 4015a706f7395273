using Dashboard.Data.Import;
using Dashboard.Domain;

namespace Dashboard.Data.Tests;

public sealed class RevisionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public RevisionTests() => _store = _directory.Open();

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_store_without_anything_has_a_name_too() => Assert.Equal((0, "0-00000000"), (_store.Revision, _store.RevisionName));

    [Fact]
    public void The_name_of_a_revision_is_its_number_and_a_stamp_that_stays()
    {
        _store.Add(SmallDataset.Create());
        var name = _store.RevisionName;
        Assert.Matches("^1-[0-9a-f]{8}$", name);
        Assert.Equal(name, _store.Read(reader => reader.RevisionName));
        _store.Dispose();
        using var again = _directory.Open();
        Assert.Equal(name, again.RevisionName);
    }

    [Fact]
    public void The_same_dataset_in_another_store_is_a_revision_of_another_name()
    {
        using var directory = new TemporaryDirectory();
        using var other = directory.Open();
        _store.Add(SmallDataset.Create());
        other.Add(SmallDataset.Create());
        Assert.NotEqual(_store.RevisionName, other.RevisionName);
    }

    [Fact]
    public async Task Everybody_is_told_after_a_commit_and_can_read_it()
    {
        var told = new TaskCompletionSource<(long Revision, int Datasets)>(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.Committed += () => told.TrySetResult((_store.Revision, _store.ReadDatasets().Count));
        _store.Add(SmallDataset.Create());
        Assert.Equal((1, 1), await told.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Revisions_are_told_the_newest_first()
    {
        _store.Add(SmallDataset.Create());
        _store.Add(SmallDataset.Create("other", "other-"));
        _store.Add(SmallDataset.Create("third", "third-"));
        Assert.Equal([(3, "Add dataset third"), (2, "Add dataset other")], _store.Revisions.Last(2).Select(revision => (revision.Id, revision.What)));
    }

    [Fact]
    public void Text_is_found_as_it_was_at_a_revision()
    {
        _store.Add(SmallDataset.Create());
        _store.Add(SmallDataset.Create("other", "other-"));
        Assert.Equal([1, 5], _store.FindByText("suwayda"));
        Assert.Equal([1], _store.FindByText("suwayda", revision: 1));
        Assert.Empty(_store.FindByText("suwayda", revision: 0));
    }

    [Fact]
    public void A_promoted_lead_is_an_incident_beside_the_lead()
    {
        var small = SmallDataset.Create();
        var lead = small.Incidents[0] with { IsLead = true };
        _store.Add(small with { Incidents = [lead, .. small.Incidents.Skip(1)] });
        Assert.Equal(new CommittedRevision(2, Added: 1, Changed: 0, Removed: 0), _store.Promote(lead.Slug));
        var promoted = _store.FindIncident($"promoted-{lead.Slug}")!;
        Assert.Equal(
            lead with { Id = "promoted-shelling", Slug = $"promoted-{lead.Slug}", IsLead = false, Tags = ["context", "promoted"] },
            promoted.Incident);
        Assert.Equal(
            small.Claims.Select(claim => claim with { Id = $"promoted-{claim.Id}", IncidentId = "promoted-shelling" }),
            promoted.Claims);
        Assert.Equal(["Promote lead 2024-01-02-shelling"], promoted.Revisions.Select(revision => revision.What));
        Assert.Equal(lead, _store.FindIncident(lead.Slug)!.Incident);
        Assert.Contains(promoted.Number, _store.FindByText("suwayda"));
        Assert.Equal($"lead {lead.Slug} was promoted already: it is incident promoted-{lead.Slug}",
            Assert.Throws<RefusedException>(() => _store.Promote(lead.Slug)).Message);
        Assert.Equal(2, _store.Revision);
    }

    [Theory]
    [InlineData("road")]
    [InlineData("nowhere")]
    public void What_is_no_lead_is_not_promoted(string slug)
    {
        _store.Add(SmallDataset.Create());
        Assert.Equal($"there is no lead {slug}", Assert.Throws<RefusedException>(() => _store.Promote(slug)).Message);
        Assert.Equal(1, _store.Revision);
    }

    [Fact]
    public void A_mapping_is_kept_under_its_name()
    {
        var mapping = new Mapping
        {
            Columns = [new ColumnMapping("Datum", ColumnMeaning.Start), new ColumnMapping("Ort", ColumnMeaning.Place)],
            DateOrder = DateOrder.DayMonthYear,
            DecimalComma = true,
            OffsetMinutes = 180,
            DefaultKind = "armed-clash",
        };
        _store.Mappings.Save("b", mapping);
        _store.Mappings.Save("a", mapping with { Columns = [] });
        _store.Mappings.Save("a", mapping with { DateOrder = null });
        Assert.Equal([new NamedMapping("a", mapping with { DateOrder = null }), new NamedMapping("b", mapping)], _store.Mappings.All());
        Assert.Throws<ArgumentException>(() => _store.Mappings.Save(" ", mapping));
        Assert.Equal(0, _store.Revision);
    }
}
