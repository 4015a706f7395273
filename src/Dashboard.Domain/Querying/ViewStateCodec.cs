using System.Globalization;
using System.Text;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Querying;

/// <summary>
/// The one place that reads and writes the address of a view. Reading never fails: what cannot be understood is left
/// out, and named. Writing gives one canonical text for one state, so that equal views have equal addresses.
/// </summary>
public static class ViewStateCodec
{
    /// <summary>Longer addresses are read up to here; browsers and proxies cut them anyway.</summary>
    public const int MaximumLength = 8192;

    private const int MaximumValueLength = 256;
    private const int MaximumValuesPerKey = 100;

    /// <summary>Reads a query string, with or without its leading question mark.</summary>
    public static ParsedView Parse(string queryString)
    {
        var reading = new Reading();
        var text = queryString.StartsWith('?') ? queryString[1..] : queryString;
        if (text.Length > MaximumLength)
        {
            reading.Ignore("address", $"longer than {MaximumLength} characters, the rest was left out");
            text = text[..MaximumLength];
        }

        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            reading.Take(Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }

        return reading.Finish();
    }

    /// <summary>The canonical query string, without a question mark; empty for the default view.</summary>
    public static string Format(ViewState view)
    {
        var text = new StringBuilder();
        void Add(string key, string? value)
        {
            if (value is not null)
            {
                text.Append(text.Length == 0 ? "" : "&").Append(key).Append('=').Append(Encode(value));
            }
        }

        void AddEach(string key, IEnumerable<string> values)
        {
            foreach (var value in values)
            {
                Add(key, value);
            }
        }

        var query = view.Query;
        AddEach("dataset", query.Datasets);
        Add("from", query.Window.From is { } from ? FormatInstant(from) : null);
        Add("to", query.Window.To is { } to ? FormatEnd(to) : null);
        AddEach("kind", query.Kinds);
        AddEach("actor", query.Actors);
        AddEach("country", query.Countries);
        AddEach("source", query.Sources);
        AddEach("status", query.Statuses.Select(status => Word(status)));
        Add("q", query.Text);
        Add("bbox", query.Area is { } box ? Join(box.West, box.South, box.East, box.North) : null);
        Add("precision", query.PrecisionMetres is { } metres ? Number(metres) : null);
        Add("lens", query.Lens);
        Add("asof", query.AsOf is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
        Add("map", view.Viewport is { } port ? Join(port.Centre.Latitude, port.Centre.Longitude, port.Zoom) : null);
        Add("sel", view.Selection);
        Add("tz", view.Clock == Clock.Utc ? null : ClockWord(view.Clock));
        Add("mode", view.Mode == PlayMode.Window ? null : Word(view.Mode));
        Add("sort", view.Sort == SortOrder.Time && !view.IsDescending ? null : (view.IsDescending ? "-" : "") + Word(view.Sort));
        return text.ToString();
    }

    /// <summary>The word that stands for a value in addresses and files: lower case.</summary>
    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static string ClockWord(Clock clock) => clock == Clock.UsEastern ? "us-eastern" : Word(clock);

    private static string FormatInstant(DateTimeOffset instant) =>
        instant.TimeOfDay == TimeSpan.Zero ? Day(instant) : instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture).Replace(":00Z", "Z", StringComparison.Ordinal);

    /// <summary>An end at midnight is written as the day before: in an address, <c>to</c> is the last day that counts.</summary>
    private static string FormatEnd(DateTimeOffset end) =>
        end.TimeOfDay == TimeSpan.Zero && end > DateTimeOffset.MinValue.AddDays(1) ? Day(end.AddDays(-1)) : FormatInstant(end);

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.#####", CultureInfo.InvariantCulture);

    private static string Join(params ReadOnlySpan<double> numbers)
    {
        var parts = new string[numbers.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Number(numbers[i]);
        }

        return string.Join(',', parts);
    }

    /// <summary>Percent-encodes what an address must not hold; commas, colons and slashes stay readable.</summary>
    private static string Encode(string value) => Uri.EscapeDataString(value)
        .Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>One pass over the keys of an address; remembers what it could not use.</summary>
    private sealed class Reading
    {
        private readonly List<IgnoredKey> _ignored = [];
        private readonly Dictionary<string, List<string>> _lists = [];
        private readonly HashSet<string> _seen = [];
        private ViewState _view = ViewState.Default;
        private DateTimeOffset? _from;
        private DateTimeOffset? _to;

        public void Ignore(string key, string reason) => _ignored.Add(new IgnoredKey(Shorten(key), reason));

        public void Take(string key, string value)
        {
            if (value.Length > MaximumValueLength)
            {
                Ignore(key, $"longer than {MaximumValueLength} characters");
            }
            else if (value.Any(letter => char.IsControl(letter) || letter == '\uFFFD') || !IsWellFormed(value))
            {
                Ignore(key, "not readable text");
            }
            else if (value.Length > 0)
            {
                TakeReadable(key, value);
            }
        }

