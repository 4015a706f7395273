using Dashboard.Data.Documents;

namespace Dashboard.Data.Export;

/// <summary>The claims of a feature.</summary>
internal static class ClaimWriter
{
    extension(JsonText json)
    {
        public void Claims(ReadOnlySpan<byte> cut)
        {
            json.Name("claims"u8);
            json.Open('[');
            for (var claims = DocumentReader.InList(cut); !claims.TryClose();)
            {
                json.Claim(new CutClaim(ref claims));
            }

            json.Close(']');
        }

        private void Claim(in CutClaim claim)
        {
            json.Open('{');
            json.Property("id"u8, claim.Id);
            json.Property("predicate"u8, claim.Predicate);
            json.Property("claimant"u8, claim.Claimant);
            json.Said("claimant_id"u8, claim.ClaimantId);
            json.Property("value"u8, claim.Value);
            json.ClaimedNumber(claim.Number);
            json.Property("source"u8, claim.Source);
            json.Said("date"u8, claim.Date);
            json.Property("status"u8, claim.Status);
            json.Said("note"u8, claim.Note);
            json.Said("address"u8, claim.Address);
            json.Evidence("evidence"u8, claim.Evidence);
            json.Close('}');
        }

        private void ClaimedNumber(ReadOnlySpan<byte> cut)
        {
            if (cut.IsEmpty)
            {
                return;
            }

            var number = DocumentReader.InList(cut);
            json.Name("number"u8);
            json.Open('{');
            json.Property("low"u8, number.Cut());
            json.Property("high"u8, number.Cut());
            json.Said("scope"u8, number.Cut());
            json.Said("unit"u8, number.Cut());
            json.Close('}');
        }
    }
}
