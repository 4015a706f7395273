using Dashboard.Domain;

namespace Dashboard.Data.Tests;

/// <summary>Datasets are compared whole; the parts go first only so that a failure shows what differs.</summary>
internal static class SameDataset
{
    public static void Assert(Dataset expected, Dataset actual)
    {
        Xunit.Assert.Equal(expected.Description, actual.Description);
        Items(expected.Actors, actual.Actors);
        Items(expected.Places, actual.Places);
        Items(expected.Sources, actual.Sources);
        Items(expected.Incidents, actual.Incidents);
        Items(expected.Claims, actual.Claims);
        Items(expected.Relations, actual.Relations);
        Items(expected.Conflicts, actual.Conflicts);
        Items(expected.Notes, actual.Notes);
        Xunit.Assert.Equal(expected, actual);
    }

    private static void Items<T>(ValueList<T> expected, ValueList<T> actual) =>
        Xunit.Assert.All(expected.Zip(actual), pair => Xunit.Assert.Equal(pair.First, pair.Second));
}
