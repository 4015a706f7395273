using Dashboard.Data.Import;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests;

/// <summary>What the store tells of one actor and one place.</summary>
public sealed class NamedThingsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;
    private readonly Dataset _small = SmallDataset.Create();
    private readonly Dataset _other = SmallDataset.Create("other", "other-");

    public NamedThingsTests()
    {
        _store = _directory.Open();
        _store.Add(_small);
        _store.Add(_other);
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void An_actor_is_told_as_every_dataset_describes_it_with_those_it_names()
    {
        var (brigade, front) = (_small.Actors[0], _small.Actors[1]);
        Assert.Equal(
            [new ActorRecord(_small.Description, brigade, [front], [_small.Sources[0]]), new ActorRecord(_other.Description, brigade, [front], [_small.Sources[0]])],
            _store.FindActor("brigade"));
    }

    [Fact]
    public void Those_who_name_an_actor_are_told_with_it_and_what_they_rest_on() =>
        Assert.Equal(new ActorRecord(_small.Description, _small.Actors[1], [_small.Actors[0]], [_small.Sources[0]]), _store.FindActor("front")[0]);

    [Fact]
    public void Whoever_only_has_the_id_in_a_text_is_not_tied_to_it()
    {
        var (said, meant) = (Named("said") with { Note = "\"meant\"", Aliases = [new Alias("meant")] }, Named("meant"));
        _store.Add(SmallDataset.Create("third", "third-") with { Actors = [.. _small.Actors, said, meant] });

        Assert.Equal([], Assert.Single(_store.FindActor("meant")).Others);
    }

    [Fact]
    public void An_id_with_any_signs_finds_its_actor()
    {
        const string Id = "a \"b\" \\ c/%_é'";
        _store.Add(SmallDataset.Create("third", "third-") with { Actors = [.. _small.Actors, Named(Id), Named("below") with { ParentId = Id }] });

        Assert.Equal(["below"], Assert.Single(_store.FindActor(Id)).Others.Select(other => other.Id));
    }

    [Fact]
    public void What_nobody_has_is_not_found()
    {
        Assert.Empty(_store.FindActor("town"));
        Assert.Empty(_store.FindPlace("brigade"));
    }

    [Fact]
    public void Whom_an_actor_was_said_to_belong_to_before_is_told_until_when()
    {
        using var staged = _store.Stage();
        staged.Add(new FileContent.Whole(_small with { Incidents = [], Claims = [], Actors = [_small.Actors[0] with { ParentId = null }, _small.Actors[1]] }, 1));
        staged.Finish(TestContext.Current.CancellationToken);
        staged.Commit("x", skipRefused: false, TestContext.Current.CancellationToken);
        var until = _store.Revisions.Last(1)[0].Committed;

        Assert.Equal([new FormerParent("front", "The Front", until)], _store.FindActor("brigade")[0].Former);
        Assert.Equal([], _store.FindActor("brigade")[1].Former);
    }

    [Fact]
    public void What_was_undone_is_not_found_any_more()
    {
        _store.Undo(2);
        Assert.Equal(["small"], _store.FindActor("brigade").Select(record => record.Dataset.Slug));
        Assert.Equal(["small"], _store.FindPlace("town").Select(record => record.Dataset.Slug));
    }

    [Fact]
    public void A_place_is_told_as_every_dataset_describes_it() => Assert.Equal(
        [new PlaceRecord(_small.Description, _small.Places[0], [_small.Sources[0]]), new PlaceRecord(_other.Description, _small.Places[0], [_small.Sources[0]])],
        _store.FindPlace("town"));

    [Fact]
    public void Roles_are_told_in_the_order_asked_for_of_those_asked_for()
    {
        var (one, other) = (Number("2024-01-02-shelling"), Number("other-2024-01-02-shelling"));
        Assert.Equal(
            [new(other, "brigade", "perpetrator", "suspected"), new(other, "front", "claimant", null), new(one, "brigade", "perpetrator", "suspected"), new(one, "front", "claimant", null)],
            _store.ReadRoles([other, 999, one, Number("road")], new HashSet<string> { "brigade", "front", "nobody" }));
        Assert.Equal([new(one, "front", "claimant", null)], _store.ReadRoles([one], new HashSet<string> { "front" }));
    }

    [Fact]
    public void Roles_are_those_of_the_whole_incident()
    {
        var starter = StarterDataset.Load();
        _store.Add(starter);
        Assert.All(starter.Incidents, incident =>
        {
            var number = Number(incident.Slug);
            Assert.Equal(
                incident.Involvements.Select(involvement => new ActorRole(number, involvement.ActorId, involvement.Role, involvement.Qualifier)),
                _store.ReadRoles([number], starter.Actors.Select(actor => actor.Id).ToHashSet()));
            Assert.All(starter.Places, place => Assert.Equal(incident.PlaceIds.Contains(place.Id), _store.ThatNamePlace([number], place.Id).Count == 1));
        });
    }

    [Fact]
    public void Those_that_name_a_place_stay_in_their_order() =>
        Assert.Equal([Number("other-2024-01-02-shelling"), Number("2024-01-02-shelling")],
            _store.ThatNamePlace([Number("other-2024-01-02-shelling"), 999, Number("road"), Number("2024-01-02-shelling")], "town"));

    [Fact]
    public void Claims_are_told_by_who_made_them_the_last_first()
    {
        var claims = StarterDataset.Load().Claims.Where(claim => claim.Claimant.ActorId == "act-sohr").ToList();
        _store.Add(StarterDataset.Load());
        var numbers = _store.FindByText("").Concat(StarterDataset.Load().Incidents.Select(incident => Number(incident.Slug))).ToList();
        var made = _store.ReadMadeClaims(numbers, "act-sohr");

        Assert.Equal(claims.Select(claim => claim.Id).Order(StringComparer.Ordinal), made.Select(one => one.Claim.Id).Order(StringComparer.Ordinal));
        Assert.Equal(made.Select(one => one.Claim.Date).Order(Comparer<Domain.Time.PartialDate?>.Create((one, other) => (one is null, other).CompareTo((other is null, one)))), made.Select(one => one.Claim.Date));
    }

    [Fact]
    public void A_claim_is_told_with_its_incident_and_its_source() => Assert.Equal(
        [new MadeClaim("2024-01-02-shelling", "shelling", Domain.Incidents.IncidentKind.Attack, _small.Claims[0], _small.Sources[0])],
        _store.ReadMadeClaims([Number("2024-01-02-shelling"), Number("road"), 999], "brigade"));

    [Fact]
    public void More_incidents_than_anybody_looks_through_are_refused()
    {
        long[] many = [.. Enumerable.Repeat(1L, DashboardStore.MostLookedThrough + 1)];
        Assert.Throws<ArgumentOutOfRangeException>(() => _store.ReadRoles(many, new HashSet<string>()));
        Assert.Throws<ArgumentOutOfRangeException>(() => _store.ThatNamePlace(many, "town"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _store.ReadMadeClaims(many, "brigade"));
    }

    private static Actor Named(string id) =>
        new() { Id = id, Name = "Called so", Nature = "", ParentId = null, Affiliations = [], Aliases = [], Evidence = new Evidence([], null) };

    private long Number(string slug) => _store.FindIncident(slug)!.Number;
}
