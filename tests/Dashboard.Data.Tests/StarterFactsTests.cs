using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests;

/// <summary>Where the fact sheet stands beside the checkout, nothing of it may be missing in the starter dataset.</summary>
public sealed partial class StarterFactsTests
{
    private static readonly string _folder = Path.Combine(Repository.Root, "..", "shared", "data", "starter");
    private static readonly Dataset _starter = StarterDataset.Load();

    [Fact]
    public void Incidents_are_those_of_the_fact_sheet() => Same("incidents", _starter.Incidents, (fact, incident) =>
    {
        var time = fact.GetProperty("time");
        var occurrence = incident.Occurrence!;
        Assert.Equal(Text(fact, "kind"), incident.Kind.Key);
        Assert.Equal(time.GetProperty("start_utc").GetDateTimeOffset(), occurrence.Start);
        Assert.Equal(Text(time, "end_utc") is { } end ? DateTimeOffset.Parse(end) : null, occurrence.End);
        Assert.Equal(Text(time, "local_offset"), $"{(occurrence.LocalOffset < TimeSpan.Zero ? '-' : '+')}{occurrence.LocalOffset:hh\\:mm}");
        Assert.Equal(time.GetProperty("uncertainty_minutes").GetInt32(), occurrence.Uncertainty!.Value.TotalMinutes);
        Assert.Equal(Text(time, "precision")!.Replace('_', '-'), EnumWord.Of(occurrence.Precision));
        Rests(time, incident.OccurrenceEvidence);
        Assert.Contains(Plain(Text(time, "note")), incident.OccurrenceNote ?? "");
        Assert.Equal(Texts(fact, "places"), incident.PlaceIds);
        Assert.Equal(fact.GetProperty("geo_precision_m").GetDouble(), incident.Precision!.Value.Metres);
        Assert.Equal(Points(fact.GetProperty("geometry").GetProperty("coordinates")), incident.Geometry!.Points);
        Assert.Contains(Plain(Text(fact, "geo_note")), incident.GeometryNote ?? "");
        Assert.Subset(Bases(incident.GeometryEvidence.Basis), Bases(fact, "geometry_basis"));
        Assert.Equal(fact.GetProperty("actors").EnumerateArray().Select(actor => Text(actor, "actor")), incident.Involvements.Select(involvement => involvement.ActorId));
        Assert.All(fact.GetProperty("actors").EnumerateArray().Zip(incident.Involvements), pair => Rests(pair.First, pair.Second.Evidence));
        Assert.Equal(fact.GetProperty("weapons").EnumerateArray().Select(weapon => Text(weapon, "name")), incident.Weapons.Select(weapon => weapon.Name));
        Assert.All(fact.GetProperty("weapons").EnumerateArray().Zip(incident.Weapons), pair => Assert.Equal(Bases(pair.First, "basis"), Bases(pair.Second.Basis)));
        SameToll(fact.GetProperty("fatalities"), incident.Killed);
        SameToll(fact.GetProperty("injuries"), incident.Injured);
        Assert.Equal(Texts(fact, "caveats").Length, incident.Caveats.Count);
        Assert.Equal(Texts(fact, "tags"), incident.Tags);
        Assert.Equal(fact.GetProperty("targets").ValueKind == JsonValueKind.Null, incident.Targets is null);
        Rests(fact, incident.Evidence);
        if (fact.TryGetProperty("stops", out var stops))
        {
            Assert.Equal(
                stops.EnumerateArray().Select(stop => (Text(stop, "place"), Text(stop, "date"), Text(stop, "what"))),
                Assert.IsType<RouteGeometry>(incident.Geometry).Stops.Select(stop => (stop.Location.PlaceId, (string?)stop.Date.Text, (string?)stop.What)));
        }
    });

    [Fact]
    public void Claims_are_those_of_the_fact_sheet() => Same("claims", ClaimsInTheOrderOfTheFacts(), (fact, claim) =>
    {
        var value = fact.GetProperty("value");
        var isToll = value.ValueKind == JsonValueKind.Object;
        Assert.Equal((Text(fact, "subject"), Text(fact, "predicate"), Id(Text(fact, "source")!), Text(fact, "date"), Text(fact, "status")),
            (claim.IncidentId, claim.Predicate, claim.SourceId, claim.Date?.Text, EnumWord.Of(claim.Status)));
        Assert.Equal(isToll ? Text(value, "text") : value.GetString(), claim.Value);
        Assert.Equal(isToll ? (Number(value, "low"), Number(value, "high")) : (claim.Number?.Low, claim.Number?.High), (claim.Number?.Low, claim.Number?.High));
        Rests(fact, claim.Evidence);
        Assert.Equal(Text(fact, "note") == "", claim.Note is null);
        Assert.True(!Text(fact, "claimant")!.StartsWith("act-", StringComparison.Ordinal) || claim.Claimant.ActorId == Text(fact, "claimant"));
    });

