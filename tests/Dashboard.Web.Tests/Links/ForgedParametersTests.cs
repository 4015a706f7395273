using System.Buffers;
using System.Globalization;
using System.Net;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Links;

/// <summary>Whoever changes the parameters of a redacted link learns nothing that the link keeps back.</summary>
public sealed class ForgedParametersTests
{
    private const int Forgeries = 1000;

    private const int ShortestName = 6;

    private static readonly string[] _coarse = ["country", "admin1", "territory"];

    private static readonly Dataset _starter = StarterDataset.Load();

    private static readonly Redaction _redaction = new() { CellKilometres = 10, Fields = [.. Enum.GetValues<WithheldField>()], LocksFilters = true };

    private static readonly string[] _paths =
    [
        "/", "/", "/", "/embed", "/share", "/incidents/{slug}", "/incidents/{slug}", "/filters/{facet}", "/filters/lens", "{data}/marks", "{data}/marks", "{data}/relations", "{data}/times", "{data}/tiles/{tile}",
        "/export.csv", "/export.csv", "/export.geojson", "/export.geojson", "/citation.txt", "/citation.bib", "/citation.ris", "/oembed", "/picture.svg", "/corrections", "/corrections.json", "/actors/{actor}", "/places/{place}", "/incidents/{slug}/history",
    ];

    [Fact]
    public async Task A_thousand_forged_changes_of_a_redacted_link_leak_nothing()
    {
        await using var dashboard = await RunningDashboard.StartAsync([_starter]);
        var made = dashboard.Make(_redaction, "country=SY&country=IQ&sel=2024-01-28-tower-22-drone-attack&map=33.78579,42.44119,14");
        var data = await dashboard.DataAsync(made.Token);
        var forger = new Forger(new Random(20240128), dashboard, _starter, data, made.Token, _paths);
        var (secrets, names) = (Secrets(), PlaceNames.ToHashSet());
        var (all, withoutMap) = (SearchValues.Create([.. secrets], StringComparison.OrdinalIgnoreCase), SearchValues.Create([.. secrets.Where(secret => !names.Contains(secret))], StringComparison.OrdinalIgnoreCase));
        var answered = 0;
        foreach (var number in Enumerable.Range(0, Forgeries))
        {
            var path = forger.Next();
            using var response = await dashboard.ReadyAsync(path, $"10.{number / 250}.{number % 250}.1");
            Assert.True((int)response.StatusCode < 500, $"{(int)response.StatusCode} {path}");
            answered += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var text = WebUtility.HtmlDecode(WebUtility.UrlDecode(body)) + '\n' + body + '\n' + response.Headers;
            // The base map names towns, whatever happened there.
            var isMap = path.StartsWith("/picture.svg", StringComparison.Ordinal);
            if (!text.AsSpan().ContainsAny(isMap ? withoutMap : all))
            {
                continue;
            }

            // What was asked comes back in words that the asker knows already.
            var asked = WebUtility.UrlDecode(WebUtility.UrlDecode(path));
            var leaks = secrets.Where(secret => !(isMap && names.Contains(secret)) && text.Contains(secret, StringComparison.OrdinalIgnoreCase) && !asked.Contains(secret, StringComparison.OrdinalIgnoreCase)).ToList();
            Assert.True(leaks.Count == 0, $"{path}\ntold: {string.Join(" | ", leaks.Take(5).Select(leak => text.Substring(Math.Max(0, text.IndexOf(leak, StringComparison.OrdinalIgnoreCase) - 60), 120)))}");
        }

        Assert.InRange(answered, Forgeries / 3, Forgeries);
    }

    [Fact]
    public async Task Asking_about_what_is_withheld_finds_as_much_as_asking_about_what_never_was()
    {
        await using var dashboard = await RunningDashboard.StartAsync([_starter]);
        var token = dashboard.Make(_redaction).Token;
        await dashboard.DataAsync(token);
        var nothing = await dashboard.ReadyTextAsync($"/export.csv?link={token}&q=xyzzyplugh");
        foreach (var word in (string[])["Tower 22", "Albu Kamal", "Al Asad", "CENTCOM", "drone", "killed"])
        {
            Assert.Equal((word, nothing), (word, await dashboard.ReadyTextAsync($"/export.csv?link={token}&q={Uri.EscapeDataString(word)}")));
        }

        foreach (var source in _starter.Sources.Take(20))
        {
            Assert.Equal((source.Id, nothing), (source.Id, await dashboard.ReadyTextAsync($"/export.csv?link={token}&source={Uri.EscapeDataString(source.Id)}")));
        }

        foreach (var slug in _starter.Incidents.Select(incident => incident.Slug))
        {
            using var page = await dashboard.ReadyAsync($"/incidents/{slug}?link={token}");
            Assert.Equal((slug, HttpStatusCode.NotFound), (slug, page.StatusCode));
        }
    }

    private static List<string> Secrets()
    {
        var told = string.Join('\n', [_starter.Description.Title, _starter.Description.Summary, _starter.Description.Attribution, .. _starter.Places.SelectMany(place => new[] { place.Province, place.Country is { } code ? Domain.Places.Countries.Name(code) : null }),
            .. _starter.Places.Where(place => _coarse.Contains(place.Nature)).Select(place => place.Name), "Incident dashboard, places, actors, titles, sources, Times as clocks showed them in Washington"]);
        IEnumerable<string?> all =
        [
            .. _starter.Sources.SelectMany(source => new[] { source.Id, source.Publisher, source.Address?.ToString() }),
            .. PlaceNames,
            .. _starter.Actors.SelectMany(actor => actor.Aliases.Select(alias => alias.Text).Prepend(actor.Name)),
            .. _starter.Incidents.SelectMany(incident => new[] { incident.Slug, incident.Title, incident.Summary, incident.UpstreamId }.Concat(incident.Caveats)),
            .. _starter.Claims.SelectMany(claim => new[] { claim.Id, claim.Value, claim.Note }),
            .. Points.SelectMany(point => new[] { point.Latitude, point.Longitude }).Select(Written).Where(written => written.Length - written.IndexOf('.', StringComparison.Ordinal) > 3),
        ];
        return [.. all.OfType<string>().Where(text => text.Length >= ShortestName && !told.Contains(text, StringComparison.OrdinalIgnoreCase)).Distinct()];
    }

    private static IEnumerable<string> PlaceNames =>
        _starter.Places.Where(place => !_coarse.Contains(place.Nature)).SelectMany(place => place.Aliases.Select(alias => alias.Text).Prepend(place.Name).Append(place.Id));

    private static IEnumerable<Domain.Places.GeoPoint> Points => _starter.Incidents.SelectMany(incident => incident.Geometry?.Points ?? []);

    private static string Written(double degrees) => degrees.ToString("0.#####", CultureInfo.InvariantCulture);
}
