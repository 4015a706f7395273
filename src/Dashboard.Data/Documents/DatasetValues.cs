using Dashboard.Domain.Incidents;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Documents;

/// <summary>What the incidents of a dataset name again and again.</summary>
/// <param name="places">Its places by id.</param>
internal sealed class DatasetValues(IReadOnlyDictionary<string, PartName> places)
{
    public RepeatedValues<string> ActorIds { get; } = new(JsonBytes.Text);

    public RepeatedValues<IncidentKind> Kinds { get; } = new(value => new IncidentKind(JsonBytes.Text(value)));

    /// <summary>By their ids; null for one that is not there.</summary>
    public RepeatedValues<PartName?> Places { get; } = new(value => places.GetValueOrDefault(JsonBytes.Text(value)));

    /// <summary>The first day of a date.</summary>
    public RepeatedValues<DateOnly> Days { get; } = new(value => PartialDate.Parse(JsonBytes.Text(value)).Earliest);
}
