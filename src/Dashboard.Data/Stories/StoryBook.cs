using Dapper;
using Dashboard.Data.Engines;
using Dashboard.Data.Import;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Stories;

/// <summary>The stories of a store. Any number of threads may ask; of two who save the same version, the second one is told.</summary>
public sealed class StoryBook
{
    /// <summary>There are no more stories than this in a store.</summary>
    public const int Most = 1000;

    private const string Columns = "number, slug, title, intro, version, who, created_ms AS created, changed_ms AS changed";

    private readonly SqliteEngine _engine;
    private readonly TimeProvider _clock;

    internal StoryBook(SqliteEngine engine, TimeProvider clock) => (_engine, _clock) = (engine, clock);

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>All of them, the one that was saved last first.</summary>
    public IReadOnlyList<Story> All() => _engine.Read<IReadOnlyList<Story>>(connection =>
    {
        var steps = connection.Query<StepRow>("SELECT story, query, heading, text FROM story_step ORDER BY story, position").ToLookup(step => step.Story);
        return [.. connection.Query<Row>($"SELECT {Columns} FROM story ORDER BY changed_ms DESC, number DESC").Select(row => row.With(steps[row.Number]))];
    });

    /// <summary>The story of that name; null when there is none.</summary>
    public Story? Find(string slug) => _engine.Read(connection => FindIn(connection, slug));

    /// <summary>Keeps a new story. Its name in addresses comes from its title, and never changes.</summary>
    /// <param name="who">The name of the account; null where nobody signed in.</param>
    /// <exception cref="RefusedException">It is no story that can be kept, or there are too many.</exception>
    /// <exception cref="StoreRefusedException">The disk is full. Nothing was changed; so for the others.</exception>
    public Story Add(StoryText text, string? who)
    {
        var story = text.Checked();
        return Write(connection =>
        {
            if (connection.ExecuteScalar<int>("SELECT count(*) FROM story") >= Most)
            {
                throw new RefusedException($"There are {Most} stories. Delete one first.");
            }

            var slug = FreeSlug(connection, story.Title);
            var number = connection.ExecuteScalar<long>(
                "INSERT INTO story (slug, title, intro, version, who, created_ms, changed_ms) VALUES (@slug, @Title, @Intro, 1, @who, @Now, @Now) RETURNING number",
                new { slug, story.Title, story.Intro, who, Now });
            WriteSteps(connection, number, story.Steps);
            return FindIn(connection, slug)!;
        });
    }

    /// <summary>Keeps a story in place of the version that was read.</summary>
    /// <param name="version">The version that was read.</param>
    /// <exception cref="RefusedException">It is no story that can be kept, or there is none of that name any more.</exception>
    /// <exception cref="StoryConflictException">It was saved meanwhile.</exception>
    public Story Save(string slug, long version, StoryText text, string? who)
    {
        var story = text.Checked();
        return Write(connection => Save(connection, slug, present => present.Version == version ? story : throw new StoryConflictException(present), who));
    }

    /// <summary>Adds a view at the end of a story, whatever its version.</summary>
    /// <exception cref="RefusedException">There is no story of that name any more, or it has too many steps.</exception>
    public Story Append(string slug, StoryStep step, string? who) => Write(connection =>
        Save(connection, slug, present => (present.Text with { Steps = present.Text.Steps.Append(step).ToValueList() }).Checked(), who));

    /// <summary>Deletes a story, unless it was saved since it was read.</summary>
    /// <exception cref="RefusedException">There is none of that name any more.</exception>
    /// <exception cref="StoryConflictException">It was saved meanwhile.</exception>
    public void Delete(string slug, long version) => Write(connection =>
    {
        var present = FindIn(connection, slug) ?? throw Gone(slug);
        if (present.Version != version)
        {
            throw new StoryConflictException(present);
        }

        connection.Execute("DELETE FROM story_step WHERE story = (SELECT number FROM story WHERE slug = @slug); DELETE FROM story WHERE slug = @slug", new { slug });
        return 0;
    });

    private T Write<T>(Func<SqliteConnection, T> change) => FullDisk.Guard(() => _engine.Write(change));

    private Story Save(SqliteConnection connection, string slug, Func<Story, StoryText> change, string? who)
    {
        var text = change(FindIn(connection, slug) ?? throw Gone(slug));
        var number = connection.ExecuteScalar<long>(
            "UPDATE story SET title = @Title, intro = @Intro, version = version + 1, who = @who, changed_ms = @Now WHERE slug = @slug RETURNING number",
            new { slug, text.Title, text.Intro, who, Now });
        connection.Execute("DELETE FROM story_step WHERE story = @number", new { number });
        WriteSteps(connection, number, text.Steps);
        return FindIn(connection, slug)!;
    }

    private static void WriteSteps(SqliteConnection connection, long story, IEnumerable<StoryStep> steps) => connection.Execute(
        "INSERT INTO story_step (story, position, query, heading, text) VALUES (@story, @position, @Query, @Heading, @Text)",
        steps.Select((step, position) => new { story, position, step.Query, step.Heading, step.Text }));

    private static string FreeSlug(SqliteConnection connection, string title)
    {
        var wanted = Slug.Of(title);
        var taken = connection.Query<string>("SELECT slug FROM story").ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, Most + 1).Select(number => number == 1 ? wanted : $"{wanted}-{number}").First(slug => !taken.Contains(slug));
    }

    private static Story? FindIn(SqliteConnection connection, string slug) => connection.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM story WHERE slug = @slug", new { slug }) is { } row
        ? row.With(connection.Query<StepRow>("SELECT story, query, heading, text FROM story_step WHERE story = @Number ORDER BY position", new { row.Number }))
        : null;

    private static RefusedException Gone(string slug) => new($"There is no story '{slug}' any more.");

    private sealed record Row
    {
        public required long Number { get; init; }

        public required string Slug { get; init; }

        public required string Title { get; init; }

        public required string Intro { get; init; }

        public required long Version { get; init; }

        public required string? Who { get; init; }

        public required long Created { get; init; }

        public required long Changed { get; init; }

        public Story With(IEnumerable<StepRow> steps) => new(
            Slug,
            new StoryText(Title, Intro, steps.Select(step => new StoryStep(step.Query, step.Heading, step.Text)).ToValueList()),
            Version,
            Who,
            DateTimeOffset.FromUnixTimeMilliseconds(Created),
            DateTimeOffset.FromUnixTimeMilliseconds(Changed));
    }

    private sealed record StepRow
    {
        public required long Story { get; init; }

        public required string Query { get; init; }

        public required string Heading { get; init; }

        public required string Text { get; init; }
    }
}
