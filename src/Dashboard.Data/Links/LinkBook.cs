using Dapper;
using Dashboard.Data.Engines;
using Dashboard.Data.Questions;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Links;

/// <summary>
/// The short links of a store. What opens one is told when it is made and never again: its hash is kept. Any number of
/// threads may ask.
/// </summary>
public sealed class LinkBook
{
    /// <summary>The longest list of links that is told at once.</summary>
    public const int MostListed = 500;

    /// <summary>So many plain links are kept: anybody may make them, and no disk holds any number.</summary>
    public const int MostPlain = 100_000;

    /// <summary>A plain link that nobody opened for so long may be forgotten when there are too many; the same view gets the same one again.</summary>
    public static readonly TimeSpan KeptUnopened = TimeSpan.FromDays(90);

    private const string CountPlain = "SELECT (SELECT count(*) FROM link) - (SELECT count(*) FROM link WHERE is_plain = 0)";

    private const string ForgetUnopened = "DELETE FROM link WHERE is_plain = 1 AND opens = 0 AND created_ms < @Before";

    private const string Insert = """
        INSERT INTO link (token, query, is_plain, frozen, redaction, title, note, who, created_ms, expires_ms)
        VALUES (@Token, @Query, @IsPlain, @Frozen, @Redaction, @Title, @Note, @Who, @Created, @Expires)
        """;

    private const string OfEditors = $"SELECT {LinkRow.Columns} FROM link WHERE is_plain = 0 AND number < @before ORDER BY number DESC LIMIT @take";

    private const string OneOfEditors = $"SELECT {LinkRow.Columns} FROM link WHERE is_plain = 0 AND number = @number";

    private readonly SqliteEngine _engine;
    private readonly TimeProvider _clock;
    private readonly Lazy<byte[]> _secret;

    internal LinkBook(SqliteEngine engine, TimeProvider clock)
    {
        (_engine, _clock) = (engine, clock);
        _secret = new Lazy<byte[]>(() => engine.Read(connection => connection.QuerySingle<byte[]>("SELECT secret FROM link_secret")));
    }

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A link to a view as everybody sees it; the same view always has the same one.</summary>
    /// <param name="view">Through which link it is looked at itself is left out.</param>
    /// <returns>What opens it.</returns>
    /// <exception cref="RefusedException">The address of the view is too long.</exception>
    /// <exception cref="TooManyLinksException">There are <see cref="MostPlain"/> already.</exception>
    /// <exception cref="StoreRefusedException">The disk is full. Nothing was changed.</exception>
    public string MakePlain(ViewState view)
    {
        var query = QueryOf(view);
        var token = LinkToken.OfView(_secret.Value, query);
        var hash = LinkToken.Hash(token);
        if (_engine.Read(connection => FindIn(connection, hash)) is null)
        {
            FullDisk.Guard(() => _engine.Write(connection =>
            {
                MakeRoom(connection);
                return connection.Execute(
                    $"{Insert} ON CONFLICT (token) DO NOTHING",
                    new { Token = hash, Query = query, IsPlain = 1, Frozen = (long?)null, Redaction = (string?)null, Title = (string?)null, Note = (string?)null, Who = (string?)null, Created = Now, Expires = (long?)null });
            }));
        }

        return token;
    }

    /// <summary>A link as an editor wants it.</summary>
    /// <returns>The link, and what opens it, which is told here and never again.</returns>
    /// <exception cref="RefusedException">The address of the view is too long, the link would have expired already, or there is nothing to freeze.</exception>
    /// <exception cref="StoreRefusedException">The disk is full. Nothing was changed.</exception>
    public MadeLink Make(NewLink wanted)
    {
        RefusePast(wanted.Expires);
        var (token, query) = (LinkToken.New(), QueryOf(wanted.View));
        var link = FullDisk.Guard(() => _engine.Write(connection =>
        {
            var revision = ReadRevision.Ask(connection).Id;
            Refuse(wanted.IsFrozen && revision == 0, "There is nothing in the store yet that a link could show.");
            return connection.QuerySingle<LinkRow>($"{Insert} RETURNING {LinkRow.Columns}", new
            {
                Token = LinkToken.Hash(token),
                Query = query,
                IsPlain = 0,
                Frozen = wanted.IsFrozen ? revision : (long?)null,
                Redaction = RedactionJson.Write(wanted.Redaction),
                wanted.Title,
                wanted.Note,
                wanted.Who,
                Created = Now,
                Expires = wanted.Expires?.ToUnixTimeMilliseconds(),
            }).ToLink();
        }));
        return new MadeLink(link, token);
    }