    [Fact]
    public void Actors_are_those_of_the_fact_sheet() => Same("actors", _starter.Actors, (fact, actor) =>
    {
        Assert.Equal((Text(fact, "name"), Text(fact, "type"), Text(fact, "parent")), (actor.Name, actor.Nature, actor.ParentId));
        Assert.Equal(Texts(fact, "affiliations").Length, actor.Affiliations.Count);
        Assert.Equal([.. Texts(fact, "variants").Select(Name), .. Arabic(fact)], actor.Aliases.Select(alias => alias.Text));
        Rests(fact, actor.Evidence);
        Assert.Equal(Text(fact, "note") == "", actor.Note is null);
    });

    [Fact]
    public void Places_are_those_of_the_fact_sheet() => Same("places", _starter.Places, (fact, place) =>
    {
        Assert.Equal((Text(fact, "name"), Text(fact, "kind"), Text(fact, "country"), Text(fact, "admin1")), (place.Name, place.Nature, place.Country, place.Province));
        Assert.Equal((Degrees(fact, "lat"), Degrees(fact, "lon"), Degrees(fact, "precision_m")), (place.Point?.Latitude, place.Point?.Longitude, place.Precision?.Metres));
        Assert.Equal(fact.GetProperty("geonames_id").ToString(), place.GeoNamesId ?? "");
        Assert.Equal(Bases(fact, "geo_basis"), Bases(place.Evidence.Basis));
        Assert.All([.. Texts(fact, "variants").Select(Name), .. Arabic(fact)], name =>
            Assert.True(place.Aliases.Any(alias => alias.Text == name) || place.Note!.Contains(name, StringComparison.Ordinal), name));
        Assert.Contains(Plain(Text(fact, "note")), place.Note ?? "");
    });

    [Fact]
    public void Relations_are_those_of_the_fact_sheet() => Same("relations", _starter.Relations, (fact, relation) =>
    {
        Assert.Equal((Text(fact, "from"), Text(fact, "type"), Text(fact, "to")), (relation.FromId, relation.Kind, relation.ToId));
        Assert.Equal(Text(fact, "asserted_by") is null, relation.AssertedBy is null);
        Assert.Equal(Text(fact, "note") == "", relation.Note is null);
        Rests(fact, relation.Evidence);
    });

    [Fact]
    public void Sources_are_those_of_the_fact_sheet() => Same("sources", _starter.Sources, (fact, source) =>
    {
        Assert.Equal((Text(fact, "date"), Text(fact, "observed_url"), fact.GetProperty("primary_statement_quoted").GetBoolean()),
            (source.Date?.Text, source.Address?.OriginalString, source.QuotesPrimaryStatement));
        Assert.True(Text(fact, "kind") == "seed" || (Text(fact, "publisher"), Text(fact, "kind")) == (source.Publisher, source.Nature));
        Assert.True(Text(fact, "note") == "" || source.Note is not null);
    });

    [Fact]
    public void Conflicts_and_notes_are_those_of_the_fact_sheet()
    {
        var facts = Facts();
        Assert.Equal(facts.GetProperty("seed_issues").GetArrayLength(), _starter.Conflicts.Count);
        Assert.All(facts.GetProperty("seed_issues").EnumerateArray().Zip(_starter.Conflicts), pair =>
        {
            Assert.Equal(Texts(pair.First, "incidents"), pair.Second.IncidentIds);
            Assert.Equal(Bases(pair.First, "basis"), Bases(pair.Second.Basis));
            Assert.Equal(Text(pair.First, "severity"), EnumWord.Of(pair.Second.Severity));
        });
        Assert.Equal(facts.GetProperty("confusable_names").GetArrayLength() + facts.GetProperty("data_quality_cases").GetArrayLength(), _starter.Notes.Count);
    }

