using Dashboard.Data.Documents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>Incidents as they are drawn, in the order asked for.</summary>
internal static class ReadDrawn
{
    public static IReadOnlyList<DrawnIncident> Ask(SqliteConnection connection, IReadOnlyList<long> numbers, ColumnNames columns)
    {
        var stored = ReadIncidents.InOrder(connection, numbers, columns).ToList();
        var names = new NamesOfIncidents(connection, stored);
        return [.. stored.Select(incident => new DrawnIncident(incident.Number, incident.Incident, incident.Dataset, names.PlaceNames(incident.Dataset)))];
    }
}
