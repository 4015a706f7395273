using System.Globalization;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>ACLED's one conservative number of people killed, and those whom it names as its sources for a row.</summary>
internal sealed class AcledClaims(CodebookSource source)
{
    public (Claim[] Claims, Source[] Sources) Of(string id, int? fatalities, string what, string publishers)
    {
        var claims = new List<Claim>();
        var sources = new List<Source> { source.Source };
        if (fatalities is { } killed)
        {
            claims.Add(source.Fatalities(id, source.Claimant, killed.ToString(CultureInfo.InvariantCulture), killed, null));
        }

        foreach (var name in publishers.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            var publisher = source.Publishers[name];
            sources.Add(publisher.Source);
            claims.Add(new Claim
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{id}-report-{sources.Count - 1}"),
                IncidentId = id,
                Predicate = "report",
                Claimant = publisher.Claimant,
                Value = what,
                Number = null,
                SourceId = publisher.Source.Id,
                Date = null,
                Status = ClaimStatus.Asserted,
                Evidence = source.Evidence,
                Note = "As ACLED codes it.",
            });
        }

        return ([.. claims], [.. sources]);
    }
}
