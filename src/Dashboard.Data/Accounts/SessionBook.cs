using Dapper;
using Dashboard.Data.Engines;
using Dashboard.Domain.Accounts;

namespace Dashboard.Data.Accounts;

/// <summary>Who is signed in, with which browsers. What a browser holds is in no row of the store; its hash is.</summary>
public sealed class SessionBook
{
    /// <summary>A session that is not used for so long has ended.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    /// <summary>However much it is used, it ends then.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>So often at most it is written down that a session is used: reading must not wait for the disk.</summary>
    private static readonly TimeSpan _written = TimeSpan.FromMinutes(5);

    private const string ThatSession = $"""
        SELECT {AccountRow.Columns}, session.number AS session, begun_ms AS begun, used_ms AS used
        FROM session JOIN account ON account.number = session.account
        WHERE is_disabled = 0 AND token = @hash AND used_ms > @idle AND begun_ms > @longest
        """;

    private const string Goes = """
        SELECT EXISTS (SELECT 1 FROM session JOIN account ON account.number = session.account
        WHERE is_disabled = 0 AND session.number = @Number AND begun_ms = @begun AND used_ms > @idle AND begun_ms > @longest)
        """;

    private const string Theirs = "SELECT number, begun_ms AS begun, used_ms AS used FROM session WHERE account = @Number ORDER BY used_ms DESC, number DESC";

    private readonly SqliteEngine _engine;
    private readonly TimeProvider _clock;

    internal SessionBook(SqliteEngine engine, TimeProvider clock) => (_engine, _clock) = (engine, clock);

    /// <summary>Begins a session, and forgets those that have ended.</summary>
    /// <returns>What the browser is to hold.</returns>
    public string Begin(Account account) => _engine.Write(connection =>
    {
        var (token, now) = (SecretToken.New(), _clock.GetUtcNow());
        connection.Execute("DELETE FROM session WHERE used_ms <= @idle OR begun_ms <= @longest", Bounds(now));
        connection.Execute(
            "INSERT INTO session (token, account, begun_ms, used_ms) VALUES (@hash, @Number, @now, @now)",
            new { hash = SecretToken.Hash(token), account.Number, now = now.ToUnixTimeMilliseconds() });
        return token;
    });

    /// <summary>Whose browser holds the token, and in which session; null where the session has ended, or there never was one.</summary>
    public SignedIn? Find(string token)
    {
        var (hash, now) = (SecretToken.Hash(token), _clock.GetUtcNow());
        var found = _engine.Read(connection => connection.QuerySingleOrDefault<Row>(
            ThatSession,
            Bounds(now, hash)));
        if (found is not null && now.ToUnixTimeMilliseconds() - found.Used > _written.TotalMilliseconds)
        {
            _engine.Write(connection => connection.Execute("UPDATE session SET used_ms = @now WHERE number = @Session", new { found.Session, now = now.ToUnixTimeMilliseconds() }));
        }

        return found is null ? null : new SignedIn(found.Account, found.AsSession);
    }

    /// <summary>Whether a session goes on. Asking is no use of it; a number that a later session got is another session.</summary>
    public bool GoesOn(Session session)
    {
        var now = _clock.GetUtcNow();
        var bounds = new
        {
            session.Number,
            begun = session.Begun.ToUnixTimeMilliseconds(),
            idle = (now - Idle).ToUnixTimeMilliseconds(),
            longest = (now - Longest).ToUnixTimeMilliseconds(),
        };
        return _engine.Read(connection => connection.ExecuteScalar<bool>(Goes, bounds));
    }

    /// <summary>The sessions of somebody, the last used first.</summary>
    public IReadOnlyList<Session> Of(Account account) => _engine.Read<IReadOnlyList<Session>>(connection =>
        [.. connection.Query<SessionRow>(Theirs, new { account.Number })
            .Select(row => new Session(row.Number, At(row.Begun), At(row.Used)))]);

    /// <summary>Ends one session of somebody; one that is not theirs goes on.</summary>
    public void End(Account account, long session) => _engine.Write(connection =>
        connection.Execute("DELETE FROM session WHERE number = @session AND account = @Number", new { session, account.Number }));

    private static object Bounds(DateTimeOffset now, byte[]? hash = null) =>
        new { hash, idle = (now - Idle).ToUnixTimeMilliseconds(), longest = (now - Longest).ToUnixTimeMilliseconds() };

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private sealed record SessionRow
    {
        public required long Number { get; init; }

        public required long Begun { get; init; }

        public required long Used { get; init; }
    }

    private sealed record Row : AccountRow
    {
        public required long Session { get; init; }

        public required long Begun { get; init; }

        public required long Used { get; init; }

        public Session AsSession => new(Session, At(Begun), At(Used));
    }
}

/// <summary>Somebody who is signed in, and the session that they are here with.</summary>
public sealed record SignedIn(Account Account, Session Session);