    /// <summary>What the token opens now; null where it opens nothing, for whatever reason.</summary>
    public SharedLink? Find(string? token)
    {
        if (!LinkWord.IsWellFormed(token))
        {
            return null;
        }

        var link = _engine.Read(connection => FindIn(connection, LinkToken.Hash(token!)));
        return link?.IsOpenAt(_clock.GetUtcNow()) == true ? link : null;
    }

    /// <summary>Links that editors made, the newest first; those that open nothing any more are among them.</summary>
    /// <param name="before">Only those with lower numbers; null begins with the newest.</param>
    /// <param name="take">At most <see cref="MostListed"/>.</param>
    public IReadOnlyList<SharedLink> List(int take = MostListed, long? before = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MostListed);
        return _engine.Read<IReadOnlyList<SharedLink>>(connection =>
            [.. connection.Query<LinkRow>(OfEditors, new { before = before ?? long.MaxValue, take }).Select(row => row.ToLink())]);
    }

    /// <summary>The link of that number that an editor made; null where there is none.</summary>
    public SharedLink? Find(long number) => _engine.Read(connection => FindIn(connection, number));

    /// <summary>Lets a link open until another time; one that has expired opens again.</summary>
    /// <param name="expires">Null for never ending.</param>
    /// <exception cref="RefusedException">There is no such link, somebody ended it, or the time is over already.</exception>
    public SharedLink Extend(long number, DateTimeOffset? expires)
    {
        RefusePast(expires);
        return Change(number, (connection, link) =>
        {
            Refuse(link.Revoked is not null, "Somebody ended this link for good. Make another one.");
            connection.Execute("UPDATE link SET expires_ms = @expires WHERE number = @number", new { number, expires = expires?.ToUnixTimeMilliseconds() });
        });
    }

    /// <summary>Ends a link for good; from the next request on it opens nothing. Ending it again changes nothing.</summary>
    /// <exception cref="RefusedException">There is no such link.</exception>
    public SharedLink Revoke(long number) => Change(number, (connection, _) =>
        connection.Execute("UPDATE link SET revoked_ms = coalesce(revoked_ms, @now) WHERE number = @number", new { number, now = Now }));

    /// <summary>Counts that a link was opened; who opens it does not wait for the disk.</summary>
    public void CountOpen(SharedLink link) => _engine.Post(connection =>
        connection.Execute("UPDATE link SET opens = opens + 1 WHERE number = @Number", new { link.Number }));

    /// <summary>From which the names are made that stand for others in what a link shows: nobody else can find what stands for what.</summary>
    internal byte[] KeyOf(SharedLink link) => LinkToken.Mac(_secret.Value, FormattableString.Invariant($"names\n{link.Number}"));

    private static SharedLink? FindIn(SqliteConnection connection, byte[] hash) =>
        connection.QuerySingleOrDefault<LinkRow>($"SELECT {LinkRow.Columns} FROM link WHERE token = @hash", new { hash })?.ToLink();

    private static SharedLink? FindIn(SqliteConnection connection, long number) => connection.QuerySingleOrDefault<LinkRow>(OneOfEditors, new { number })?.ToLink();

    private static string QueryOf(ViewState view)
    {
        var query = ViewStateCodec.Format(view with { Query = view.Query with { Link = null } });
        Refuse(query.Length > ViewStateCodec.MaximumLength, "The address of this view is too long for a link.");
        return query;
    }

    private static void Refuse(bool condition, string message)
    {
        if (condition)
        {
            throw new RefusedException(message);
        }
    }

    private void MakeRoom(SqliteConnection connection)
    {
        if (connection.ExecuteScalar<long>(CountPlain) < MostPlain)
        {
            return;
        }

        if (connection.Execute(ForgetUnopened, new { Before = Now - (long)KeptUnopened.TotalMilliseconds }) == 0)
        {
            throw new TooManyLinksException();
        }
    }

    private void RefusePast(DateTimeOffset? expires) => Refuse(expires <= _clock.GetUtcNow(), "The link would have expired already. Choose a later day.");

    private SharedLink Change(long number, Action<SqliteConnection, SharedLink> change) => FullDisk.Guard(() => _engine.Write(connection =>
    {
        change(connection, FindIn(connection, number) ?? throw new RefusedException("There is no such link."));
        return FindIn(connection, number)!;
    }));
}

/// <summary>A link that was just made.</summary>
/// <param name="Token">What opens it; it is told here and never again.</param>
public sealed record MadeLink(SharedLink Link, string Token);
