using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

/// <summary>
/// Stored text is text: a page of the worst words there are has the very elements of a page of plain words, and shows
/// exactly what is stored.
/// </summary>
public sealed class StoredTextTests(StoredTextTests.Dashboards dashboards) : IClassFixture<StoredTextTests.Dashboards>
{
    private const string PlainWord = "Plainword";
    private const string PlainCode = "plaincode";
    private const string PlainDescription = "Plaindescription";
    private const string NaughtyDescription = "</title></script>\"'><script src=//elsewhere.example></script><img src=x onerror=alert(1)>";

    private static readonly HtmlParser _parser = new();

    /// <summary>Some of those that a page could take for its own markup.</summary>
    private static IEnumerable<int> SomeMarkup => Enumerable.Range(0, NaughtyStrings.All.Count)
        .Where(number => NaughtyStrings.All[number].Contains('<', StringComparison.Ordinal))
        .Where((_, place) => place % 8 == 0);

    [Fact]
    public async Task The_page_of_an_incident_shows_every_text_as_it_is_stored()
    {
        for (var number = 0; number < NaughtyStrings.All.Count; number++)
        {
            var path = $"/incidents/{WordyDataset.SlugOf(number)}";
            var plain = await PageAsync(dashboards.Plain, path);
            var naughty = await PageAsync(dashboards.Naughty, path);

            Assert.Equal(Skeleton(plain), Skeleton(naughty));
            Assert.Equal(Naughty(plain.QuerySelector("title")!.TextContent, number), naughty.QuerySelector("title")!.TextContent);
            Assert.Equal(NaughtyStrings.All[number], naughty.QuerySelector("meta[name=description]")!.GetAttribute("content"));
            Assert.Equal(Naughty(WithoutTimes(plain), number), WithoutTimes(naughty));
        }
    }

    [Fact]
    public async Task Words_of_a_datasets_own_vocabulary_make_no_elements_either()
    {
        for (var number = 0; number < NaughtyStrings.All.Count; number++)
        {
            var path = $"/incidents/{WordyDataset.SlugOf(number)}";
            Assert.Equal(Skeleton(await PageAsync(dashboards.Plain, path)), Skeleton(await PageAsync(dashboards.Coded, path)));
        }
    }

    [Fact]
    public async Task The_panel_beside_the_map_shows_what_the_page_of_the_incident_shows()
    {
        foreach (var number in SomeMarkup)
        {
            var path = $"/?sel={WordyDataset.SlugOf(number)}";
            var naughty = await PageAsync(dashboards.Naughty, path);

            Assert.Equal(Skeleton(await PageAsync(dashboards.Plain, path)), Skeleton(naughty));
            Assert.Contains(naughty.QuerySelectorAll("h2"), heading => heading.TextContent == NaughtyStrings.All[number]);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?sort=-title")]
    [InlineData("/licences")]
    public async Task Lists_filters_and_licences_are_made_of_the_elements_of_plain_words(string path)
    {
        var plain = await PageAsync(dashboards.Plain, path);
        var naughty = await PageAsync(dashboards.Naughty, path);

        Assert.Equal(Skeleton(plain), Skeleton(naughty));
        Assert.Contains(NaughtyDescription, naughty.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_carry_every_text_as_it_is_stored()
    {
        var marks = JsonNode.Parse(await dashboards.Naughty.TextAsync(dashboards.Naughty.Marks))!["incidents"]!.AsArray();
        var titles = marks.ToDictionary(mark => (string)mark!["slug"]!, mark => (string)mark!["title"]!);

        Assert.Equal(NaughtyStrings.All, NaughtyStrings.All.Select((_, number) => titles[WordyDataset.SlugOf(number)]));
    }

    /// <summary>The text but for when the two stores were filled, which may be a minute apart.</summary>
    private static string WithoutTimes(IDocument page)
    {
        foreach (var time in page.QuerySelectorAll(".history time"))
        {
            time.TextContent = "";
        }

        return page.Body!.TextContent;
    }

    /// <summary>What the naughty page must show where the plain one shows this.</summary>
    private static string Naughty(string plain, int number) => plain
        .Replace(PlainWord, NaughtyStrings.All[number], StringComparison.Ordinal)
        .Replace(PlainDescription, NaughtyDescription, StringComparison.Ordinal);

    /// <summary>Every element with its depth and the names of its attributes.</summary>
    private static IEnumerable<string> Skeleton(IHtmlDocument page) => page.All
        .Select(element => $"{element.Ancestors().Count()} {element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}");

    private static async Task<IHtmlDocument> PageAsync(RunningDashboard dashboard, string path) => _parser.ParseDocument(await dashboard.TextAsync(path));

    /// <summary>Three of the same shape: plain words, naughty words, and plain words in a naughty vocabulary.</summary>
    public sealed class Dashboards : IAsyncLifetime
    {
        public RunningDashboard Plain { get; private set; } = null!;

        public RunningDashboard Naughty { get; private set; } = null!;

        public RunningDashboard Coded { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            IReadOnlyList<string> words = [.. NaughtyStrings.All.Select(_ => PlainWord)];
            IReadOnlyList<string> codes = [.. NaughtyStrings.All.Select(_ => PlainCode)];
            Plain = await StartAsync(PlainDescription, words, codes);
            Naughty = await StartAsync(NaughtyDescription, NaughtyStrings.All, codes);
            Coded = await StartAsync(PlainDescription, words, NaughtyStrings.All);
        }

        public async ValueTask DisposeAsync()
        {
            await Plain.DisposeAsync();
            await Naughty.DisposeAsync();
            await Coded.DisposeAsync();
        }

        private static Task<RunningDashboard> StartAsync(string description, IReadOnlyList<string> texts, IReadOnlyList<string> codes) =>
            RunningDashboard.StartAsync([new WordyDataset { Description = description, Texts = texts, Codes = codes }.Make()]);
    }
}
