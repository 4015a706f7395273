using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Links;

/// <summary>What came of opening a link.</summary>
public enum Opening
{
    /// <summary>It is what is seen from now on.</summary>
    Open,

    /// <summary>It opens nothing: unknown, expired, ended, or never one. Nothing can be seen.</summary>
    Nothing,

    /// <summary>What it shows is being made ready. Nothing can be seen until then.</summary>
    NotReady,
}

/// <summary>
/// What one request or one circuit sees: everything, or what a link shows. Whoever asks for the <see cref="Exploration"/> gets this one, and has
/// no way to another.
/// </summary>
/// <param name="needsLink">True where everything can be seen only by who is let.</param>
public sealed class Seen(Explorations explorations, bool needsLink) : IDisposable
{
    private Loan? _loan;
    private bool _isLet;
    private bool _isClosed;

    /// <summary>The link that it is seen through; null for everything.</summary>
    public SharedLink? Link { get; private set; }

    /// <summary>What opened the link.</summary>
    public string? Token { get; private set; }

    public Exploration Exploration =>
        _isClosed || (_loan is null && !SeesWhole) ? throw new InvalidOperationException("Who has no link that opens, and needs one, is shown nothing.") : _loan?.Exploration ?? explorations.Whole;

    /// <summary>What whoever opens the link begins with; the view of everything where there is none.</summary>
    public ViewState Beginning => _loan?.View ?? ViewState.Default;

    private bool SeesWhole => !needsLink || _isLet;

    /// <summary>Tells whenever what is seen now has changed.</summary>
    /// <param name="tell">Called on any thread.</param>
    /// <returns>To be disposed of when the page is closed, or sees something else.</returns>
    public SeenNews Follow(Action tell) => new(Exploration, explorations, Link, tell);

    /// <summary>An address within this server, looked at through the same link.</summary>
    public string Keeping(string address)
    {
        if (Token is null)
        {
            return address;
        }

        var end = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? hash : address.Length;
        return $"{address[..end]}{(address.AsSpan(0, end).Contains('?') ? '&' : '?')}{LinkAddress.Key}={Token}{address[end..]}";
    }

    /// <summary>Whether everything can be seen where readers need a link: by who may change it. What is seen now changes with the next address.</summary>
    public void LetSeeWhole(bool isLet) => _isLet = isLet;

    /// <summary>Looks through a link, or through none; anew each time, so that one that was ended shows nothing from then on.</summary>
    /// <param name="token">Null for none.</param>
    /// <param name="patience">How long to wait; null waits to the end.</param>
    /// <param name="revisionName">Of what the link showed before, to a page that is open still; null for what it shows now.</param>
    /// <exception cref="OperationCanceledException">Who asked wants it no more.</exception>
    public async Task<Opening> OpenAsync(string? token, TimeSpan? patience, CancellationToken stop, string? revisionName = null)
    {
        if (token is null)
        {
            See(null, null, null, isClosed: !SeesWhole);
            return SeesWhole ? Opening.Open : Opening.Nothing;
        }

        if (explorations.Find(token) is not { } link)
        {
            See(null, null, null, isClosed: true);
            return Opening.Nothing;
        }

        var loan = await explorations.OpenAsync(link, revisionName, patience, stop);
        See(loan, link, token, isClosed: loan is null);
        return loan is null ? Opening.NotReady : Opening.Open;
    }

    public void Dispose() => See(null, null, null, isClosed: true);

    private void See(Loan? loan, SharedLink? link, string? token, bool isClosed)
    {
        _loan?.Dispose();
        (_loan, Link, Token, _isClosed) = (loan, link, token, isClosed);
    }
}
