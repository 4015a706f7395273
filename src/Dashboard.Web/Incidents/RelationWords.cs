using Dashboard.Data;
using Dashboard.Domain.Incidents;

namespace Dashboard.Web.Incidents;

/// <summary>How one incident stands to another, read from either end, and who says so.</summary>
public static class RelationWords
{
    /// <summary>True where one came because of the other, so that the time between them says something.</summary>
    public static bool IsAnswer(string kind) => RelationKinds.IsStep(kind) || kind is "condemns" or "comments_on" or "attributes" or "corrects" or "updates";

    /// <summary>True where the one that points came first: an arrow then goes as the relation does, else against it, as time goes.</summary>
    public static bool PointsAhead(string kind) => kind is "announces";

    /// <summary>Over the incidents that this one points to: "Retaliation for".</summary>
    public static string Outgoing(string kind) => ClaimWords.Sentence(kind);

    /// <summary>Over the incidents that point to this one: "Drew retaliation".</summary>
    public static string Incoming(string kind) => kind switch
    {
        "retaliation_for" => "Drew retaliation",
        "response_to" => "Drew response",
        "part_of" => "Includes",
        "follows" => "Followed by",
        "comments_on" => "Commented on in",
        "condemns" => "Condemned in",
        "attributes" => "Attributed in",
        "announces" => "Announced in",
        "corrects" => "Corrected in",
        "updates" => "Updated in",
        "spillover_of" => "Spilled over into",
        _ => ClaimWords.Sentence(kind),
    };

    /// <summary>How long after the one the other came; null where that says nothing.</summary>
    public static string? Lag(JoinedRelation joined) => joined.Relation.Kind switch
    {
        var kind when IsAnswer(kind) => LagWords.Of(joined.To.Incident.Occurrence, joined.From.Incident.Occurrence),
        var kind when PointsAhead(kind) => LagWords.Of(joined.From.Incident.Occurrence, joined.To.Incident.Occurrence),
        _ => null,
    };

    /// <summary>Who says so, and how sure that is: "Joe Biden says so · high confidence". What the record contradicts is told with what it says instead.</summary>
    public static string Asserted(JoinedRelation joined)
    {
        var (relation, confidence) = (joined.Relation, EvidenceWords.Confidence(joined.Relation.Evidence));
        var who = relation.AssertedBy is { } claimant ? $"{claimant.Name} says so" : "No claimant is named";
        if (joined.Standing != RelationStanding.Contradicted)
        {
            return confidence is null ? who : $"{who} · {confidence}";
        }

        var instead = RelationStandings.Instead(joined.From.Claims).Select(claim => $"{claim.Value} ({claim.Claimant.Name})").ToList();
        return instead.Count == 0 ? $"{who}; the record contradicts it" : $"{who}; the record contradicts it and gives as motive: {string.Join("; ", instead)}";
    }
}
