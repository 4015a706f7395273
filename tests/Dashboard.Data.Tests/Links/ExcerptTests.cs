using System.Text;
using Dashboard.Data.Links;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Domain.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests.Links;

public sealed class ExcerptTests : IDisposable
{
    private static readonly Redaction _strictest = new() { CellKilometres = 10, Fields = [.. Enum.GetValues<WithheldField>()] };

    private static readonly byte[] _key = [.. Enumerable.Range(0, 32).Select(index => (byte)index)];

    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public ExcerptTests() => _store = _directory.Open();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void An_excerpt_that_keeps_nothing_back_is_the_revision_that_it_was_taken_from()
    {
        _store.Add(SmallDataset.Create());
        var link = Link(Redaction.None, isFrozen: true);
        _store.Add(SmallDataset.Create("later", "later-"));
        using var excerpt = Excerpt.Make(_store, link, 1, null, Stop);
        SameDataset.Assert(SmallDataset.Create(), Assert.Single(excerpt.Store.ReadDatasets()));
        Assert.Equal(1, excerpt.Store.Revision);
        Assert.Equal(_store.Revisions.Last(2)[1].Committed, Assert.Single(excerpt.Store.Revisions.Last(2)).Committed);
    }

    [Fact]
    public void An_excerpt_is_called_the_same_each_time_it_is_taken_and_otherwise_for_another_link()
    {
        _store.Add(SmallDataset.Create());
        var (one, other) = (Link(_strictest), Link(_strictest));
        Assert.Equal(Names(one), Names(one));
        Assert.NotEqual(Names(one), Names(other));

        string Names(SharedLink link)
        {
            using var excerpt = Excerpt.Make(_store, link, null, null, Stop);
            return string.Join(' ', excerpt.Store.ReadDatasets()[0].Incidents.Select(incident => incident.Slug).Append(excerpt.Store.RevisionName));
        }
    }

    [Fact]
    public void An_excerpt_of_some_incidents_has_only_what_they_refer_to()
    {
        _store.Add(StarterDataset.Load());
        var kept = _store.Read(reader => reader.Incidents(null).Where(stored => stored.Incident.Kind.Key == "diplomacy").ToList());
        using var excerpt = Excerpt.Make(_store, Link(new Redaction { LocksFilters = true }), null, [.. kept.Select(stored => stored.Number)], Stop);
        var dataset = Assert.Single(excerpt.Store.ReadDatasets());
        Assert.Equal(kept.Select(stored => stored.Incident), dataset.Incidents);
        Assert.Equal(kept.SelectMany(stored => stored.Claims), dataset.Claims);
        Assert.Equal(kept.SelectMany(stored => stored.Incident.PlaceIds).ToHashSet(), [.. dataset.Places.Select(place => place.Id)]);
        Assert.All(dataset.Relations, relation => Assert.True(dataset.Incidents.Any(incident => incident.Id == relation.FromId) && dataset.Incidents.Any(incident => incident.Id == relation.ToId)));
        Assert.Empty(dataset.Notes);
    }

    [Fact]
    public void Who_asserts_a_relation_comes_with_it_so_that_an_excerpt_can_be_imported_elsewhere()
    {
        var small = SmallDataset.Create();
        _store.Add(small with { Relations = [new Relation("told", "journey", "follows", "road", new Claimant("brigade", "its spokesman"), new Evidence([], null), null)] });
        var kept = _store.Read(reader => reader.Incidents(null).Where(stored => stored.Incident.Id is "journey" or "road").Select(stored => stored.Number).ToList());

        using var locked = Excerpt.Make(_store, Link(new Redaction { LocksFilters = true }), null, kept, Stop);
        using var nameless = Excerpt.Make(_store, Link(new Redaction { LocksFilters = true, Fields = [WithheldField.Actors] }), null, kept, Stop);

        var (told, without) = (Assert.Single(locked.Store.ReadDatasets()), Assert.Single(nameless.Store.ReadDatasets()));
        DatasetCheck.Run(told);
        DatasetCheck.Run(without);
        Assert.Equal(["brigade", "front"], told.Actors.Select(actor => actor.Id).Order());
        Assert.Empty(without.Actors);
    }

    [Fact]
    public void Incidents_of_many_batches_keep_their_order_and_are_found_by_their_words()
    {
        var small = SmallDataset.Create();
        _store.Add(small with
        {
            Incidents = [.. Enumerable.Range(1, 700).Select(number => small.Incidents[0] with { Id = $"{number}", Slug = $"convoy-{number}", Title = $"Convoy {number}" })],
            Claims = [],
            Relations = [],
            Conflicts = [],
        });
        using var excerpt = Excerpt.Make(_store, Link(new Redaction { Fields = [WithheldField.Summaries] }), null, null, Stop);

        Assert.Equal(Enumerable.Range(1, 700).Select(number => $"Convoy {number}"), excerpt.Store.ReadDatasets()[0].Incidents.Select(incident => incident.Title));
        Assert.Equal([613], excerpt.Store.FindByText("convoy 613"));
    }

