using System.Globalization;

namespace Dashboard.Web.Importing;

/// <summary>A file is longer than what this server takes.</summary>
public sealed class UploadTooLargeException(string message) : Exception(message)
{
    public static void ThrowIfAbove(long most, long length)
    {
        if (length > most)
        {
            throw new UploadTooLargeException(string.Create(CultureInfo.InvariantCulture,
                $"The file is larger than {most / (1024 * 1024)} MB, which is what this server takes. Pack it as .gz or .zip, start the server with --max-upload, or use the command: import FILE."));
        }
    }
}