        public ParsedView Finish()
        {
            var query = _view.Query with
            {
                Kinds = List("kind"),
                Actors = List("actor"),
                Countries = List("country"),
                Sources = List("source"),
                Datasets = List("dataset"),
                Statuses = List("status").Select(Enum<ClaimStatus>).OfType<ClaimStatus>().ToValueList(),
            };
            if (_from >= _to)
            {
                Ignore("to", "is not after 'from'");
                _to = null;
            }

            return new ParsedView(_view with { Query = query with { Window = new TimeWindow(_from, _to) } }, _ignored.Distinct().ToValueList());
        }

        private void TakeReadable(string key, string value)
        {
            switch (key)
            {
                case "kind" or "actor" or "country" or "source" or "dataset":
                    AddTo(key, value);
                    break;
                case "status":
                    if (Enum<ClaimStatus>(value) is null)
                    {
                        Ignore(key, $"'{Shorten(value)}' is not a claim status");
                    }
                    else
                    {
                        AddTo(key, value);
                    }

                    break;
                default:
                    TakeSingle(key, value);
                    break;
            }
        }

        private void TakeSingle(string key, string value)
        {
            if (!_seen.Add(key))
            {
                Ignore(key, "given more than once, the first counts");
                return;
            }

            try
            {
                if (!TryTakeSingle(key, value))
                {
                    Ignore(key, $"'{Shorten(value)}' was not understood");
                }
            }
            catch (RefusedException refusal)
            {
                Ignore(key, refusal.Message);
            }
        }

        private bool TryTakeSingle(string key, string value)
        {
            switch (key)
            {
                case "from":
                    return (_from = Instant(value, isEnd: false)) is not null;
                case "to":
                    return (_to = Instant(value, isEnd: true)) is not null;
                case "q":
                    _view = _view with { Query = _view.Query with { Text = value } };
                    return true;
                case "bbox" when Numbers(value, 4) is { } box:
                    _view = _view with { Query = _view.Query with { Area = new GeoBox(box[0], box[1], box[2], box[3]) } };
                    return true;
                case "precision" when Numbers(value, 1) is [>= 0 and <= 20_037_508 and var metres]:
                    _view = _view with { Query = _view.Query with { PrecisionMetres = metres } };
                    return true;
                case "lens":
                    _view = _view with { Query = _view.Query with { Lens = value } };
                    return true;
                case "asof" when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                    _view = _view with { Query = _view.Query with { AsOf = day } };
                    return true;
                case "map" when Numbers(value, 3) is { } map:
                    _view = _view with { Viewport = new Viewport(new GeoPoint(map[0], map[1]), map[2]) };
                    return true;
                case "sel":
                    _view = _view with { Selection = value };
                    return true;
                case "tz" when ClockOf(value) is { } clock:
                    _view = _view with { Clock = clock };
                    return true;
                case "mode" when Enum<PlayMode>(value) is { } mode:
                    _view = _view with { Mode = mode };
                    return true;
                case "sort" when Enum<SortOrder>(value.TrimStart('-')) is { } sort:
                    _view = _view with { Sort = sort, IsDescending = value[0] == '-' };
                    return true;
                default:
                    return false;
            }
        }

        private void AddTo(string key, string value)
        {
            if (!_lists.TryGetValue(key, out var values))
            {
                _lists[key] = values = [];
            }

            if (values.Count == MaximumValuesPerKey)
            {
                Ignore(key, $"more than {MaximumValuesPerKey} values, the first count");
            }
            else
            {
                values.Add(value);
            }
        }

        private ValueList<string> List(string key) => _lists.TryGetValue(key, out var values) ? values.ToValueList() : [];

        private static DateTimeOffset? Instant(string text, bool isEnd)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                var midnight = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
                return isEnd && day < DateOnly.MaxValue ? midnight.AddDays(1) : midnight;
            }

            return text.Length > 10 && text[10] == 'T'
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
                ? instant
                : null;
        }

        private static Clock? ClockOf(string word) =>
            System.Enum.GetValues<Clock>().Cast<Clock?>().FirstOrDefault(clock => ClockWord(clock!.Value) == word);

        private static T? Enum<T>(string word) where T : struct, Enum =>
            System.Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Word(value!.Value) == word);

        private static double[]? Numbers(string text, int count)
        {
            var parts = text.Split(',');
            var numbers = new double[parts.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                if (!double.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[i])
                    || !double.IsFinite(numbers[i]))
                {
                    return null;
                }
            }

            return parts.Length == count ? numbers : null;
        }

        private static bool IsWellFormed(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    i++;
                }
                else if (char.IsSurrogate(text[i]))
                {
                    return false;
                }
            }

            return true;
        }

        private static string Shorten(string text)
        {
            var readable = string.Concat(text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)));
            return readable.Length <= 40 ? readable : readable[..39] + "…";
        }
    }
}

/// <summary>What could be read of an address, and what could not.</summary>
public sealed record ParsedView(ViewState View, ValueList<IgnoredKey> Ignored);

/// <summary>A key of an address that was left out, and why, in words for the page.</summary>
public sealed record IgnoredKey(string Key, string Reason);