    [Fact]
    public void No_sentence_of_the_articles_is_repeated()
    {
        var articles = Path.Combine(_folder, "articles");
        Assert.SkipUnless(Directory.Exists(articles), $"the articles are not at {articles}");
        var said = Directory.EnumerateFiles(articles).SelectMany(file => Runs(File.ReadAllText(file))).ToHashSet();
        var file = Path.Combine(Repository.Root, "src", "Dashboard.Data", "Starter", "us-forces-2023-24.json");
        Assert.DoesNotContain(File.ReadLines(file).SelectMany(Runs), said.Contains);
    }

    private static IEnumerable<string> Runs(string text)
    {
        const int Length = 8;
        var words = Word().Matches(text.ToLowerInvariant().Replace("'", "")).Select(match => match.Value).ToArray();
        return Enumerable.Range(0, Math.Max(0, words.Length - Length + 1)).Select(first => string.Join(' ', words.Skip(first).Take(Length)));
    }

    private static JsonElement Facts()
    {
        var file = Path.Combine(_folder, "facts.json");
        Assert.SkipUnless(File.Exists(file), $"the fact sheet is not at {file}");
        return JsonDocument.Parse(File.ReadAllText(file)).RootElement;
    }

    /// <summary>In the dataset they stand in the order of their incidents.</summary>
    private static ValueList<Claim> ClaimsInTheOrderOfTheFacts()
    {
        var claims = _starter.Claims.ToDictionary(claim => claim.Id);
        return Facts().GetProperty("claims").EnumerateArray().Select(fact => claims[Text(fact, "id")!.Replace("-seed", "-article", StringComparison.Ordinal)]).ToValueList();
    }

    private static void Same<T>(string kind, ValueList<T> values, Action<JsonElement, T> compare)
    {
        var facts = Facts().GetProperty(kind).EnumerateArray().ToList();
        Assert.Equal(facts.Count, values.Count);
        Assert.All(facts.Zip(values), pair => compare(pair.First, pair.Second));
    }

    private static void SameToll(JsonElement fact, TollReading reading)
    {
        Assert.Equal(new Toll(Number(fact, "low"), Number(fact, "best"), Number(fact, "high")), reading.Toll);
        Assert.Equal(Text(fact, "note") is { Length: > 0 } note ? note : null, reading.Note);
        Rests(fact, reading.Evidence);
    }

    private static void Rests(JsonElement fact, Evidence evidence)
    {
        Assert.Equal(Text(fact, "confidence"), evidence.Confidence is { } confidence ? EnumWord.Of(confidence) : null);
        Assert.Equal(Bases(fact, "basis"), Bases(evidence.Basis));
    }

    private static SortedSet<string> Bases(JsonElement fact, string name) => [.. Texts(fact, name).Select(Id)];

    private static SortedSet<string> Bases(IEnumerable<Basis> basis) => [.. basis.Select(one => one.SourceId ?? EnumWord.Of(one.Kind))];

    /// <summary>The fact sheet numbers its five articles from nought; the dataset from one.</summary>
    private static string Id(string basis) => basis.StartsWith("seed:", StringComparison.Ordinal)
        ? $"article-{int.Parse(basis.AsSpan(5, 3)) + 1}"
        : basis.Replace("public:", "").Replace('_', '-');

    private static string Name(string variant) => Bracketed().Replace(variant, "").Trim('\'');

    private static string Plain(string? note) => note is null || note.Contains("seed", StringComparison.Ordinal) || note.Contains("pl-", StringComparison.Ordinal) ? "" : note;

    private static string[] Arabic(JsonElement fact) => Text(fact, "name_ar") is { } name ? [name] : [];

    private static IEnumerable<GeoPoint> Points(JsonElement coordinates) => coordinates[0].ValueKind == JsonValueKind.Array
        ? coordinates.EnumerateArray().SelectMany(Points)
        : [new GeoPoint(coordinates[1].GetDouble(), coordinates[0].GetDouble())];

    private static string? Text(JsonElement fact, string name) => fact.GetProperty(name).GetString();

    private static string[] Texts(JsonElement fact, string name) => [.. fact.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static int? Number(JsonElement fact, string name) => fact.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static double? Degrees(JsonElement fact, string name) => fact.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    [GeneratedRegex(@"\s*\(.*\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex("[a-z0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
