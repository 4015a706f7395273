using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Domain.Tests.Querying;

/// <summary>Makes views of every kind: each field is sometimes set, and text and times are as odd as they may be.</summary>
internal static class ViewStates
{
    private static readonly string[] _oddTexts =
    [
        "act-us-forces", "دير الزور", "Ayn al-Asad", "a&b=c", "100%", "%41", "+", "#", "?", "/", ":,;", "'\"<script>", "\\", "🚁🇮🇶", "ﷺ",
        "e\u0301", "\u202Eabc", "\u00A0x", "  inner  blanks  x", "-", "--", "null", "\uFFFF", "~!*()", "\u2028", "Ⅻ", new string('ض', 256),
    ];

    private static readonly DateTimeOffset[] _edges =
    [
        DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddTicks(1), DateTimeOffset.MinValue.AddDays(1), DateTimeOffset.MaxValue,
        DateTimeOffset.MaxValue.AddTicks(-1), new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero), new(2024, 2, 29, 0, 0, 0, TimeSpan.Zero),
    ];

    public static Gen<DateTimeOffset> Instant { get; } = Gen.OneOf(
        Gen.Elements(_edges),
        LongBetween(DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks).Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero)),
        Gen.Choose(0, 800).Select(day => new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day)),
        Gen.Choose(0, 1_000_000).Select(minute => new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute)),
        Gen.Choose(0, 60_000_000).Select(second => new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(second)));

    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Elements(_oddTexts),
        Gen.NonEmptyListOf(Character).Select(characters => string.Concat(characters.Take(40)))).Where(text => !string.IsNullOrWhiteSpace(text));

    public static Gen<ViewState> Any { get; } =
        from query in Query
        from viewport in OrNull(from centre in Point from zoom in Gen.Choose(0, 22_000) select new Viewport(centre, zoom / 1000.0))
        from selection in OrNullText
        from clock in OneOf<Clock>()
        from mode in OneOf<PlayMode>()
        from sort in OneOf<SortOrder>()
        from isDescending in Gen.Elements(false, true)
        from colour in OneOf<ColourBy>()
        from relations in OneOf<RelationView>()
        select new ViewState
        {
            Query = query,
            Viewport = viewport,
            Selection = selection,
            Clock = clock,
            Mode = mode,
            Sort = sort,
            IsDescending = isDescending,
            Colour = colour,
            Relations = relations,
        };

    private static Gen<string> Character => Gen.OneOf(
        Gen.Choose(' ', '~').Select(code => ((char)code).ToString()),
        Gen.Choose(0xA0, 0x10FFFD).Where(code => code is not (>= 0xD800 and <= 0xDFFF or 0xFFFD)).Select(char.ConvertFromUtf32));

    private static Gen<string?> OrNullText => Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => (string?)text));

    private static Gen<ValueList<string>> Texts => Gen.Choose(0, 3).SelectMany(count => Gen.ListOf(Text, count)).Select(texts => texts.ToValueList());

    private static Gen<GeoPoint> Point =>
        from latitude in Degrees(90)
        from longitude in Degrees(180)
        select new GeoPoint(latitude, longitude);

    private static Gen<TimeWindow> Window => Gen.OneOf(
        Gen.Constant(TimeWindow.All),
        Instant.Select(from => new TimeWindow(from, null)),
        Instant.Select(to => new TimeWindow(null, to)),
        from one in Instant
        from other in Instant
        where one != other
        select new TimeWindow(one < other ? one : other, one < other ? other : one));

    private static Gen<IncidentQuery> Query =>
        from window in Window
        from kinds in Texts
        from actors in Texts
        from countries in Texts
        from sources in Texts
        from datasets in Texts
        from statuses in Gen.Choose(0, 3).SelectMany(count => Gen.ListOf(OneOf<ClaimStatus>(), count))
        from text in OrNullText
        from area in OrNull(from one in Point from other in Point select new GeoBox(one.Longitude, Math.Min(one.Latitude, other.Latitude), other.Longitude, Math.Max(one.Latitude, other.Latitude)))
        from precision in OrNull(Gen.OneOf(Gen.Elements(0, 0.000004, 20_037_508), Gen.Choose(1, 20_000_000).Select(metres => metres / 3.0)))
        from timePrecision in OrNull(OneOf<TimePrecision>())
        from leads in OneOf<LeadView>()
        from lens in OrNullText
        from unmentioned in OneOf<UnmentionedView>()
        from asOf in OrNull(Instant.Select(instant => DateOnly.FromDateTime(instant.DateTime)))
        select new IncidentQuery
        {
            Window = window,
            Kinds = kinds,
            Actors = actors,
            Countries = countries,
            Sources = sources,
            Datasets = datasets,
            Statuses = statuses.ToValueList(),
            Text = text,
            Area = area,
            PrecisionMetres = precision,
            TimePrecision = timePrecision,
            Leads = leads,
            Lens = lens,
            Unmentioned = unmentioned,
            AsOf = asOf,
        };

    private static Gen<T> OneOf<T>() where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<T?> OrNull<T>(Gen<T> generator) where T : struct => Gen.OneOf(Gen.Constant<T?>(null), generator.Select(value => (T?)value));

    private static Gen<double> Degrees(int limit) => Gen.OneOf(
        Gen.Elements(-limit, limit, 0, -0.0, -0.000001, 0.000004, limit - 0.000001),
        Gen.Choose(-limit * 10_000_000, limit * 10_000_000).Select(part => part / 10_000_000.0));

    private static Gen<long> LongBetween(long low, long high) =>
        from upper in Gen.Choose(0, int.MaxValue)
        from lower in Gen.Choose(0, int.MaxValue)
        select low + (long)(((((UInt128)(uint)upper << 31) | (uint)lower) * (UInt128)(ulong)(high - low)) >> 62);
}
