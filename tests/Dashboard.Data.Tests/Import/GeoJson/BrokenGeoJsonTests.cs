using System.Text;
using Dashboard.Data.Import;
using Dashboard.Data.Import.GeoJson;

namespace Dashboard.Data.Tests.Import.GeoJson;

/// <summary>Whatever is done to a file, reading it ends with rows, refusals or one fault in words.</summary>
public sealed class BrokenGeoJsonTests
{
    private const int Mutations = 1500;

    private static readonly byte[] _file = Encoding.UTF8.GetBytes(GeoJsonFile.Collection(
        GeoJsonFile.Feature("""{"type":"Point","coordinates":[36.29128,33.5102]}""", """{"id":"a1","title":"Eine Explosion","date":"2024-01-28T02:30:00Z","killed":3,"sources":["A","B"]}"""),
        GeoJsonFile.Feature("""{"type":"Polygon","coordinates":[[[36,33],[37,33],[37,34],[36,33]]]}""", """{"name":"منطقة \u0634 \"x\"","kind":"strike","nested":{"deep":[1,2,{"a":null}]}}"""),
        GeoJsonFile.Feature("""{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[36,33],[37,34.5]]},{"type":"Point","coordinates":[1e1,-0.5]}]}""", """{"title":"x"}"""),
        GeoJsonFile.Feature("null", """{"title":"nowhere","latitude":34.5}""")));

    private static readonly string[] _splices =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "NaN", "-", "1e400", "-1e-400", "\0", "\n", "\r", "\u001E", "\uFEFF",
        "{\"type\":", "\"features\":[", "\"coordinates\":[]", "\"crs\":{\"type\":\"name\"}", "\"__proto__\":{}", "\"dashboard\":{\"format\":1,\"datasets\":[]},", "[[[[[[[[",
    ];

    [Fact]
    public void A_file_cut_off_at_every_percent_is_refused_and_says_where()
    {
        for (var percent = 1; percent < 100; percent++)
        {
            var part = _file[..(_file.Length * percent / 100)];
            var refused = Assert.Throws<UnreadableFileException>(() => GeoJsonFile.Read(part));
            Assert.Equal(FileFault.Unreadable, refused.Fault);
            Assert.StartsWith("line ", refused.Message, StringComparison.Ordinal);
            Assert.EndsWith("get the whole file", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Anything_that_happens_to_a_file_ends_in_words()
    {
        var random = new Random(20240128);
        var (read, refused) = (0, 0);
        for (var run = 0; run < Mutations; run++)
        {
            var mutated = Mutated(random);
            try
            {
                GeoJsonReader.Recognises(mutated.AsSpan(0, Math.Min(mutated.Length, 64)));
                GeoJsonReader.Recognise(new MemoryStream(mutated), "x.geojson");
                Assert.All(GeoJsonFile.Read(mutated).OfType<FileContent.Refused>(), one => Assert.NotEmpty(one.Refusal.Reason));
                read++;
            }
            catch (UnreadableFileException fault)
            {
                Assert.NotEmpty(fault.Message);
                Assert.DoesNotContain('\n', fault.Message);
                refused++;
            }
        }

        // Both ways were gone often: the mutations are neither too mild nor too wild.
        Assert.InRange(read, Mutations / 20, Mutations);
        Assert.InRange(refused, Mutations / 20, Mutations);
    }

    private static byte[] Mutated(Random random)
    {
        List<byte> bytes = [.. _file];
        for (var changes = random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(_splices[random.Next(_splices.Length)]));
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}
