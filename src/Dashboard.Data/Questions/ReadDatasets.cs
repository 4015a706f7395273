using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>Every dataset, whole.</summary>
internal static class ReadDatasets
{
    public static IReadOnlyList<Dataset> Ask(SqliteConnection connection) =>
        [.. ReadDescriptions.Ask(connection).Select(dataset => Whole(connection, dataset.Number, dataset.Description))];

    private static Dataset Whole(SqliteConnection connection, long number, DatasetDescription description)
    {
        var scope = new Scope(number);
        var evidence = EvidenceReader.For(connection, scope);
        return new Dataset
        {
            Description = description,
            Actors = ReadActors.Ask(connection, scope, evidence),
            Places = ReadPlaces.Ask(connection, scope, evidence),
            Sources = ReadSources.Ask(connection, number),
            Incidents = ReadIncidents.Ask(connection, scope, evidence),
            Claims = ReadClaims.Ask(connection, scope, evidence),
            Relations = ReadRelations.Ask(connection, scope, evidence),
            Conflicts = ReadConflicts.Ask(connection, scope, evidence),
            Notes = ReadNotes.Ask(connection, scope, evidence),
        };
    }
}
