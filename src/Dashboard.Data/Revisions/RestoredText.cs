using System.Text.Json;
using Dashboard.Data.Documents;
using Dashboard.Data.Engines;
using Dashboard.Data.Json;
using Dashboard.Data.Questions;
using Dashboard.Data.Text;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>The words of incidents that hold again. The text index keeps no words, so they come from the documents.</summary>
internal static class RestoredText
{
    private const int MostRemembered = 50_000;

    private const string Restored = "SELECT number, dataset, document FROM incident WHERE from_revision = ? ORDER BY number";

    private const string Add = "INSERT INTO incident_text (rowid, prose, names) VALUES (?, ?, ?)";

    private const string FindPart = "SELECT document FROM part WHERE dataset = ? AND nature = ? AND id = ? AND to_revision IS NULL";

    public static void Write(SqliteConnection connection, long revision)
    {
        var columns = new ColumnNames();
        ReadColumnNames.Refresh(connection, columns);
        using var restored = new RawStatement(connection, Restored);
        using var add = new RawStatement(connection, Add);
        using var part = new RawStatement(connection, FindPart);
        var names = new Dictionary<(long, string, string), string>();
        restored.Bind(1, revision);
        while (restored.Step())
        {
            var dataset = restored.Integer(1);
            var (incident, _) = IncidentDocument.Read(restored.Utf8(2), columns);
            add.Bind(1, restored.Integer(0));
            add.Bind(2, IncidentText.Prose(incident));
            add.Bind(3, string.Join(' ', incident.PlaceIds.Select(id => Names("place", id)).Concat(ActorIds(incident).Select(id => Names("actor", id)))));
            add.Run();

            string Names(string nature, string id)
            {
                if (!names.TryGetValue((dataset, nature, id), out var known))
                {
                    if (names.Count >= MostRemembered)
                    {
                        names.Clear();
                    }

                    names[(dataset, nature, id)] = known = Read(part, dataset, nature, id);
                }

                return known;
            }
        }
    }

    private static IEnumerable<string> ActorIds(Incident incident) => incident.Involvements.Select(involvement => involvement.ActorId).Distinct();

    private static string Read(RawStatement part, long dataset, string nature, string id)
    {
        part.Bind(1, dataset);
        part.Bind(2, nature);
        part.Bind(3, id);
        var names = !part.Step() ? ""
            : nature == "place" ? IncidentText.Names(JsonSerializer.Deserialize<Place>(part.Utf8(0), DatasetJson.Compact)!)
            : IncidentText.Names(JsonSerializer.Deserialize<Actor>(part.Utf8(0), DatasetJson.Compact)!);
        part.Reset();
        return names;
    }
}
