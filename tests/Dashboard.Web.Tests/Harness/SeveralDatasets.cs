using Dashboard.Domain;
using Dashboard.Domain.Time;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Harness;

/// <summary>Three small datasets side by side: one with a codebook, one with many sources, one that says nothing of when it was collected.</summary>
internal static class SeveralDatasets
{
    /// <summary>So many that a page does not list them at once.</summary>
    public const int Sources = 60;

    public static IReadOnlyList<Dataset> All { get; } =
    [
        Dataset(Incident("one-a", Day(1)), Incident("one-b", Day(2))) with
        {
            Description = new DatasetDescription("one", "أحداث", "Two incidents.", "CC BY 4.0", "Those who collected them", new TimeWindow(At(2024, 1, 1), At(2024, 3, 1))),
        },
        Sourced() with { Description = new DatasetDescription("two", "Two <b>", "", "", "", new TimeWindow(At(2024, 2, 1), null)) },
        Dataset(Incident("three-a", Day(3))) with { Description = new DatasetDescription("three", "Three", "", "", "", TimeWindow.All) },
    ];

    private static Dataset Sourced()
    {
        var sources = Enumerable.Range(1, Sources).Select(number => Source($"source-{number:00}", $"Gazette {number:00}")).ToValueList();
        var incident = Incident("two-a", Day(40)) with { Evidence = new([.. sources.Select(source => Domain.Sources.Basis.Source(source.Id))], null) };
        return Dataset(incident) with { Sources = sources };
    }

    private static Domain.Sources.Source Source(string id, string publisher) => new()
    {
        Id = id,
        Publisher = publisher,
        Date = null,
        Nature = "publication",
        Address = null,
        QuotesPrimaryStatement = false,
    };

    private static Occurrence Day(int day) => new(At(2024, 1, 1).AddDays(day), null, TimeSpan.Zero, TimePrecision.Day);
}
