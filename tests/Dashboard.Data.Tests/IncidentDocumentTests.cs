using System.Buffers;
using System.Text;
using System.Text.Json;
using Dashboard.Data.Documents;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests;

public sealed class IncidentDocumentTests
{
    private readonly ColumnNames _columns = new();

    [Fact]
    public void Any_incident_reads_back_from_its_document_as_it_was() => ForAny((incident, claims) =>
        Assert.Equal((incident, claims), IncidentDocument.Read(Written(incident, claims), _columns)));

    [Fact]
    public void What_was_read_is_written_the_same_again() => ForAny((incident, claims) =>
    {
        var written = Written(incident, claims);
        var (again, claimsAgain) = IncidentDocument.Read(written, _columns);
        Assert.Equal(written, Written(again, claimsAgain));
    });

    [Fact]
    public void The_facts_of_a_document_are_those_of_its_incident()
    {
        var small = SmallDataset.Create();
        var facts = new FactsDocument("small", new DatasetValues(Names(small)), Known(small));
        ForAny((incident, claims) => Same(Facts(7, incident, claims, small), facts.Read(7, Written(incident, claims))));
    }

    [Fact]
    public void The_starter_dataset_reads_back_from_its_documents()
    {
        var starter = StarterDataset.Load();
        var facts = new FactsDocument(starter.Description.Slug, new DatasetValues(Names(starter)), Known(starter));
        Assert.All(starter.Incidents, incident =>
        {
            var claims = starter.Claims.Where(claim => claim.IncidentId == incident.Id).ToValueList();
            var document = Written(incident, claims);
            Assert.Equal((incident, claims), IncidentDocument.Read(document, _columns));
            Same(Facts(1, incident, claims, starter), facts.Read(1, document));
        });
    }

    [Fact]
    public void A_document_leaves_out_what_is_not_known_and_what_the_incident_rests_on_already() => Assert.Equal(
        """{"id":"i","slug":"s","title":"i","kind":"attack","evidence":[null]}""",
        Encoding.UTF8.GetString(Written(SmallDataset.Incident("i", "s"), [])));

    [Fact]
    public void Another_document_has_another_fingerprint()
    {
        var incident = SmallDataset.Incident("i", "s");
        Incident[] others = [incident, incident with { Title = "j" }, incident with { Title = "i " }, incident with { IsLead = true }, incident with { Summary = new string('x', 100) }];
        Assert.Equal(others.Length, others.Select(other => IncidentDocument.Fingerprint(Written(other, []))).Distinct().Count());
    }

    [Fact]
    public void A_fingerprint_is_the_same_for_good() =>
        Assert.Equal(7706249143864738612, IncidentDocument.Fingerprint(Written(SmallDataset.Incident("i", "s"), [])));

    [Fact]
    public void A_claim_about_another_incident_is_not_written() =>
        Assert.Throws<ArgumentException>(() => Written(SmallDataset.Incident("i", "s"), SmallDataset.Create().Claims));

    [Theory]
    [InlineData("""{"id":"i"}""")]
    [InlineData("""{"id":"i","slug":"s","title":"i","kind":"attack","evidence":[null],"colour":"red"}""")]
    [InlineData("""{"id":"i","slug":"s","title":"i","kind":"attack","evidence":["sure"]}""")]
    [InlineData("""["id"]""")]
    public void What_is_no_document_of_an_incident_is_refused(string json) =>
        Assert.Throws<InvalidDataException>(() => IncidentDocument.Read(Encoding.UTF8.GetBytes(json), _columns));

    [Fact]
    public void A_document_that_was_cut_short_anywhere_is_refused()
    {
        var small = SmallDataset.Create();
        foreach (var incident in small.Incidents)
        {
            var whole = Written(incident with { Attributes = [new("Column", "a \"quoted\" \\ value")] }, small.Claims.Where(claim => claim.IncidentId == incident.Id).ToValueList());
            Assert.All(Enumerable.Range(0, whole.Length), length => Assert.Throws<InvalidDataException>(() => IncidentDocument.Read(whole.AsSpan(0, length), _columns)));
        }
    }

