using Dashboard.Domain;

namespace Dashboard.Data;

/// <summary>A dataset, and how much is in it now.</summary>
/// <param name="Leads">Machine-coded rows that await a person; they are not among the incidents.</param>
public sealed record DatasetSummary(DatasetDescription Description, long Incidents, long Leads);
