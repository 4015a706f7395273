using System.Text.Json;
using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Time;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>The datasets that a file's rows go to, few: what is said about each, and when its rows begin and end.</summary>
internal sealed class StagedDatasets(SqliteConnection connection)
{
    private const string Insert = "INSERT INTO dataset (number, slug) VALUES (@Number, @Slug)";

    private const string SetDescription = "UPDATE dataset SET description = @Description WHERE number = @Number";

    private readonly Dictionary<string, Staged> _bySlug = [];
    private readonly List<Staged> _inOrder = [];

    /// <summary>Those that a commit brings something to: one that is only described stays out of the store.</summary>
    public IEnumerable<Staged> InUse => _inOrder.Where(dataset => dataset.IsWhole || dataset.HasRows);

    public Staged this[string slug] => _bySlug.TryGetValue(slug, out var staged) ? staged : Add(slug);

    /// <summary>What the file or the person says of a dataset; its coverage grows with the rows.</summary>
    public void Describe(DatasetDescription description) => this[description.Slug].Said = description;

    /// <summary>What our own export says: it stands as it is.</summary>
    /// <param name="line">Of the file, where it says so.</param>
    public void DescribeWhole(DatasetDescription description, long line)
    {
        var staged = this[description.Slug];
        (staged.Said, staged.IsWhole, staged.Line) = (description, true, line);
    }

    /// <summary>The line where the file says what a dataset is as a whole; 0 where it does not.</summary>
    public long LineOf(int number) => _inOrder[number - 1].Line;

    /// <summary>Works out what each dataset would be called and cover after a commit, and keeps it in the file.</summary>
    /// <param name="stored">What the store says of a dataset; null where it does not have it.</param>
    public void Settle(Func<string, DatasetDescription?> stored)
    {
        foreach (var dataset in InUse)
        {
            dataset.Settle(stored(dataset.Slug));
            connection.Execute(SetDescription, new
            {
                dataset.Number,
                Description = JsonSerializer.Serialize(dataset.Description, DatasetJson.Compact),
            });
        }
    }

    private Staged Add(string slug)
    {
        var staged = new Staged(_inOrder.Count + 1, slug);
        connection.Execute(Insert, new { staged.Number, staged.Slug });
        _bySlug.Add(slug, staged);
        _inOrder.Add(staged);
        return staged;
    }

    internal sealed class Staged(int number, string slug)
    {
        private DateTimeOffset? _first;
        private DateTimeOffset? _last;

        public int Number { get; } = number;

        public string Slug { get; } = slug;

        public DatasetDescription? Said { get; set; }

        public bool IsWhole { get; set; }

        public long Line { get; set; }

        /// <summary>After <see cref="Settle"/>: what the store would say after a commit.</summary>
        public DatasetDescription Description { get; private set; } = null!;

        /// <summary>True when the store does not have the dataset.</summary>
        public bool IsNew { get; private set; }

        public bool HasRows { get; private set; }

        /// <summary>Takes in a row, and when it happened.</summary>
        public void Cover(Occurrence? occurrence)
        {
            HasRows = true;
            if (occurrence is not null)
            {
                var last = occurrence.SpanEnd ?? occurrence.Start;
                _first = _first < occurrence.Start ? _first : occurrence.Start;
                _last = _last > last ? _last : last;
            }
        }

        public void Settle(DatasetDescription? stored)
        {
            var said = Said ?? stored ?? new DatasetDescription(Slug, Slug, "", "not stated", "", TimeWindow.All);
            IsNew = stored is null;
            Description = IsWhole ? said : said with { Coverage = Union(Union(said.Coverage, stored?.Coverage ?? TimeWindow.All), Rows()) };
        }

        /// <summary>Whole days: a row does not tell more about when people collected.</summary>
        private TimeWindow Rows() => (_first, _last) is ({ } first, { } last)
            ? new TimeWindow(Midnight(first), last < DateTimeOffset.MaxValue.AddDays(-1) ? Midnight(last.AddTicks(last > first ? -1 : 0)).AddDays(1) : null)
            : TimeWindow.All;

        private static DateTimeOffset Midnight(DateTimeOffset instant) => new(instant.UtcDateTime.Date, TimeSpan.Zero);

        /// <summary>A window without ends says nothing; one with a single end is open on the other side.</summary>
        private static TimeWindow Union(TimeWindow one, TimeWindow other) => (one.IsAll, other.IsAll) switch
        {
            (true, _) => other,
            (_, true) => one,
            _ => new TimeWindow(one.From < other.From ? one.From : one.From is null ? null : other.From, one.To > other.To ? one.To : one.To is null ? null : other.To),
        };
    }
}
