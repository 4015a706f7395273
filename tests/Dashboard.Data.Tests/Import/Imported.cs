using System.Text;
using Dashboard.Data.Import;

namespace Dashboard.Data.Tests.Import;

/// <summary>A file read whole, as the tests look at it.</summary>
internal sealed record Imported(Recognition Recognition, IReadOnlyList<ImportedIncident> Rows, IReadOnlyList<Refusal> Refusals)
{
    public static Imported File(byte[] content, string name = "file.csv", Func<Recognition, Recognition>? correct = null)
    {
        using var stream = new MemoryStream(content);
        return File(stream, name, correct);
    }

    public static Imported Text(string content, string name = "file.csv") => File(Encoding.UTF8.GetBytes(content), name);

    public static Imported File(Stream stream, string name, Func<Recognition, Recognition>? correct = null)
    {
        var recognition = ImportFile.Recognise(stream, name);
        recognition = correct is null ? recognition : correct(recognition);
        var rows = new List<ImportedIncident>();
        var refusals = new List<Refusal>();
        foreach (var content in ImportFile.Read(stream, name, recognition, TestContext.Current.CancellationToken))
        {
            switch (content)
            {
                case FileContent.Row row:
                    rows.Add(row.Incident);
                    break;
                case FileContent.Refused refused:
                    refusals.Add(refused.Refusal);
                    break;
            }
        }

        return new Imported(recognition, rows, refusals);
    }

    public static Recognition Recognise(string content, string name = "file.csv") => Recognise(Encoding.UTF8.GetBytes(content), name);

    public static Recognition Recognise(byte[] content, string name = "file.csv")
    {
        using var stream = new MemoryStream(content);
        return ImportFile.Recognise(stream, name);
    }

    /// <summary>What a file that cannot be read is told: its fault and the message.</summary>
    public static (FileFault Fault, string Message) Fault(byte[] content, string name = "file.csv")
    {
        var fault = Assert.Throws<UnreadableFileException>(() => File(content, name));
        return (fault.Fault, fault.Message);
    }

    public static (FileFault Fault, string Message) Fault(string content, string name = "file.csv") => Fault(Encoding.UTF8.GetBytes(content), name);
}
