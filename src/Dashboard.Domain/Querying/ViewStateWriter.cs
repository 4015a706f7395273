using System.Globalization;
using System.Text;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Querying;

/// <summary>Writes the address of a view: the keys in one order, and only those that differ from the default.</summary>
internal sealed class ViewStateWriter
{
    private readonly StringBuilder _address = new();

    private ViewStateWriter()
    {
    }

    public static string Write(ViewState view)
    {
        var writer = new ViewStateWriter();
        writer.AddQuery(view.Query);
        writer.AddLook(view);
        writer.Add("link", view.Query.Link);
        return writer._address.ToString();
    }

    private void AddQuery(IncidentQuery query)
    {
        AddEach("dataset", query.Datasets);
        Add("from", query.Window.From is { } from ? Instant(from) : null);
        Add("to", query.Window.To is { } to ? End(to) : null);
        AddEach("kind", query.Kinds);
        AddEach("actor", query.Actors);
        AddEach("country", query.Countries);
        AddEach("source", query.Sources);
        AddEach("status", query.Statuses.Select(status => ViewStateCodec.Word(status)));
        Add("q", query.Text);
        Add("bbox", query.Area is { } box ? Numbers(box.West, box.South, box.East, box.North) : null);
        Add("precision", query.PrecisionMetres is { } metres ? Numbers(metres) : null);
        Add("timeprecision", query.TimePrecision is { } unit ? ViewStateCodec.Word(unit) : null);
        Add("leads", query.Leads == LeadView.Hidden ? null : ViewStateCodec.Word(query.Leads));
        Add("lens", query.Lens);
        Add("unmentioned", query.Unmentioned == UnmentionedView.Faded ? null : ViewStateCodec.Word(query.Unmentioned));
        Add("asof", query.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private void AddLook(ViewState view)
    {
        Add("map", view.Viewport is { } map ? Numbers(map.Centre.Latitude, map.Centre.Longitude, map.Zoom) : null);
        Add("sel", view.Selection);
        Add("tz", view.Clock == Clock.Utc ? null : ViewStateCodec.ClockWord(view.Clock));
        Add("mode", view.Mode == PlayMode.Window ? null : ViewStateCodec.Word(view.Mode));
        Add("colour", view.Colour == ColourBy.Kind ? null : ViewStateCodec.Word(view.Colour));
        Add("relations", view.Relations == RelationView.Selection ? null : ViewStateCodec.Word(view.Relations));
        var isDefaultOrder = view.Sort == SortOrder.Time && !view.IsDescending;
        Add("sort", isDefaultOrder ? null : (view.IsDescending ? "-" : "") + ViewStateCodec.Word(view.Sort));
    }

    private void AddEach(string key, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            Add(key, value);
        }
    }

    private void Add(string key, string? value)
    {
        if (value is not null)
        {
            _address.Append(_address.Length == 0 ? "" : "&").Append(key).Append('=').Append(Encoded(value));
        }
    }

    /// <summary>A midnight is written as its day, any other instant as far as it goes.</summary>
    private static string Instant(DateTimeOffset instant) =>
        instant.TimeOfDay == TimeSpan.Zero ? Day(instant)
        : instant.ToString(instant.Second == 0 && instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>An end at midnight is written as the day before: in an address, <c>to</c> is the last day that counts.</summary>
    private static string End(DateTimeOffset end) =>
        end == DateTimeOffset.MinValue ? "0001-01-01T00:00Z"
        : end.TimeOfDay == TimeSpan.Zero ? Day(end.AddDays(-1))
        : Instant(end);

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Numbers(params IEnumerable<double> numbers) =>
        string.Join(',', numbers.Select(number => number.ToString("0.#####", CultureInfo.InvariantCulture)));

    /// <summary>Percent-encodes what an address must not hold; commas, colons and slashes stay readable.</summary>
    private static string Encoded(string value) => Uri.EscapeDataString(value)
        .Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);
}
