using Dapper;
using Dashboard.Data.Text;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>Writes what the text search finds incidents by.</summary>
internal static class AddText
{
    private const string Insert = """
        INSERT INTO incident_text (rowid, prose, names)
        SELECT number, @Prose, @Names FROM incident WHERE dataset = @Dataset AND id = @Id
        """;

    public static void Run(SqliteConnection connection, long dataset, Dataset added)
    {
        var places = added.Places.ToDictionary(place => place.Id, Names);
        var actors = added.Actors.ToDictionary(actor => actor.Id, Names);
        connection.Execute(Insert, added.Incidents.Select(incident => new
        {
            Dataset = dataset,
            incident.Id,
            Prose = Spelling.OfProse($"{incident.Title}\n{incident.Summary}"),
            Names = Spelling.OfNames(incident.PlaceIds.SelectMany(id => places[id]).Concat(ActorIds(incident).SelectMany(id => actors[id]))),
        }));
    }

    private static IEnumerable<string> ActorIds(Incident incident) => incident.Involvements.Select(involvement => involvement.ActorId).Distinct();

    private static string[] Names(Place place) =>
        [.. new[] { place.Name, place.Province }.OfType<string>(), .. place.Aliases.Select(alias => alias.Text)];

    private static string[] Names(Actor actor) => [actor.Name, .. actor.Aliases.Select(alias => alias.Text)];
}
