using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Harness;

/// <summary>One incident, and more leads than fit on a page of their table.</summary>
internal static class ManyLeads
{
    public const int Count = 60;

    public static Dataset Dataset { get; } = Make();

    public static string Slug(int number) => $"lead-{number:00}";

    private static Dataset Make()
    {
        var source = new Source { Id = "wire", Publisher = "The Wire", Date = null, Nature = "publication", Address = null, QuotesPrimaryStatement = false };
        var leads = Enumerable.Range(1, Count).Select(Lead).ToList();
        var dataset = Dataset([Incident("checked", Day(0)), .. leads]);
        return dataset with
        {
            Description = dataset.Description with { Title = "Mixed", Codebook = "GDELT 2", Version = "2.0" },
            Sources = [source],
            Claims = [.. leads.Select(Claim)],
        };
    }

    private static Incident Lead(int number) => Incident(Slug(number), Day(number), places: ["here"]) with
    {
        IsLead = true,
        UpstreamId = $"1149{number:00}",
        Attributes = [new("AvgTone", "-6.1"), new("EventCode", "190"), new("Actor1Name", "إيران")],
    };

    private static Claim Claim(Incident lead) => new()
    {
        Id = $"claim-{lead.Id}",
        IncidentId = lead.Id,
        Predicate = "report",
        Claimant = new Claimant(null, "The Wire"),
        Value = "A report",
        Number = null,
        SourceId = "wire",
        Date = null,
        Status = ClaimStatus.Unverified,
        Evidence = NoEvidence,
        Address = new Uri($"https://wire.example/{lead.Slug}"),
    };

    private static Occurrence Day(int day) => new(At(2024, 1, 1).AddDays(day), null, TimeSpan.Zero, TimePrecision.Day);
}
