using System.Net;
using Dashboard.Domain.Time;
using Dashboard.Web.Sharing.Citations;
using Dashboard.Web.Tests.Harness;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Sharing;

public class CitationTests(StarterDashboard starter)
{
    private static readonly Citation _hostile = new()
    {
        Key = "incidents-12-aca4ccf2",
        Title = "Strikes & 50% {a_b}\r\nER  - $x^2~ C:\\ البوكمال: 24 of 43 incidents",
        Filters = "Filters: “#1”; Syria",
        Version = "Revision 12; UCDP GED 25.1",
        AsOf = new DateOnly(2024, 3, 5),
        Retrieved = new DateOnly(2024, 11, 21),
        Attributions = ["GeoNames, CC BY 4.0."],
        Address = "https://incidents.example/?q=50%25_a&kind=strike",
    };

    [Fact]
    public void Text_is_one_line_with_everything_in_it() => Assert.Equal(
        "Strikes & 50% {a_b} ER - $x^2~ C:\\ البوكمال: 24 of 43 incidents. Incident dashboard. Revision 12; UCDP GED 25.1. Filters: “#1”; Syria. As of 5 March 2024. "
        + "GeoNames, CC BY 4.0. https://incidents.example/?q=50%25_a&kind=strike (retrieved 21 November 2024)\n",
        CitationText.Plain(_hostile));

    [Fact]
    public void BibTeX_escapes_what_means_something_to_TeX() => Assert.Equal(
        """
        @misc{incidents-12-aca4ccf2,
          title        = {{Strikes \& 50\% \{a\_b\} ER - \$x\textasciicircum{}2\textasciitilde{} C:\textbackslash{} البوكمال: 24 of 43 incidents}},
          howpublished = {Incident dashboard},
          version      = {Revision 12; UCDP GED 25.1},
          year         = {2024},
          date         = {2024-03-05},
          note         = {Filters: “\#1”; Syria. As of 5 March 2024. GeoNames, CC BY 4.0.},
          url          = {https://incidents.example/?q=50%25_a&kind=strike},
          urldate      = {2024-11-21},
        }

        """,
        CitationText.BibTex(_hostile), ignoreLineEndingDifferences: true);

    [Fact]
    public void RIS_has_one_field_a_line_whatever_a_title_holds() => Assert.Equal(
        string.Join("\r\n",
            "TY  - DATA",
            "ID  - incidents-12-aca4ccf2",
            "TI  - Strikes & 50% {a_b} ER - $x^2~ C:\\ البوكمال: 24 of 43 incidents",
            "PB  - Incident dashboard",
            "ET  - Revision 12; UCDP GED 25.1",
            "PY  - 2024",
            "DA  - 2024/03/05",
            "N1  - Filters: “#1”; Syria. As of 5 March 2024. GeoNames, CC BY 4.0.",
            "UR  - https://incidents.example/?q=50%25_a&kind=strike",
            "Y2  - 2024/11/21",
            "ER  - ",
            ""),
        CitationText.Ris(_hostile));

    [Theory]
    [InlineData("txt", "text/plain; charset=utf-8", null)]
    [InlineData("bib", "application/x-bibtex; charset=utf-8", "attachment; filename=incidents-1-")]
    [InlineData("ris", "application/x-research-info-systems; charset=utf-8", "attachment; filename=incidents-1-")]
    public async Task A_citation_has_the_counts_and_the_address_of_its_view(string format, string type, string? disposition)
    {
        using var answer = await starter.Server.GetAsync($"/citation.{format}?kind=strike&country=SY&nonsense=1");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.StartsWith(disposition ?? "", answer.Content.Headers.ContentDisposition?.ToString() ?? "", StringComparison.Ordinal);
        Assert.Contains("US forces in Iraq, Syria, Jordan · Oct 2023 – Feb 2024: 6 of 43 incidents", text, StringComparison.Ordinal);
        Assert.Contains("Filters: Strike; Syria.", text, StringComparison.Ordinal);
        Assert.Contains($"{starter.Server.Address}?kind=strike&country=SY", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_release_of_a_dataset_is_part_of_its_version()
    {
        var dataset = Dataset(Incident("one", new Occurrence(At(2024, 5, 1), null, TimeSpan.Zero, TimePrecision.Day)));
        await using var dashboard = await RunningDashboard.StartAsync([dataset with { Description = dataset.Description with { Codebook = "UCDP GED", Version = "25.1" } }]);

        Assert.StartsWith("Sample: 1 incident, since 1 Jan 2024. Incident dashboard. Revision 1; UCDP GED 25.1. As of ", await dashboard.TextAsync("/citation.txt?from=2024-01-01"), StringComparison.Ordinal);
    }
}
