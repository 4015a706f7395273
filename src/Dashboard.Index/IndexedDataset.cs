using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Index;

/// <summary>What the index needs of a dataset besides the facts of its incidents: what things are called.</summary>
public sealed record IndexedDataset(DatasetDescription Description, IReadOnlyList<Actor> Actors, IReadOnlyList<Source> Sources);

/// <summary>The time in which a dataset's incidents were collected.</summary>
/// <param name="Dataset">Its slug.</param>
public sealed record DatasetCoverage(string Dataset, TimeWindow Coverage);
