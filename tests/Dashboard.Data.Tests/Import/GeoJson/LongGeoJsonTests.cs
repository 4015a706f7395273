using System.Text;
using Dashboard.Data.Import.GeoJson;

namespace Dashboard.Data.Tests.Import.GeoJson;

[CollectionDefinition(DisableParallelization = true)]
public sealed class MeasuredAlone;

[Collection<MeasuredAlone>]
public sealed class LongGeoJsonTests
{
    private const int Features = 100_000;

    [Fact]
    public void A_long_file_takes_no_more_memory_than_a_short_one()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var count = 0;
        var most = 0L;
        foreach (var _ in GeoJsonReader.Read(new LongFile(), GeoJsonFile.Recognition, TestContext.Current.CancellationToken))
        {
            if (++count % 20_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(Features, count);
        Assert.InRange(most, long.MinValue, 4_000_000);
    }

    /// <summary>A collection that is made while it is read.</summary>
    private sealed class LongFile : MemoryStream
    {
        private int _feature;
        private byte[] _piece = Encoding.UTF8.GetBytes("""{"type":"FeatureCollection","features":[""");
        private int _at;

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            if (_at == _piece.Length && _feature <= Features)
            {
                var text = _feature == Features ? "]}" : $"{(_feature == 0 ? "" : ",")}{GeoJsonFile.Feature("""{"type":"Point","coordinates":[36,34]}""", $$"""{"id":{{_feature}},"title":"An incident"}""")}\n";
                (_piece, _at) = (Encoding.UTF8.GetBytes(text), 0);
                _feature++;
            }

            var length = Math.Min(buffer.Length, _piece.Length - _at);
            _piece.AsSpan(_at, length).CopyTo(buffer);
            _at += length;
            return length;
        }
    }
}
