using Dashboard.Domain.Incidents;

namespace Dashboard.Data;

/// <summary>A relation with the incidents at both its ends.</summary>
public sealed record JoinedRelation(Relation Relation, StoredIncident From, StoredIncident To)
{
    public RelationStanding Standing => RelationStandings.Of(Relation, From.Claims);

    /// <summary>True where it joins two steps of a chain: an action, and what came because of it as the record has it.</summary>
    public bool IsStep => RelationKinds.IsStep(Relation.Kind) && Standing != RelationStanding.Contradicted;
}
