using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;

namespace Dashboard.Index;

/// <summary>What an index is made of.</summary>
internal sealed record IndexColumns
{
    public required RowOrder Order { get; init; }

    /// <summary>The rows that are leads.</summary>
    public required Bitmap Leads { get; init; }

    public required Strata Strata { get; init; }

    public required TimeColumns Times { get; init; }

    /// <summary>All rows.</summary>
    public required Bitmap Everything { get; init; }

    public required PointIndex Map { get; init; }

    public required PrecisionColumn Precisions { get; init; }

    public required FacetIndex Kinds { get; init; }

    public required ActorIndex Actors { get; init; }

    public required FacetIndex Countries { get; init; }

    public required FacetIndex Sources { get; init; }

    public required FacetIndex Statuses { get; init; }

    public required FacetIndex Datasets { get; init; }

    public required IReadOnlyDictionary<SortOrder, SortedColumn> Sorted { get; init; }

    public required ValueList<DatasetCoverage> Coverages { get; init; }

    /// <summary>Where dated incidents lie.</summary>
    public required TimeWindow? Incidents { get; init; }

    /// <summary>Where dated leads lie.</summary>
    public required TimeWindow? LeadsOnly { get; init; }
}
