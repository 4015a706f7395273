using System.Globalization;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>What UCDP says about the number of people killed, and the reports that it cites for a row.</summary>
internal sealed class UcdpClaims(CodebookSource source)
{
    private static readonly Claimant _ucdp = new(null, "UCDP");

    private readonly List<UcdpReport> _reports = [];

    public (Claim[] Claims, Source[] Sources) Of(string id, UcdpToll toll, string article, string offices, string dates, string headlines)
    {
        UcdpReports.Read(article, offices, dates, headlines, _reports);
        var first = toll == default ? 0 : 1;
        var claims = new Claim[first + _reports.Count];
        var sources = new List<Source>(1 + _reports.Count) { source.Source };
        if (first == 1)
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"best estimate {Said(toll.Best)}, low {Said(toll.Low)}, high {Said(toll.High)}");
            claims[0] = source.Fatalities(id, _ucdp, value, toll.Low, toll.High);
        }

        for (var at = 0; at < _reports.Count; at++)
        {
            claims[first + at] = Report(id, at + 1, _reports[at], sources);
        }

        return (claims, [.. sources]);
    }

    private Claim Report(string id, int number, UcdpReport report, List<Source> sources)
    {
        var publisher = report.Office.Length > 0 ? source.Publishers[report.Office] : null;
        if (publisher is not null && !sources.Contains(publisher.Source))
        {
            sources.Add(publisher.Source);
        }

        var date = report.Date.Length > 0 ? source.Dates[report.Date] : null;
        return new Claim
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{id}-report-{number}"),
            IncidentId = id,
            Predicate = "report",
            Claimant = publisher?.Claimant ?? source.Claimant,
            Value = string.IsNullOrWhiteSpace(report.Headline) ? "cited without a headline" : report.Headline,
            Number = null,
            SourceId = publisher?.Source.Id ?? source.Source.Id,
            Date = date,
            Status = ClaimStatus.Asserted,
            Evidence = source.Evidence,
            Note = (publisher, date) switch
            {
                (null, _) => "The report as UCDP cites it.",
                (_, null) when report.Date.Length > 0 => $"Dated {report.Date} by UCDP.",
                _ => null,
            },
        };
    }

    private static string Said(int? people) => people?.ToString(CultureInfo.InvariantCulture) ?? "not known";
}
