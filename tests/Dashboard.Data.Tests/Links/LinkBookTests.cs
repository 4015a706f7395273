using System.Text;
using Dapper;
using Dashboard.Data.Links;
using Dashboard.Data.Tests.Accounts;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Tests.Links;

public sealed class LinkBookTests : IDisposable
{
    private static readonly ViewState _view = ViewStateCodec.Parse("kind=strike&kind=attack&sel=tower").View;

    private readonly TemporaryDirectory _directory = new();
    private readonly HandClock _clock = new();
    private readonly DashboardStore _store;

    public LinkBookTests() => _store = DashboardStore.Open(_directory.Path, _clock);

    private LinkBook Links => _store.Links;

    private SqliteConnection Database()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_directory.Path, "dashboard.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Plain links that nobody opened, made now.</summary>
    private void Fill(int count)
    {
        using var connection = Database();
        connection.Execute(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)
            INSERT INTO link (token, query, is_plain, created_ms) SELECT randomblob(32), 'sel=' || i, 1, @now FROM n
            """,
            new { count, now = _clock.GetUtcNow().ToUnixTimeMilliseconds() });
    }

    private long Count()
    {
        using var connection = Database();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM link WHERE is_plain = 1");
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void The_same_view_has_the_same_plain_link_and_another_view_has_another()
    {
        var token = Links.MakePlain(_view);
        Assert.Equal(token, Links.MakePlain(ViewStateCodec.Parse("sel=tower&kind=attack&kind=strike&nonsense=1").View));
        Assert.NotEqual(token, Links.MakePlain(_view with { Selection = "other" }));
        Assert.Equal(
            new SharedLink { Number = 1, Query = "kind=attack&kind=strike&sel=tower", IsPlain = true, Created = _clock.GetUtcNow() },
            Links.Find(token));
    }

    [Fact]
    public void When_there_are_too_many_plain_links_those_that_nobody_opened_for_long_are_forgotten_and_else_no_more_are_made()
    {
        var opened = Links.MakePlain(_view);
        Links.CountOpen(Links.Find(opened)!);
        Fill(LinkBook.MostPlain - 1);
        Assert.Throws<TooManyLinksException>(() => Links.MakePlain(_view with { Selection = "new" }));
        Assert.Equal(opened, Links.MakePlain(_view));
        Assert.Equal(0, Links.Make(Live()).Link.Opens);

        _clock.Move(LinkBook.KeptUnopened + TimeSpan.FromDays(1));
        var made = Links.MakePlain(_view with { Selection = "new" });
        Assert.Equal(("sel=new", "sel=tower"), (Links.Find(made)!.Query[^7..], Links.Find(opened)!.Query[^9..]));
        Assert.Equal(2, Count());
    }

    [Fact]
    public void Another_store_has_another_plain_link_for_the_same_view()
    {
        using var elsewhere = new TemporaryDirectory();
        using var other = DashboardStore.Open(elsewhere.Path, _clock);
        Assert.NotEqual(Links.MakePlain(_view), other.Links.MakePlain(_view));
    }

    [Fact]
    public void A_link_of_an_editor_keeps_all_that_was_said_of_it()
    {
        _store.Add(SmallDataset.Create());
        var expires = _clock.GetUtcNow() + NewLink.UsualLife;
        var redaction = new Redaction { CellKilometres = 10, Fields = [WithheldField.Tolls, WithheldField.Places], Sources = ["wire", "paper"], LocksFilters = true };
        var made = Links.Make(new NewLink { View = _view, IsFrozen = true, Expires = expires, Redaction = redaction, Title = " For the desk ", Note = "Read\r\nthis. ", Who = "Noor" });
        Assert.Equal(
            new SharedLink
            {
                Number = 1,
                Query = "kind=attack&kind=strike&sel=tower",
                IsPlain = false,
                FrozenAt = 1,
                Redaction = redaction,
                Title = "For the desk",
                Note = "Read\nthis.",
                Who = "Noor",
                Created = _clock.GetUtcNow(),
                Expires = expires,
            },
            made.Link);
        Assert.Equal(made.Link, Links.Find(made.Token));
        Assert.Equal(made.Link, Links.Find(made.Link.Number));
        Assert.Equal([WithheldField.Places, WithheldField.Tolls], made.Link.Redaction.Fields);
        Assert.Equal(["paper", "wire"], made.Link.Redaction.Sources);
    }

    [Fact]
    public void Every_link_of_an_editor_is_opened_by_something_else_even_for_the_same_view()
    {
        var tokens = Enumerable.Range(0, 50).Select(_ => Links.Make(Live()).Token).ToHashSet();
        Assert.Equal(50, tokens.Count);
        Assert.All(tokens, token => Assert.True(LinkWord.IsWellFormed(token)));
        Assert.All(tokens, token => Assert.Equal(LinkWord.Length, token.Length));
    }

    [Fact]
    public void What_opens_a_link_is_not_in_the_store()
    {
        var (plain, made) = (Links.MakePlain(_view), Links.Make(Live()).Token);
        _store.Dispose();
        var file = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_directory.Path, "dashboard.db")));
        Assert.Contains("kind=attack&kind=strike", file, StringComparison.Ordinal);
        Assert.DoesNotContain(plain, file, StringComparison.Ordinal);
        Assert.DoesNotContain(made, file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA\0")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA+/")]
    [InlineData("ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ")]
    public void What_is_no_token_of_ours_opens_nothing(string? token)
    {
        Links.Make(Live());
        Assert.Null(Links.Find(token));
        Assert.Null(Links.Find(new string('A', 10_000)));
    }

    [Fact]
    public void A_token_that_is_wrong_in_one_letter_opens_nothing()
    {
        var token = Links.Make(Live()).Token;
        foreach (var index in Enumerable.Range(0, token.Length))
        {
            Assert.Null(Links.Find($"{token[..index]}{(token[index] == 'x' ? 'y' : 'x')}{token[(index + 1)..]}"));
        }
    }

    [Fact]
    public void A_link_opens_until_it_expires_and_again_when_it_is_extended()
    {
        var made = Links.Make(Live() with { Expires = _clock.GetUtcNow().AddDays(1) });
        _clock.Move(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull(Links.Find(made.Token));
        _clock.Move(TimeSpan.FromSeconds(1));
        Assert.Null(Links.Find(made.Token));
        Assert.Equal([made.Link], Links.List());

        var until = _clock.GetUtcNow().AddDays(7);
        Assert.Equal(made.Link with { Expires = until }, Links.Extend(made.Link.Number, until));
        Assert.Equal(until, Links.Find(made.Token)?.Expires);
        Assert.Null(Links.Extend(made.Link.Number, null).Expires);
        _clock.Move(TimeSpan.FromDays(10_000));
        Assert.NotNull(Links.Find(made.Token));
    }

    [Fact]
    public void A_link_that_was_revoked_opens_nothing_and_is_not_extended()
    {
        var made = Links.Make(Live());
        var ended = _clock.GetUtcNow();
        Assert.Equal(made.Link with { Revoked = ended }, Links.Revoke(made.Link.Number));
        Assert.Null(Links.Find(made.Token));
        _clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(ended, Links.Revoke(made.Link.Number).Revoked);
        Assert.Equal("Somebody ended this link for good. Make another one.", Assert.Throws<RefusedException>(() => Links.Extend(made.Link.Number, null)).Message);
        Assert.Null(Links.Find(made.Token));
    }

    [Fact]
    public void Links_of_editors_are_listed_the_newest_first_and_plain_ones_are_not()
    {
        var made = Enumerable.Range(0, 5).Select(_ => Links.Make(Live()).Link).Reverse().ToList();
        Links.MakePlain(_view);
        Assert.Equal(made, Links.List());
        Assert.Equal(made[..2], Links.List(2));
        Assert.Equal(made[2..4], Links.List(2, made[1].Number));
        Assert.Null(Links.Find(6));
        Assert.Equal("There is no such link.", Assert.Throws<RefusedException>(() => Links.Revoke(6)).Message);
    }

    [Fact]
    public void Opens_are_counted()
    {
        var made = Links.Make(Live());
        for (var time = 0; time < 3; time++)
        {
            Links.CountOpen(made.Link);
        }

        // A change after them is made after them.
        Links.Extend(made.Link.Number, null);
        Assert.Equal(3, Links.Find(made.Token)?.Opens);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_in_words()
    {
        Assert.Equal("The link would have expired already. Choose a later day.", Refusal(() => Links.Make(Live() with { Expires = _clock.GetUtcNow() })));
        Assert.Equal("There is nothing in the store yet that a link could show.", Refusal(() => Links.Make(Live() with { IsFrozen = true })));
        Assert.Equal("The title is longer than 200 characters.", Refusal(() => Links.Make(Live() with { Title = new string('a', 201) })));
        Assert.Equal("The note has a character that nobody can see.", Refusal(() => Links.Make(Live() with { Note = "a\0" })));
        Assert.Equal("Coordinates can be rounded to 1, 10, 50 km, not to 7 km.", Refusal(() => new Redaction { CellKilometres = 7 }));
        Assert.Empty(Links.List());
    }

    [Fact]
    public void A_redaction_that_keeps_nothing_back_is_none()
    {
        Assert.Equal(Redaction.None, Links.Make(Live() with { Redaction = new Redaction { Fields = [], Sources = [] } }).Link.Redaction);
        Assert.True(new Redaction { LocksFilters = true } is { IsNone: false, ChangesIncidents: false });
        Assert.True(new Redaction { CellKilometres = 1 } is { ChangesIncidents: true, WithholdsPlaces: true });
    }

    private static NewLink Live() => new() { View = _view, Expires = null };

    private static string Refusal(Action act) => Assert.Throws<RefusedException>(act).Message;
}
