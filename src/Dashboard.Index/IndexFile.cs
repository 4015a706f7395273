using System.Text;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// An index in a file, so that it need not be built again from the store: the same columns, as they lie in memory. The
/// file can be thrown away at any time; whatever is wrong with one, it is as if there were none.
/// </summary>
public static class IndexFile
{
    /// <summary>Changes with every change of what is written.</summary>
    private const long Version = 9;

    private const int BufferLength = 1 << 20;

    private static readonly long _magic = BitConverter.ToInt64("INCIDENT"u8);

    /// <summary>Writes the whole file beside its place and then puts it there, so that a reader finds all of it or nothing.</summary>
    /// <param name="revisionName">What the revision is called; the file is only good for who asks for the same.</param>
    /// <exception cref="IOException">It cannot be written; what was at the place is still there.</exception>
    public static void Write(IncidentIndex index, string path, string revisionName)
    {
        var unfinished = $"{path}.{Guid.NewGuid():n}.new";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferLength))
            {
                Write(index, file, revisionName);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>The index in the file; null when there is no such file, when it is of another revision or version, or damaged.</summary>
    /// <param name="revisionName">As when it was written.</param>
    public static IncidentIndex? Open(string path, string revisionName)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferLength, FileOptions.SequentialScan);
            return Read(file, revisionName);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What is damaged can look like anything until its sum is known; what cannot be read is as good as damaged.
            return null;
        }
    }

    private static void Write(IncidentIndex index, FileStream file, string revisionName)
    {
        var writer = new IndexWriter(file);
        writer.Number(_magic);
        writer.Number(Version);
        writer.Text(revisionName);
        writer.Number(index.Revision);
        writer.Number(HeaderSum(revisionName, index.Revision));
        index.Columns.Write(writer);
        writer.Number((long)writer.Checksum.Value);
    }

    private static IncidentIndex? Read(FileStream file, string revisionName)
    {
        var reader = new IndexReader(file);
        if (reader.Number() != _magic || reader.Number() != Version)
        {
            return null;
        }

        var (name, revision) = (reader.Text(), reader.Number());
        if (reader.Number() != HeaderSum(name, revision) || name != revisionName)
        {
            return null;
        }

        var columns = IndexColumns.Read(reader);
        var sum = (long)reader.Checksum.Value;
        return reader.Number() == sum && file.Position == file.Length ? new IncidentIndex(revision, columns) : null;
    }

    private static long HeaderSum(string revisionName, long revision)
    {
        var sum = new Checksum();
        sum.Add(Encoding.UTF8.GetBytes(revisionName));
        sum.Add(BitConverter.GetBytes(Version));
        sum.Add(BitConverter.GetBytes(revision));
        return (long)sum.Value;
    }
}
