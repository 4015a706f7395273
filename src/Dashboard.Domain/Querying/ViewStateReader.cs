using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Querying;

/// <summary>One pass over the keys of an address; remembers what it could not use, and why.</summary>
internal sealed class ViewStateReader
{
    private static readonly FrozenSet<string> _manyValued = ["dataset", "kind", "actor", "country", "source", "status"];

    private static readonly FrozenSet<string> _singleValued =
        ["from", "to", "q", "bbox", "precision", "timeprecision", "lens", "unmentioned", "asof", "map", "sel", "tz", "mode", "sort", "leads", "colour", "relations", "link"];

    private readonly List<IgnoredKey> _ignored = [];
    private readonly Dictionary<string, List<string>> _values = [];
    private readonly HashSet<string> _understood = [];
    private ViewState _view = ViewState.Default;
    private IncidentQuery _query = IncidentQuery.All;
    private DateTimeOffset? _from;
    private DateTimeOffset? _to;

    public void Read(ReadOnlySpan<char> address)
    {
        if (address.Length > ViewStateCodec.MaximumLength)
        {
            Ignore("address", $"longer than {ViewStateCodec.MaximumLength} characters, the rest was left out");
            // Half a value would be another value.
            address = address[..Math.Max(0, address[..(ViewStateCodec.MaximumLength + 1)].LastIndexOf('&'))];
        }

        foreach (var part in address.Split('&'))
        {
            var pair = address[part].ToString();
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            Take(Decoded(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decoded(pair[(equals + 1)..]));
        }
    }

    public ParsedView Finish()
    {
        if (_from >= _to)
        {
            Ignore("to", "is not after 'from'");
            _to = null;
        }

        var query = _query with
        {
            Window = new TimeWindow(_from, _to),
            Datasets = Values("dataset"),
            Kinds = Values("kind"),
            Actors = Values("actor"),
            Countries = Values("country"),
            Sources = Values("source"),
            Statuses = Values("status").Select(word => ValueOf<ClaimStatus>(word)!.Value).ToValueList(),
        };
        return new ParsedView(_view with { Query = query }, _ignored.Distinct().ToValueList());
    }

    private void Ignore(string key, string reason) => _ignored.Add(new IgnoredKey(Shortened(key), reason));

    private void Take(string key, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        if (Flaw(key, value) is { } flaw)
        {
            Ignore(key, flaw);
        }
    }

    /// <summary>Takes the value in; says what is wrong with it where it cannot.</summary>
    private string? Flaw(string key, string value)
    {
        var isMany = _manyValued.Contains(key);
        if (!isMany && !_singleValued.Contains(key))
        {
            return "is not part of a view";
        }

        if (AddressText.Flaw(value) is { } flaw)
        {
            return flaw;
        }

        if (!isMany && _understood.Contains(key))
        {
            return "given more than once, the first counts";
        }

        try
        {
            if (isMany ? !TryTakeOneOfMany(key, value) : !TryTakeSingle(key, value))
            {
                return $"'{Shortened(value)}' was not understood";
            }
        }
        catch (RefusedException refusal)
        {
            return refusal.Message;
        }

        _understood.Add(key);
        return null;
    }

    private bool TryTakeOneOfMany(string key, string value)
    {
        if (key == "status" && ValueOf<ClaimStatus>(value) is null)
        {
            return false;
        }

        if (!_values.TryGetValue(key, out var values))
        {
            _values[key] = values = [];
        }

        values.Add(value);
        return true;
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
                _query = _query with { Text = value };
                return true;
            case "bbox" when Numbers(value) is [var west, var south, var east, var north]:
                _query = _query with { Area = new GeoBox(west, south, east, north) };
                return true;
            case "precision" when Numbers(value) is [var metres]:
                _query = _query with { PrecisionMetres = metres };
                return true;
            case "timeprecision" when ValueOf<TimePrecision>(value) is { } unit:
                _query = _query with { TimePrecision = unit };
                return true;
            case "lens":
                _query = _query with { Lens = value };
                return true;
            case "unmentioned" when ValueOf<UnmentionedView>(value) is { } unmentioned:
                _query = _query with { Unmentioned = unmentioned };
                return true;
            case "asof" when Day(value) is { } day:
                _query = _query with { AsOf = day };
                return true;
            case "map" when Numbers(value) is [var latitude, var longitude, var zoom]:
                _view = _view with { Viewport = new Viewport(new GeoPoint(latitude, longitude), zoom) };
                return true;
            case "sel":
                _view = _view with { Selection = value };
                return true;
            case "tz" when ClockOf(value) is { } clock:
                _view = _view with { Clock = clock };
                return true;
            case "mode" when ValueOf<PlayMode>(value) is { } mode:
                _view = _view with { Mode = mode };
                return true;
            case "sort" when ValueOf<SortOrder>(value[0] == '-' ? value[1..] : value) is { } sort:
                _view = _view with { Sort = sort, IsDescending = value[0] == '-' };
                return true;
            case "leads" when ValueOf<LeadView>(value) is { } leads:
                _query = _query with { Leads = leads };
                return true;
            case "link":
                _query = _query with { Link = value };
                return true;
            case "colour" when ValueOf<ColourBy>(value) is { } colour:
                _view = _view with { Colour = colour };
                return true;
            case "relations" when ValueOf<RelationView>(value) is { } relations:
                _view = _view with { Relations = relations };
                return true;
            default:
                return false;
        }
    }

    private ValueList<string> Values(string key) => _values.TryGetValue(key, out var values) ? values.ToValueList() : [];

    /// <summary>
    /// A day, or an instant, in UTC where it does not say otherwise. As an end, a day counts to its last moment. A plus
    /// sign that was not encoded has become a blank.
    /// </summary>
    private static DateTimeOffset? Instant(string text, bool isEnd)
    {
        if (Day(text) is { } day)
        {
            var midnight = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
            return !isEnd ? midnight : day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : midnight.AddDays(1);
        }

        string[] forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        return DateTimeOffset.TryParseExact(text.Replace(' ', '+'), forms, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Clock? ClockOf(string word) =>
        Enum.GetValues<Clock>().Cast<Clock?>().FirstOrDefault(clock => ViewStateCodec.ClockWord(clock!.Value) == word);

    private static T? ValueOf<T>(string word) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => ViewStateCodec.Word(value!.Value) == word);

    private static double[]? Numbers(string text)
    {
        var parts = text.Split(',');
        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }

    /// <summary>Plus signs are blanks, as forms write them; bytes that are no text become replacement characters.</summary>
    private static string Decoded(string text) => WebUtility.UrlDecode(text);

    /// <summary>Fit to be shown on the page.</summary>
    private static string Shortened(string text)
    {
        Rune[] readable = [.. text.EnumerateRunes().Select(rune => Rune.IsControl(rune) ? new Rune(' ') : rune)];
        return readable.Length <= 40 ? string.Concat(readable) : string.Concat(readable.Take(39)) + "…";
    }
}
