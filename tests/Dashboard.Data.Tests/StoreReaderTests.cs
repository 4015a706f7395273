using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests;

public sealed class StoreReaderTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;
    private readonly Dataset _small = SmallDataset.Create();

    public StoreReaderTests()
    {
        _store = _directory.Open();
        _store.Add(_small);
        _store.Add(WithLeads("leads", "lead-"));
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Datasets_are_counted_with_their_leads_apart() => Assert.Equal(
        [new DatasetSummary(_small.Description, 4, 0), new DatasetSummary(WithLeads("leads", "").Description, 3, 1)],
        _store.Read(reader => reader.Datasets));

    [Fact]
    public void A_claim_ceases_to_stand_on_the_day_of_the_statement_that_corrects_it()
    {
        _store.Add(StarterDataset.Load());
        var facts = _store.Read(reader => reader.Facts().Single(facts => facts.Slug == "2024-02-03-us-strikes-iraq-syria"));
        Assert.Equal(
            [(new DateOnly(2024, 2, 2), new DateOnly(2024, 2, 5))],
            facts.Claims.Where(claim => claim.Status == ClaimStatus.Retracted).Select(claim => (claim.Day!.Value, claim.TurnDay!.Value)));
    }

    [Fact]
    public void The_parts_of_a_dataset_come_whole_and_in_their_order() => _store.Read(reader =>
    {
        Assert.Equal(_small.Actors, reader.Actors("small"));
        Assert.Equal(_small.Places, reader.Places("small"));
        Assert.Equal(_small.Sources, reader.Sources("small"));
        Assert.Equal(_small.Relations, reader.Relations("small"));
        Assert.Equal(_small.Conflicts, reader.Conflicts("small"));
        Assert.Equal(_small.Notes, reader.Notes("small"));
        Assert.Empty(reader.Actors("nowhere"));
        return true;
    });

    [Fact]
    public void Incidents_stream_with_their_claims_by_number_or_in_the_order_asked_for()
    {
        var all = _store.Read(reader => reader.Incidents(null).ToList());
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], all.Select(stored => stored.Number));
        Assert.Equal(_small.Incidents, all.Take(4).Select(stored => stored.Incident));
        Assert.Equal(_small.Claims, all[0].Claims);
        Assert.Equal(["small", "leads"], all.Select(stored => stored.Dataset).Distinct());
        Assert.Equal([all[6], all[0], all[7]], _store.Read(reader => reader.Incidents([7, 999, 1, 8]).ToList()));
    }

    [Fact]
    public void Any_number_of_incidents_streams_in_the_order_asked_for()
    {
        var numbers = Enumerable.Range(0, 1234).Select(index => (long)(index % 7) + 1).ToList();
        Assert.Equal(numbers, _store.Read(reader => reader.Incidents(numbers).Select(stored => stored.Number).ToList()));
    }

    [Fact]
    public void Facts_stream_by_number_leads_among_them()
    {
        var facts = _store.Read(reader => reader.Facts().ToList());
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], facts.Select(fact => fact.Number));
        Assert.Equal(["lead-area"], facts.Where(fact => fact.IsLead).Select(fact => fact.Slug));
        var first = facts[0];
        Assert.Equal(("small", "2024-01-02-shelling", "As-Suwayda"), (first.Dataset, first.Slug, first.Place));
        Assert.Equal(["SY"], first.Countries);
        Assert.Equal(["brigade", "front"], first.ActorIds);
        Assert.Equal(["report", "rumour"], first.SourceIds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_answers_are_of_one_revision_while_the_next_is_committed() => _store.Read(reader =>
    {
        Assert.Equal(2, reader.Revision);
        _store.Add(SmallDataset.Create("later", "later-"));
        Assert.Equal(3, _store.Revision);
        Assert.Equal(2, reader.Datasets.Count);
        Assert.Equal(8, reader.Facts().Count());
        Assert.Equal(8, reader.Incidents(null).Count());
        return true;
    });

    [Fact]
    public void A_reader_answers_inside_its_reading_only()
    {
        var reader = _store.Read(reader => reader);
        Assert.Throws<ObjectDisposedException>(() => reader.Datasets);
        Assert.Throws<ObjectDisposedException>(() => reader.Facts());
    }

    [Fact]
    public void Upstream_columns_come_back_in_another_store_over_the_same_file()
    {
        var attributes = new[] { new UpstreamAttribute("Oblast", "Hama"), new UpstreamAttribute("code", "7") }.ToValueList();
        var dataset = SmallDataset.Create("columns", "columns-");
        dataset = dataset with { Incidents = dataset.Incidents.Select(incident => incident with { Attributes = attributes }).ToValueList() };
        _store.Add(dataset);
        Assert.Equal(attributes, _store.FindIncident("columns-road")!.Incident.Attributes);
        _store.Dispose();
        using var again = _directory.Open();
        Assert.Equal(attributes, again.FindIncident("columns-road")!.Incident.Attributes);
        Assert.Equal(dataset, again.ReadDatasets()[^1]);
        Assert.Equal(4, again.FindByText("hama").Count);
    }

    private static Dataset WithLeads(string slug, string prefix)
    {
        var dataset = SmallDataset.Create(slug, prefix);
        return dataset with { Incidents = [.. dataset.Incidents.Take(3), dataset.Incidents[3] with { IsLead = true }] };
    }
}