    [Fact]
    public void What_is_cut_out_of_a_document_is_as_it_lies_there() => ForAny((incident, claims) =>
    {
        var written = Written(incident, claims);
        var document = new CutDocument(written);
        var json = JsonDocument.Parse(written).RootElement;
        string[] cut =
        [
            Text(document.Id), Text(document.Title), Text(document.Claims), Text(document.Time), Text(document.Shape), Text(document.Killed), Text(document.Summary), Text(document.Attributes),
        ];
        string[] names = ["id", "title", "claims", "time", "shape", "killed", "summary", "attributes"];
        Assert.Equal(names.Select(name => json.TryGetProperty(name, out var value) ? value.GetRawText() : ""), cut);
        Assert.Equal(incident.IsLead, document.IsLead);

        static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
    });

    [Fact]
    public void Names_of_columns_are_written_once_for_all_documents()
    {
        var one = Written(WithColumns(("Date", "1"), ("Place", "2")), []);
        var other = Written(WithColumns(("Date", "3"), ("Place", "4")), []);
        var (number, names) = Assert.Single(_columns.All);
        Assert.Equal("[\"Date\",\"Place\"]", names);
        Assert.EndsWith($",\"attributes\":[{number},\"1\",\"2\"]}}", Encoding.UTF8.GetString(one));
        var elsewhere = new ColumnNames();
        elsewhere.Add(number, names);
        Assert.Equal(WithColumns(("Date", "3"), ("Place", "4")), IncidentDocument.Read(other, elsewhere).Incident);
        Assert.Equal(other, Written(WithColumns(("Date", "3"), ("Place", "4")), [], elsewhere));
    }

    [Fact]
    public void A_table_with_too_many_lists_of_columns_has_the_names_in_its_documents()
    {
        var incidents = Enumerable.Range(0, 5000).Select(row => WithColumns(($"Column {row}", "x"), ("Other", "y"))).ToList();
        Assert.All(incidents, incident => Assert.Equal(incident, IncidentDocument.Read(Written(incident, []), _columns).Incident));
        Assert.Equal(4096, _columns.Count);
    }

    private static Incident WithColumns(params IEnumerable<(string Name, string Value)> attributes) => SmallDataset.Incident("i", "s") with
    {
        Attributes = attributes.Select(attribute => new UpstreamAttribute(attribute.Name, attribute.Value)).ToValueList(),
    };

    private static void ForAny(Action<Incident, ValueList<Claim>> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(RandomIncidents.Incident.ToArbitrary(), any => holds(any.Incident, any.Claims)));

    private static Dictionary<string, PartName> Names(Dataset dataset) =>
        dataset.Places.ToDictionary(place => place.Id, place => new PartName(place.Name, place.Country));

    private byte[] Written(Incident incident, ValueList<Claim> claims) => Written(incident, claims, _columns);

    private static byte[] Written(Incident incident, ValueList<Claim> claims, ColumnNames columns)
    {
        var document = new ArrayBufferWriter<byte>();
        IncidentDocument.Write(document, incident, claims, columns);
        return document.WrittenSpan.ToArray();
    }

    private static IncidentFacts Facts(long number, Incident incident, ValueList<Claim> claims, Dataset dataset)
    {
        var places = incident.PlaceIds.Select(id => dataset.Places.Single(place => place.Id == id)).ToList();
        var sources = incident.Bases.Concat(claims.SelectMany(claim => claim.Evidence.Basis)).Select(basis => basis.SourceId).Concat(claims.Select(claim => claim.SourceId));
        List<string> ids = [.. sources.OfType<string>().Distinct()];
        return new IncidentFacts
        {
            Number = number,
            Dataset = dataset.Description.Slug,
            Slug = incident.Slug,
            Title = incident.Title,
            Kind = incident.Kind,
            IsLead = incident.IsLead,
            Occurrence = incident.Occurrence,
            DrawnPoints = [.. incident.Geometry?.DrawnPoints ?? []],
            IsPlaced = incident.IsPlaced,
            Precision = incident.Precision,
            Place = places.FirstOrDefault()?.Name,
            Countries = [.. places.Select(place => place.Country).OfType<string>().Distinct()],
            ActorIds = [.. incident.Involvements.Select(involvement => involvement.ActorId).Distinct()],
            SourceIds = ids,
            SourceDays = [.. ids.Select(id => FirstDay(id, incident, claims, dataset))],
            Statuses = [.. claims.Select(claim => claim.Status).Distinct()],
            Claims = [.. claims.Select(claim => Of(claim, claims, dataset))],
            Killed = incident.Killed.Toll,
            Injured = incident.Injured.Toll,
        };
    }

