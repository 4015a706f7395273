using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Incidents;

/// <summary>How one incident stands to another: retaliation_for, response_to, part_of, follows, corrects … as somebody asserts.</summary>
public sealed record Relation
{
    public Relation(string id, string fromId, string kind, string toId, Claimant? assertedBy, Evidence evidence, string? note)
    {
        Refuse.If(fromId == toId, $"relation {id}: incident {fromId} cannot be related to itself");
        (Id, FromId, Kind, ToId) = (Refuse.Blank(id), Refuse.Blank(fromId), Refuse.Blank(kind), Refuse.Blank(toId));
        (AssertedBy, Evidence, Note) = (assertedBy, evidence, note);
    }

    public string Id { get; }

    public string FromId { get; }

    public string Kind { get; }

    public string ToId { get; }

    public Claimant? AssertedBy { get; }

    public Evidence Evidence { get; }

    public string? Note { get; }
}
