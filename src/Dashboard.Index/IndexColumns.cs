using Dashboard.Domain;
using Dashboard.Domain.Time;
using Dashboard.Index.Claims;
using Dashboard.Index.Files;
using Dashboard.Index.Tiles;

namespace Dashboard.Index;

/// <summary>What an index is made of.</summary>
internal sealed record IndexColumns
{
    /// <summary>Stands in a file for the side of a window that is open.</summary>
    private const long OpenSide = -1;

    /// <summary>What is demanded of times, as numbers.</summary>
    public static IReadOnlyList<double> Units { get; } = [.. PrecisionCounts.Units.Select(unit => (double)unit)];

    public required RowOrder Order { get; init; }

    /// <summary>The rows that are leads.</summary>
    public required Bitmap Leads { get; init; }

    public required Strata Strata { get; init; }

    public required TimeColumns Times { get; init; }

    /// <summary>All rows.</summary>
    public required Bitmap Everything { get; init; }

    public required PointIndex Map { get; init; }

    /// <summary>Radii in metres.</summary>
    public required PrecisionColumn Precisions { get; init; }

    /// <summary>Units as numbers; NaN for what is undated.</summary>
    public required PrecisionColumn TimePrecisions { get; init; }

    public required FacetIndex Kinds { get; init; }

    public required ActorIndex Actors { get; init; }

    /// <summary>By the ids of actors: of which rows each makes a claim.</summary>
    public required FacetIndex Claimants { get; init; }

    /// <summary>By the ids of sources: of which rows each carries a claim.</summary>
    public required FacetIndex ClaimSources { get; init; }

    public required ClaimColumns Claims { get; init; }

    public required FacetIndex Countries { get; init; }

    public required FacetIndex Sources { get; init; }

    public required FacetIndex Statuses { get; init; }

    public required FacetIndex Datasets { get; init; }

    public required RankedPair TitlesAndPlaces { get; init; }

    public required TollColumn Killed { get; init; }

    public required TollColumn Injured { get; init; }

    public required ValueList<DatasetCoverage> Coverages { get; init; }

    /// <summary>Where dated incidents lie.</summary>
    public required TimeWindow? Incidents { get; init; }

    /// <summary>Where dated leads lie.</summary>
    public required TimeWindow? LeadsOnly { get; init; }

    public static IndexColumns Read(IndexReader reader)
    {
        var (order, leads, strata) = (RowOrder.Read(reader), Bitmap.Read(reader), Strata.Read(reader));
        return new IndexColumns
        {
            Order = order,
            Leads = leads,
            Strata = strata,
            Everything = Bitmap.Full(order.Count),
            Times = TimeColumns.Read(reader),
            Map = PointIndex.Read(reader, strata),
            Precisions = PrecisionColumn.Read(reader, PrecisionCounts.Metres),
            TimePrecisions = PrecisionColumn.Read(reader, Units),
            Kinds = FacetIndex.Read(reader, leads),
            Actors = ActorIndex.Read(reader, leads),
            Claimants = FacetIndex.Read(reader, leads),
            ClaimSources = FacetIndex.Read(reader, leads),
            Claims = ClaimColumns.Read(reader),
            Countries = FacetIndex.Read(reader, leads),
            Sources = FacetIndex.Read(reader, leads),
            Statuses = FacetIndex.Read(reader, leads),
            Datasets = FacetIndex.Read(reader, leads),
            TitlesAndPlaces = RankedPair.Read(reader),
            Killed = TollColumn.Read(reader),
            Injured = TollColumn.Read(reader),
            Coverages = reader.Each(() => new DatasetCoverage(reader.Text(), WindowFrom(reader))).ToValueList(),
            Incidents = reader.Number() == 0 ? null : WindowFrom(reader),
            LeadsOnly = reader.Number() == 0 ? null : WindowFrom(reader),
        };
    }

    public void Write(IndexWriter writer)
    {
        Order.Write(writer);
        Leads.Write(writer);
        Strata.Write(writer);
        Times.Write(writer);
        Map.Write(writer);
        Precisions.Write(writer);
        TimePrecisions.Write(writer);
        Kinds.Write(writer);
        Actors.Write(writer);
        Claimants.Write(writer);
        ClaimSources.Write(writer);
        Claims.Write(writer);
        Countries.Write(writer);
        Sources.Write(writer);
        Statuses.Write(writer);
        Datasets.Write(writer);
        TitlesAndPlaces.Write(writer);
        Killed.Write(writer);
        Injured.Write(writer);
        WriteWindows(writer);
    }

    /// <summary>How many bytes the parts take, as they lie in memory.</summary>
    public IReadOnlyList<PartSize> Sizes() =>
    [
        SizeOf("order", Order.Write),
        SizeOf("times, strata, leads", Times.Write, Strata.Write, Leads.Write, Everything.Write),
        SizeOf("points", Map.Points.Write),
        SizeOf("cells of points", writer => Map.Cells?.Write(writer)),
        SizeOf("pyramid", writer => Map.Pyramid?.Write(writer)),
        SizeOf("precisions", Precisions.Write, TimePrecisions.Write),
        SizeOf("kinds, statuses, datasets", Kinds.Write, Statuses.Write, Datasets.Write),
        SizeOf("claims", Claims.Write),
        SizeOf("claimants, sources of claims", Claimants.Write, ClaimSources.Write),
        SizeOf("countries", Countries.Write),
        SizeOf("actors", Actors.Write),
        SizeOf("sources", Sources.Write),
        SizeOf("titles, places", TitlesAndPlaces.Write),
        SizeOf("killed, injured", Killed.Write, Injured.Write),
    ];

    private static PartSize SizeOf(string part, params ReadOnlySpan<Action<IndexWriter>> writes)
    {
        var writer = new IndexWriter(Stream.Null);
        foreach (var write in writes)
        {
            write(writer);
        }

        return new PartSize(part, writer.Length);
    }

    private void WriteWindows(IndexWriter writer)
    {
        writer.Number(Coverages.Count);
        foreach (var (dataset, coverage) in Coverages)
        {
            writer.Text(dataset);
            Write(writer, coverage);
        }

        WriteOptional(writer, Incidents);
        WriteOptional(writer, LeadsOnly);
    }

    private static void WriteOptional(IndexWriter writer, TimeWindow? window)
    {
        writer.Number(window is null ? 0 : 1);
        if (window is { } known)
        {
            Write(writer, known);
        }
    }

    private static void Write(IndexWriter writer, TimeWindow window)
    {
        writer.Number(window.From?.Ticks ?? OpenSide);
        writer.Number(window.To?.Ticks ?? OpenSide);
    }

    private static TimeWindow WindowFrom(IndexReader reader)
    {
        return new TimeWindow(Side(reader.Number()), Side(reader.Number()));

        static DateTimeOffset? Side(long ticks) => ticks == OpenSide ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
