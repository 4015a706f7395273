using Dashboard.Domain.Sharing;

namespace Dashboard.Web.Links.Keeping;

/// <summary>Whether a link opens, and until when or since when not.</summary>
/// <param name="Word">open, expired or ended: for the eye.</param>
/// <param name="Sentence">The same with its day.</param>
internal sealed record LinkState(string Word, string Sentence)
{
    public bool IsOpen => Word == "open";

    public static LinkState Of(SharedLink link, DateTimeOffset now) => link switch
    {
        { Revoked: { } revoked } => new("ended", $"Ended on {KeptLinkWords.Day(revoked)}"),
        { Expires: { } expires } when expires <= now => new("expired", $"Expired on {KeptLinkWords.Day(expires)}"),
        { Expires: { } expires } => new("open", $"Opens until {KeptLinkWords.Day(expires)}"),
        _ => new("open", "Opens without an end"),
    };
}
