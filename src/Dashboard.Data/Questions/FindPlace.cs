using Dashboard.Domain;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>One place as each dataset describes it that has it.</summary>
internal static class FindPlace
{
    public static ValueList<PlaceRecord> Ask(SqliteConnection connection, string id) =>
        DescribedParts.Ask<Place>(connection, PartNature.Place, id).Select(found => Record(connection, found.Dataset, found.Part)).ToValueList();

    private static PlaceRecord Record(SqliteConnection connection, long dataset, Place place)
    {
        var sourceIds = place.Evidence.Basis.Select(basis => basis.SourceId).OfType<string>().Distinct();
        return new PlaceRecord(
            ReadParts.Description(connection, dataset),
            place,
            ReadParts.Ask<Source>(connection, dataset, PartNature.Source, sourceIds).ToValueList());
    }
}