    /// <summary>Found by asking on every day on which anything happens.</summary>
    private static DateOnly? FirstDay(string source, Incident incident, ValueList<Claim> claims, Dataset dataset)
    {
        var days = dataset.Sources.Select(one => one.Date).Concat(claims.Select(claim => claim.Date)).OfType<PartialDate>().Select(date => date.Earliest);
        return days.Append(DateOnly.MinValue).Order().First(day => IsCarrying(new KnownOn(day, dataset.Sources))) is var first && first == DateOnly.MinValue ? null : first;

        bool IsCarrying(KnownOn known)
        {
            var made = claims.Where(known.Has).ToList();
            var bases = known.Of(incident, claims, _ => true).Bases.Concat(made.SelectMany(claim => claim.Evidence.Basis)).Select(basis => basis.SourceId);
            return dataset.Sources.FirstOrDefault(one => one.Id == source) is not { } described || known.Has(described)
                ? bases.Concat(made.Select(claim => claim.SourceId)).Contains(source) : false;
        }
    }

    private static ClaimFacts Of(Claim claim, ValueList<Claim> claims, Dataset dataset)
    {
        var known = new KnownOn(DateOnly.MaxValue, dataset.Sources);
        var corrections = dataset.Relations.Where(relation => relation.ToId == claim.IncidentId)
            .Select(relation => (relation, dataset.Incidents.Single(incident => incident.Id == relation.FromId).Occurrence));
        var topic = claim.Predicate switch
        {
            TollPredicate.Killed => ClaimTopic.Killed,
            TollPredicate.Injured => ClaimTopic.Injured,
            _ => ClaimTopic.Other,
        };
        return new ClaimFacts
        {
            ClaimantId = claim.Claimant.ActorId,
            SourceId = claim.SourceId,
            Day = known.DayOf(claim),
            Status = claim.Status,
            TurnDay = known.TurnOf(claim, claims, corrections)?.Day,
            Topic = topic,
            Number = topic == ClaimTopic.Other ? null : claim.Number,
        };
    }

    private static KnownFacts Known(Dataset dataset) => new(
        dataset.Sources,
        dataset.Relations.Where(relation => relation.Kind == KnownOn.Corrects)
            .ToLookup(relation => relation.ToId, relation => (relation, dataset.Incidents.Single(incident => incident.Id == relation.FromId).Occurrence)));

    private static void Same(IncidentFacts expected, IncidentFacts actual)
    {
        Assert.Equal(expected.DrawnPoints, actual.DrawnPoints);
        Assert.Equal(expected.Countries, actual.Countries);
        Assert.Equal(expected.ActorIds, actual.ActorIds);
        Assert.Equal(expected.Claims, actual.Claims);
        Assert.Equal(
            expected.SourceIds.Zip(expected.SourceDays).OrderBy(source => source.First, StringComparer.Ordinal),
            actual.SourceIds.Zip(actual.SourceDays.Count == 0 ? Enumerable.Repeat<DateOnly?>(null, actual.SourceIds.Count) : actual.SourceDays).OrderBy(source => source.First, StringComparer.Ordinal));
        Assert.Equal(expected.SourceIds.Order(StringComparer.Ordinal), actual.SourceIds.Order(StringComparer.Ordinal));
        Assert.Equal(expected.Statuses, actual.Statuses);
        Assert.Equal(expected, actual with
        {
            DrawnPoints = expected.DrawnPoints,
            Countries = expected.Countries,
            ActorIds = expected.ActorIds,
            SourceIds = expected.SourceIds,
            SourceDays = expected.SourceDays,
            Claims = expected.Claims,
            Statuses = expected.Statuses,
        });
    }
}
