namespace Dashboard.Data.Documents;

/// <summary>A claim in a document, cut into its properties as they lie there; see <see cref="ClaimJson"/>. What was left out is empty.</summary>
internal readonly ref struct CutClaim
{
    /// <param name="claims">Stands at the claim, and after it when this is done.</param>
    public CutClaim(ref DocumentReader claims)
    {
        claims.Open();
        Id = claims.Cut("id"u8);
        Predicate = claims.Cut("predicate"u8);
        ClaimantId = claims.Cut("claimantId"u8);
        Claimant = claims.Cut("claimant"u8);
        Value = claims.Cut("value"u8);
        Number = claims.Cut("number"u8);
        Source = claims.Cut("source"u8);
        Date = claims.Cut("date"u8);
        Status = claims.Cut("status"u8);
        Evidence = claims.Cut("evidence"u8);
        Note = claims.Cut("note"u8);
        Address = claims.Cut("address"u8);
        claims.Close();
    }

    public ReadOnlySpan<byte> Id { get; }

    public ReadOnlySpan<byte> Predicate { get; }

    public ReadOnlySpan<byte> ClaimantId { get; }

    public ReadOnlySpan<byte> Claimant { get; }

    public ReadOnlySpan<byte> Value { get; }

    /// <summary><c>[low, high, scope, unit]</c></summary>
    public ReadOnlySpan<byte> Number { get; }

    public ReadOnlySpan<byte> Source { get; }

    public ReadOnlySpan<byte> Date { get; }

    public ReadOnlySpan<byte> Status { get; }

    /// <summary>Empty where it is the incident's.</summary>
    public ReadOnlySpan<byte> Evidence { get; }

    public ReadOnlySpan<byte> Note { get; }

    public ReadOnlySpan<byte> Address { get; }
}
