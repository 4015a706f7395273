using Dashboard.Data.Documents;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The lines of the list for some incidents, in the order asked for.</summary>
internal static class ReadSummaries
{
    public static IReadOnlyList<IncidentSummary> Ask(SqliteConnection connection, IReadOnlyList<long> numbers, ColumnNames columns)
    {
        var stored = ReadIncidents.InOrder(connection, numbers, columns).ToList();
        var names = new NamesOfIncidents(connection, stored);
        return [.. stored.Select(incident => Summary(incident, names))];
    }

    private static IncidentSummary Summary(StoredIncident stored, NamesOfIncidents names)
    {
        var incident = stored.Incident;
        var places = names.Places(stored).ToList();
        return new IncidentSummary
        {
            Number = stored.Number,
            Dataset = stored.Dataset,
            Slug = incident.Slug,
            Title = incident.Title,
            Kind = incident.Kind,
            IsLead = incident.IsLead,
            Occurrence = incident.Occurrence,
            Places = places.Select(place => place.Name).ToValueList(),
            Countries = places.Select(place => place.Country).OfType<string>().Distinct().ToValueList(),
            Actors = names.Actors(stored).Distinct().ToValueList(),
            Killed = incident.Killed.Toll,
            Injured = incident.Injured.Toll,
            Precision = incident.Precision,
            IsPlaced = incident.IsPlaced,
        };
    }
}