    [Fact]
    public void What_is_withheld_is_nowhere_in_the_file_of_an_excerpt()
    {
        var starter = StarterDataset.Load();
        _store.Add(starter);
        var directory = Path.Combine(_store.Directory, "excerpts");
        using var excerpt = Excerpt.Make(_store, Link(_strictest), null, null, Stop);
        var file = Encoding.UTF8.GetString(File.ReadAllBytes(Directory.GetFiles(directory, "dashboard.db", SearchOption.AllDirectories).Single()));
        var said = Secrets.Of(starter).Where(secret => file.Contains(secret, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Empty(said);
        Assert.Equal(starter.Incidents.Count, excerpt.Store.ReadDatasets()[0].Incidents.Count);
    }

    [Theory]
    [InlineData(WithheldField.Tolls, "fatalities, injuries, target_count, victim_status")]
    [InlineData(WithheldField.Actors, "identity, iran_role, motive, responsibility, victim_status")]
    [InlineData(WithheldField.Weapons, "weapon")]
    [InlineData(WithheldField.Places, "extent, itinerary, location, position, target, target_count")]
    public void A_claim_that_speaks_of_what_is_withheld_is_withheld(WithheldField field, string kept)
    {
        var starter = StarterDataset.Load();
        var told = new Redactor(new Redaction { Fields = [field] }, _key, starter.Places).Apply(starter.Claims.ToList());
        Assert.Equal(kept.Split(", "), starter.Claims.Select(claim => claim.Predicate).Except(told.Select(claim => claim.Predicate)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_disposed_excerpt_leaves_nothing_and_neither_does_one_that_was_stopped()
    {
        _store.Add(SmallDataset.Create());
        Excerpt.Make(_store, Link(_strictest), null, null, Stop).Dispose();
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => Excerpt.Make(_store, Link(_strictest), null, null, stopped.Token));
        Assert.Empty(Directory.GetDirectories(Path.Combine(_store.Directory, "excerpts")));
    }

    [Fact]
    public void Any_incident_keeps_nothing_of_what_any_redaction_withholds()
    {
        var redactions =
            from cell in Gen.Elements<int?>(null, 1, 10, 50)
            from fields in Gen.SubListOf(Enum.GetValues<WithheldField>())
            from sources in Gen.SubListOf("report", "rumour")
            select new Redaction { CellKilometres = cell, Fields = fields.ToValueList(), Sources = sources.ToValueList() };
        var places = SmallDataset.Create().Places;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(redactions.ToArbitrary(), RandomIncidents.Incident.ToArbitrary(), (redaction, one) =>
        {
            var redactor = new Redactor(redaction, _key, places);
            var (told, claims) = (redactor.Apply(one.Incident), redactor.Apply(one.Claims));
            if (!redaction.ChangesIncidents)
            {
                Assert.Equal(one, (told, claims));
                return;
            }

            Assert.Equal((null, 0, 0, 0, null, null), (told.UpstreamId, told.Attributes.Count, told.Caveats.Count, told.Tags.Count, told.OccurrenceNote, told.GeometryNote));
            Assert.NotEqual((one.Incident.Id, one.Incident.Slug), (told.Id, told.Slug));
            Assert.Equal((one.Incident.Kind, one.Incident.Occurrence), (told.Kind, told.Occurrence));
            var bases = told.Bases.Concat(claims.SelectMany(claim => claim.Evidence.Basis)).Select(basis => basis.SourceId).OfType<string>().Concat(claims.Select(claim => claim.SourceId)).ToHashSet();
            Assert.DoesNotContain("report", bases);
            Assert.DoesNotContain("rumour", bases);
            Assert.All(redaction.Sources, withheld => Assert.DoesNotContain(new Redactor(new Redaction { CellKilometres = 1 }, _key, places).SourceIdOf(withheld)!, bases));
            Assert.All(claims, claim => Assert.Null(claim.Note));
            AssertPlaces(redaction, told);
            AssertFields(redaction, told, claims);
        }));
    }

    private static void AssertPlaces(Redaction redaction, Incident told)
    {
        if (redaction.CellKilometres is { } kilometres)
        {
            var grid = new CellGrid(kilometres);
            Assert.All(told.Geometry?.Points ?? [], point => Assert.Equal(grid.Centre(point), point));
            Assert.True(told.Precision is null || told.Precision.Value.Metres >= grid.Metres);
            Assert.True(told.Geometry is not PointGeometry single || single.Location.Precision.Metres >= grid.Metres);
            Assert.True(told.Geometry is not LineGeometry line || line.HalfWidthMetres >= grid.Metres);
        }

        if (redaction.WithholdsPlaces)
        {
            Assert.All(told.PlaceIds, id => Assert.StartsWith("place-", id, StringComparison.Ordinal));
            Assert.Null(told.Targets);
            Assert.All((told.Geometry as RouteGeometry)?.Stops ?? [], stop => Assert.Equal("", stop.What));
        }
    }

    private static void AssertFields(Redaction redaction, Incident told, ValueList<Claim> claims)
    {
        Assert.True(!redaction.Withholds(WithheldField.Titles) || told.Title == told.Kind.Label);
        Assert.True(!redaction.Withholds(WithheldField.Summaries) || told.Summary.Length == 0);
        Assert.True(!redaction.Withholds(WithheldField.Tolls) || (told.Killed.Toll.IsUnknown && told.Injured.Toll.IsUnknown && claims.All(claim => claim.Number is null)));
        Assert.True(!redaction.Withholds(WithheldField.Weapons) || told.Weapons.Count == 0);
        Assert.True(!redaction.Withholds(WithheldField.Actors) || (told.Involvements.Count == 0 && claims.All(claim => claim.Claimant == new Claimant(null, "Claimant withheld"))));
        Assert.True(!redaction.Withholds(WithheldField.Claims) || claims.Count == 0);
        Assert.True(!redaction.Withholds(WithheldField.Sources) || claims.All(claim => claim is { Address: null, SourceId: "source-withheld" }));
    }

    private SharedLink Link(Redaction redaction, bool isFrozen = false) =>
        _store.Links.Make(new NewLink { View = ViewState.Default, IsFrozen = isFrozen, Expires = null, Redaction = redaction }).Link;
}
