using System.IO.Compression;
using System.Text;
using Dashboard.Data.Bundles;

namespace Dashboard.Data.Tests.Bundles;

public sealed class BundleCheckTests : IDisposable
{
    private static readonly DateTimeOffset _moment = new(2026, 11, 21, 20, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dashboard-bundle-tests-");

    private string Bundle => Path.Combine(_directory.FullName, "bundle.zip");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_bundle_that_nobody_touched_is_as_it_was_made()
    {
        var manifest = await MakeAsync();
        var check = Check();
        Assert.Equal((4, manifest), (check.Files, check.Manifest));
        Assert.Empty(check.Flaws);
    }

    [Fact]
    public async Task The_same_files_are_the_same_bytes_whether_the_taker_can_go_back_or_not()
    {
        await MakeAsync();
        using var connection = new Connection();
        await WriteAsync(connection);
        Assert.Equal(await File.ReadAllBytesAsync(Bundle, TestContext.Current.CancellationToken), connection.Taken);
    }

    [Fact]
    public async Task An_altered_a_missing_and_an_added_file_are_each_named()
    {
        await MakeAsync();
        Change(zip =>
        {
            Replace(zip, "incidents.csv", "slug\r\nother\r\n");
            zip.GetEntry("README.txt")!.Delete();
            Add(zip, "extra.txt", "hello");
        });
        Assert.Equal(["README.txt: missing", "incidents.csv: altered", "extra.txt: added; the manifest does not name it"], Check().Flaws);
    }

    [Fact]
    public async Task One_other_byte_in_the_compressed_content_is_found()
    {
        await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(Bundle, TestContext.Current.CancellationToken);
        var name = bytes.AsSpan().IndexOf("incidents.csv"u8);
        bytes[name + "incidents.csv".Length + 12] ^= 0x10;
        await File.WriteAllBytesAsync(Bundle, bytes, TestContext.Current.CancellationToken);
        Assert.StartsWith("incidents.csv: ", Assert.Single(Check().Flaws), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_that_fits_altered_files_has_another_hash()
    {
        var kept = await MakeAsync();
        var forged = await WriteAsync(File.Create(Bundle), incidents: "slug\r\nforged\r\n");
        var check = Check();
        Assert.Empty(check.Flaws);
        Assert.Equal(forged, check.Manifest);
        Assert.NotEqual(kept, check.Manifest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no manifest\n")]
    [InlineData("2c90d9d95d0915a3099578bbbc757d3f3a76af847863a40aab7cfaea801f52dd README.txt\n")]
    public async Task Without_a_manifest_that_can_be_read_nothing_can_be_said(string manifest)
    {
        await MakeAsync();
        Change(zip => Replace(zip, "MANIFEST.sha256", manifest));
        Assert.Null(Check().Manifest);
        Assert.Equal(["MANIFEST.sha256: is missing, altered or damaged; without it nothing can be said about the other files"], Check().Flaws);
    }

    [Fact]
    public async Task What_leads_out_of_the_bundle_or_is_there_twice_is_named()
    {
        await MakeAsync();
        Change(zip =>
        {
            Add(zip, "../../etc/passwd", "x");
            Add(zip, "C:\\x\u001b[2J", "x");
            Add(zip, "README.txt", "another");
        });
        Assert.Equal(
            [
                "../../etc/passwd: leads out of the bundle or into a folder; do not unpack it",
                "C?\\x??2J: leads out of the bundle or into a folder; do not unpack it",
                "README.txt: is there 2 times",
            ],
            Check().Flaws);
    }

    [Fact]
    public async Task What_would_unpack_to_far_too_much_is_not_unpacked()
    {
        await MakeAsync();
        Change(zip =>
        {
            zip.GetEntry("incidents.csv")!.Delete();
            using var bomb = zip.CreateEntry("incidents.csv", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 64; megabyte++)
            {
                bomb.Write(zeros);
            }
        });
        Assert.Equal(["incidents.csv: altered; it says that it unpacks to far more than any file of a bundle, and was not unpacked"], Check().Flaws);
    }

    [Fact]
    public async Task A_zip_of_very_many_files_is_no_bundle()
    {
        await MakeAsync();
        Change(zip =>
        {
            for (var number = 0; number < 100; number++)
            {
                Add(zip, $"{number}.txt", "x");
            }
        });
        Assert.Equal(["It has 104 files; no bundle has so many."], Check().Flaws);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(-1)]
    [InlineData(-30)]
    public async Task A_file_that_ends_too_soon_is_no_bundle(int length)
    {
        await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(Bundle, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Bundle, length < 0 ? bytes[..^-length] : bytes[..length], TestContext.Current.CancellationToken);
        Assert.NotEmpty(Check().Flaws);
    }

    private BundleCheck Check() => BundleCheck.Of(Bundle, TestContext.Current.CancellationToken);

    private Task<string> MakeAsync() => WriteAsync(File.Create(Bundle));

    private static async Task<string> WriteAsync(Stream to, string incidents = "slug\r\ntower-22\r\n")
    {
        await using (to)
        {
            return await BundleWriter.WriteAsync(to, _moment, [Text("README.txt", "Read me"), Text("incidents.csv", incidents)], written => Text("manifest.json", string.Join(';', written)), TestContext.Current.CancellationToken);
        }
    }

    private static BundledFile Text(string name, string text) => new(name, async (file, stop) =>
    {
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        return null;
    });

    private void Change(Action<ZipArchive> change)
    {
        using var zip = ZipFile.Open(Bundle, ZipArchiveMode.Update);
        change(zip);
    }

    private static void Replace(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)!.Delete();
        Add(zip, name, text);
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var file = zip.CreateEntry(name).Open();
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Takes bytes like a connection does: never back, and never without waiting.</summary>
    private sealed class Connection : Stream
    {
        private readonly MemoryStream _taken = new();

        public byte[] Taken => _taken.ToArray();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => _taken.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Writes have to wait.");

        public override void Flush() => throw new InvalidOperationException("Writes have to wait.");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
