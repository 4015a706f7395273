using Dashboard.Data.Documents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>What features are written with, out of what stands in documents.</summary>
internal static class FeatureWriting
{
    private static readonly byte[] _generalKnowledge = JsonText.Of(EnumWord.Of(BasisKind.GeneralKnowledge));
    private static readonly byte[] _derived = JsonText.Of(EnumWord.Of(BasisKind.Derived));

    extension(JsonText json)
    {
        /// <summary>Writes the evidence under its name, unless it was left out because the incident rests on the same.</summary>
        public void Evidence(ReadOnlySpan<byte> property, ReadOnlySpan<byte> cut)
        {
            if (cut.IsEmpty)
            {
                return;
            }

            var evidence = DocumentReader.InList(cut);
            var confidence = evidence.Cut();
            json.Name(property);
            json.Open('{');
            json.Basis(evidence);
            json.Said("confidence"u8, confidence);
            json.Close('}');
        }

        /// <param name="list">The rest of it is the basis.</param>
        public void Basis(DocumentReader list)
        {
            json.Name("basis"u8);
            json.Open('[');
            while (!list.TryClose())
            {
                json.Value(list.IsNumber ? WordOf((BasisKind)list.Whole()) : list.Cut());
            }

            json.Close(']');
        }

        public void Toll(ReadOnlySpan<byte> property, ReadOnlySpan<byte> cut)
        {
            json.Name(property);
            json.Open('{');
            var toll = DocumentReader.InList(cut.IsEmpty ? "[null,null,null]"u8 : cut);
            json.Property("low"u8, toll.Cut());
            json.Property("best"u8, toll.Cut());
            json.Property("high"u8, toll.Cut());
            if (!toll.TryClose())
            {
                json.Said("note"u8, toll.Cut());
                json.EndingEvidence(ref toll);
            }

            json.Close('}');
        }

        /// <summary>The end of a list: evidence, or nothing.</summary>
        public void EndingEvidence(ref DocumentReader list)
        {
            if (!list.TryClose())
            {
                json.Evidence("evidence"u8, list.Cut());
                list.Close();
            }
        }
    }

    private static byte[] WordOf(BasisKind kind) => kind switch
    {
        BasisKind.GeneralKnowledge => _generalKnowledge,
        BasisKind.Derived => _derived,
        _ => throw new InvalidDataException($"a document rests on {kind}"),
    };
}
