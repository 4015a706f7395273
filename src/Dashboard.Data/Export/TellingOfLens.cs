using Dashboard.Data.Documents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>What a lens says of the incident that was read last: whether it mentions it at all, and its tolls.</summary>
internal sealed class TellingOfLens(ExportLens lens)
{
    /// <summary>What the columns of a table, and the properties of a feature, are called.</summary>
    public static IReadOnlyList<string> Names { get; } = ["lens", "mentioned", "lens_killed_low", "lens_killed_high", "lens_injured_low", "lens_injured_high"];

    private readonly List<ClaimedNumber> _killed = [];
    private readonly List<ClaimedNumber> _injured = [];

    public string Lens => lens.Id;

    public bool IsMentioned { get; private set; }

    /// <summary>Null where it gives no figure.</summary>
    public OwnToll? Killed => OwnToll.Of(_killed);

    /// <inheritdoc cref="Killed"/>
    public OwnToll? Injured => OwnToll.Of(_injured);

    /// <summary>The highest figure; null where it is a least, which has no end, and where there is none.</summary>
    public static int? HighOf(OwnToll? toll) => toll is { IsOrMore: false } ? toll.High : null;

    public void Read(in CutDocument document)
    {
        IsMentioned = false;
        _killed.Clear();
        _injured.Clear();
        for (var claims = DocumentReader.InList(document.Claims); !claims.TryClose();)
        {
            var claim = new CutClaim(ref claims);
            if (Says(claim))
            {
                IsMentioned = true;
                AddFigure(claim);
            }
        }
    }

    private bool Says(in CutClaim claim) => lens.Actors is { } actors
        ? JsonText.IsSaid(claim.ClaimantId) && actors.Contains(JsonBytes.Text(claim.ClaimantId))
        : JsonBytes.Text(claim.Source) == lens.Id;

    private void AddFigure(in CutClaim claim)
    {
        if (ListFor(claim) is { } list && NumberOf(claim.Number) is var number && OwnToll.Counts(number, new DocumentReader(claim.Status).Word<ClaimStatus>()))
        {
            list.Add(number!);
        }
    }

    private List<ClaimedNumber>? ListFor(in CutClaim claim) => JsonBytes.Text(claim.Predicate) switch
    {
        TollPredicate.Killed => _killed,
        TollPredicate.Injured => _injured,
        _ => null,
    };

    private static ClaimedNumber? NumberOf(ReadOnlySpan<byte> cut)
    {
        if (!JsonText.IsSaid(cut))
        {
            return null;
        }

        var number = DocumentReader.InList(cut);
        return new ClaimedNumber(number.WholeOrNull(), number.WholeOrNull(), number.TextOrNull(), number.TextOrNull());
    }
}
