using System.Diagnostics;
using System.Text;
using Dashboard.Data.Import;
using Dashboard.Data.Tests.Import.Codebooks;

namespace Dashboard.Data.Tests.Import;

/// <summary>Whatever is done to a file, it is read, its rows are refused, or it is said to be unreadable: nothing else happens.</summary>
public sealed class MutationTests
{
    private const int Seed = 20240128;
    private const int MutationsOfEach = 400;

    private static readonly byte[][] _files =
    [
        Encoding.UTF8.GetBytes($"{GedRows.File(("where_coordinates", "Şırnak, \"north\"\nof it"))}{GedRows.Row(("id", "2"))}\r\n{GedRows.Row(("id", "3"))}\r\n"),
        Encoding.UTF8.GetBytes($"{GedRows.Row()}\n{GedRows.Row(("id", "2"))}\n"),
        Encoding.UTF8.GetBytes($"\uFEFF{AcledTests.Header31}\n{AcledTests.Row31}\n{AcledTests.Row31}\n"),
        Encoding.Unicode.GetBytes("Datum;Ort;Breite;Länge;Tote\n02.01.2024;Homs;34,5;36,25;3\n31.12.2023;Hama;35,1;36,7;-\n"),
    ];

    private static readonly string[] _hostile =
    [
        "\"", "\"\"", "\0", "\r", "\n", ",", ";", "\t", "1e400", "NaN", "-1", "99999999999999999999", "'", "=cmd()", "<script>", "\uFFFF", "\uD83D\uDE00", "0000-00-00", "sep=;\n", "\uFEFF",
    ];

    [Fact]
    public void A_file_that_breaks_off_anywhere_is_read_or_refused()
    {
        foreach (var file in _files)
        {
            for (var percent = 0; percent <= 100; percent++)
            {
                Try(file[..(file.Length * percent / 100)], $"cut at {percent} %");
            }
        }
    }

    [Fact]
    public void A_file_in_which_anything_was_changed_is_read_or_refused()
    {
        var random = new Random(Seed);
        foreach (var file in _files)
        {
            for (var mutation = 0; mutation < MutationsOfEach; mutation++)
            {
                Try(Mutated(file, random), $"mutation {mutation} of seed {Seed}");
            }
        }
    }

    private static byte[] Mutated(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(_hostile[random.Next(_hostile.Length)]));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.Slice(random.Next(bytes.Count / 2), random.Next(1, bytes.Count / 2)));
                    break;
                default:
                    (bytes[at], bytes[random.Next(bytes.Count)]) = (bytes[random.Next(bytes.Count)], bytes[at]);
                    break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'x');
            }
        }

        return [.. bytes];
    }

    private static void Try(byte[] file, string what)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            Imported.File(file);
        }
        catch (UnreadableFileException fault)
        {
            Assert.DoesNotContain('\n', fault.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Assert.Fail($"{what}: {fault}\n{Convert.ToBase64String(file)}");
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{what} took {watch.Elapsed}");
    }
}
