using Dashboard.Data;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Corrections;

/// <summary>A page of corrections as a feed tells it, in whichever format.</summary>
/// <param name="Server">The address by which the reader asked: "https://example.org".</param>
/// <param name="Origin">Of the store; null of an empty one.</param>
internal sealed record CorrectionFeed(string Server, StoreOrigin? Origin, CorrectionList List)
{
    public string Title => "Corrections · Incident dashboard";

    /// <summary>What is told, in a sentence.</summary>
    public string Description => ViewStateCodec.Format(ViewState.Default with { Query = List.Query }) is { Length: > 0 } question
        ? $"What was corrected about the incidents of this question: {question}"
        : "What was corrected about incidents that were here already";

    public string Id => FeedAddresses.OfFeed(Origin, CorrectionsAddress.OfPage(List.Query));

    public string Page => Server + CorrectionsAddress.OfPage(List.Query);

    /// <summary>When something changed last.</summary>
    public DateTimeOffset Updated => List.Changes.Count > 0 ? List.Changes[0].Revision.Committed : List.Changed ?? DateTimeOffset.UnixEpoch;

    /// <summary>Where the entry leads: to the incident, or to its history where it is gone.</summary>
    public string AddressOf(IncidentChange change) =>
        Server + (change.Nature == ChangeNature.Removed ? CorrectionsAddress.OfHistory(change.Incident.Slug) : ViewAddress.OfIncident(change.Incident.Slug));

    public static string TitleOf(IncidentChange change) => $"{change.Incident.Title}: {ChangeWords.Nature(change.Nature)}";

    /// <summary>What changed and by what, a line each.</summary>
    public static string TextOf(IncidentChange change) => string.Join('\n',
        [.. ChangeWords.Lines(change).Select(line => line.Text), ChangeWords.Cause(change.Revision)]);
}
