namespace Dashboard.Web.CommandLine;

/// <summary>A file appears when it is whole; until then its bytes have another name beside it.</summary>
internal static class WholeFile
{
    /// <exception cref="IOException">It cannot be written; nothing is left of it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static T Write<T>(string name, Func<Stream, T> write)
    {
        var path = Path.GetFullPath(name);
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            T result;
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                result = write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
