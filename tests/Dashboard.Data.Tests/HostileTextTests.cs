using Dashboard.Domain;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests;

public sealed class HostileTextTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Naughty =>
    [
        "'; DROP TABLE incident; --", "\" OR \"\"=\"", "<script>alert(1)</script>", "%s%n{0}@p0$1", "NULL", "null", "  spaces  ", "line\r\nbreak\ttab",
        "\u0000", "a\u0000b", "\u202Ertl\u202C", "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "البوكمال", "👩‍👩‍👧‍👦", "Z̮̞̠͙͔ͅA͔L̡G̺O", "\uFEFFbom", "1/0", "-1", "1e309", "{\"a\":1}", "[]",
    ];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Naughty))]
    public void Any_text_comes_back_from_the_store_as_it_was(string text)
    {
        using var store = _directory.Open();
        var dataset = Filled(text);
        store.Add(dataset);
        SameDataset.Assert(dataset, Assert.Single(store.ReadDatasets()));
    }

    private static Dataset Filled(string text)
    {
        var small = SmallDataset.Create();
        var named = $"x{text}";
        return small with
        {
            Description = small.Description with { Title = text, Summary = text, Licence = text, Attribution = text },
            Sources = small.Sources.Select(source => source with { Publisher = named, Nature = text, Note = text }).ToValueList(),
            Actors = small.Actors.Select(actor => actor with { Name = named, Nature = text, Affiliations = [text, text], Aliases = [new Alias(named, text)], Note = text }).ToValueList(),
            Places = small.Places.Select(place => place with { Name = named, Nature = text, Country = text, Province = text, Aliases = [new Alias(named, text)], GeoNamesId = text, Note = text }).ToValueList(),
            Incidents = small.Incidents.Select(incident => incident with
            {
                Title = named,
                Summary = text,
                OccurrenceNote = text,
                GeometryNote = text,
                Targets = text,
                Caveats = [text],
                Tags = [text],
                Killed = incident.Killed with { Note = text },
                Weapons = [new Dashboard.Domain.Incidents.Weapon(text, text, [])],
                Involvements = [new Dashboard.Domain.Actors.Involvement("front", named, text, new Evidence([], null))],
            }).ToValueList(),
            Claims = small.Claims.Select(claim => claim with { Predicate = named, Value = named, Claimant = new Claimant(null, named), Note = text }).ToValueList(),
            Relations = [],
            Notes = [new DatasetNote(named, named, [text], named, [])],
        };
    }
}
