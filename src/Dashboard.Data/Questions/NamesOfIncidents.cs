using Dashboard.Data.Documents;
using Dashboard.Domain.Places;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>What the places and actors of some incidents are called.</summary>
internal sealed class NamesOfIncidents
{
    private readonly Dictionary<string, OfDataset> _datasets = [];

    public NamesOfIncidents(SqliteConnection connection, IReadOnlyList<StoredIncident> incidents)
    {
        var numbers = ReadDatasets.SlugsByNumber(connection).ToDictionary(dataset => dataset.Value, dataset => dataset.Key);
        foreach (var dataset in incidents.GroupBy(stored => stored.Dataset))
        {
            var places = ReadNames.Ask(connection, numbers[dataset.Key], PartNature.Place, dataset.SelectMany(PlaceIds).Distinct());
            var actors = ReadNames.Ask(connection, numbers[dataset.Key], PartNature.Actor, dataset.SelectMany(ActorIds).Distinct());
            _datasets[dataset.Key] = new OfDataset(places, places.ToDictionary(place => place.Key, place => place.Value.Name), actors);
        }
    }

    /// <summary>The places that the incident names, in their order.</summary>
    public IEnumerable<PartName> Places(StoredIncident stored) =>
        stored.Incident.PlaceIds.Select(id => _datasets[stored.Dataset].Places.GetValueOrDefault(id)).OfType<PartName>();

    /// <summary>The names of those involved, perpetrators first.</summary>
    public IEnumerable<string> Actors(StoredIncident stored) => stored.Incident.Involvements
        .OrderBy(involvement => involvement.Role != "perpetrator")
        .Select(involvement => _datasets[stored.Dataset].Actors.GetValueOrDefault(involvement.ActorId)?.Name).OfType<string>();

    /// <summary>The names of the dataset's places, by id; only those that the incidents have.</summary>
    public IReadOnlyDictionary<string, string> PlaceNames(string dataset) => _datasets[dataset].PlaceNames;

    private static IEnumerable<string> ActorIds(StoredIncident stored) => stored.Incident.Involvements.Select(involvement => involvement.ActorId);

    private static IEnumerable<string> PlaceIds(StoredIncident stored)
    {
        IEnumerable<string?> drawn = stored.Incident.Geometry switch
        {
            PointGeometry point => [point.Location.PlaceId],
            MultiPointGeometry several => several.Locations.Select(location => location.PlaceId),
            RouteGeometry route => route.Stops.Select(stop => stop.Location.PlaceId),
            _ => [],
        };
        return stored.Incident.PlaceIds.Concat(drawn.OfType<string>());
    }

    private sealed record OfDataset(Dictionary<string, PartName> Places, Dictionary<string, string> PlaceNames, Dictionary<string, PartName> Actors);
}
