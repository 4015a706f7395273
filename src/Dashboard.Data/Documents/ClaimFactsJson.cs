using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Documents;

/// <summary>Reads of claims what questions ask for.</summary>
internal static class ClaimFactsJson
{
    private static readonly Evidence _nothing = new([], null);

    /// <param name="incident">The incident's id, as it lies in the document.</param>
    public static List<ClaimFacts> Read(ref DocumentReader document, ReadOnlySpan<byte> property, ReadOnlySpan<byte> incident, DatasetValues values, KnownFacts known, SourceIds sources)
    {
        var before = document;
        List<ClaimFacts> claims = [];
        if (!document.Has(property))
        {
            return claims;
        }

        var hasTurned = false;
        document.Open();
        while (!document.TryClose())
        {
            var claim = Read(ref document, values, known, sources);
            hasTurned |= claim.Status is ClaimStatus.Retracted or ClaimStatus.Superseded;
            claims.Add(claim);
        }

        return hasTurned ? WithTurns(claims, ClaimJson.Read(ref before, property, JsonBytes.Text(incident), _nothing), known) : claims;
    }

    private static ClaimFacts Read(ref DocumentReader document, DatasetValues values, KnownFacts known, SourceIds sources)
    {
        document.Open();
        document.Skip("id"u8);
        var topic = TopicOf(document.Cut("predicate"u8));
        var claimant = document.Has("claimantId"u8) ? document.Text(values.ActorIds) : null;
        document.Skip("claimant"u8);
        document.Skip("value"u8);
        ClaimedNumber? number = null;
        if (topic == ClaimTopic.Other)
        {
            document.Skip("number"u8);
        }
        else if (document.Has("number"u8))
        {
            number = ClaimJson.ReadNumber(ref document);
        }

        var source = document.Text("source"u8, known.Sources);
        DateOnly? day = document.Has("date"u8) ? document.Text(values.Days) : source.Day;
        sources.Add(source, day);
        var status = document.Word<ClaimStatus>("status"u8);
        if (document.Has("evidence"u8))
        {
            EvidenceJson.ReadSources(ref document, sources, day);
        }

        document.Skip("note"u8);
        document.Skip("address"u8);
        document.Close();
        return new ClaimFacts { ClaimantId = claimant, SourceId = source.Id, Day = day, Status = status, Topic = topic, Number = number };
    }

    private static ClaimTopic TopicOf(ReadOnlySpan<byte> predicate) =>
        predicate.SequenceEqual("\"fatalities\""u8) ? ClaimTopic.Killed
        : predicate.SequenceEqual("\"injuries\""u8) ? ClaimTopic.Injured
        : ClaimTopic.Other;

    /// <summary>Few claims were ever withdrawn: when, takes a look at all of them.</summary>
    private static List<ClaimFacts> WithTurns(List<ClaimFacts> claims, IReadOnlyList<Claim> whole, KnownFacts known) =>
        [.. claims.Select((claim, i) => claim with { TurnDay = known.TurnDayOf(whole[i], whole) })];
}
