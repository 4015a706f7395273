using System.Diagnostics;
using Dashboard.Data.Import;
using Dashboard.Web.Importing;

namespace Dashboard.Web.CommandLine;

/// <summary>How far an import is, on standard error: one line that is written over on a terminal, one every five seconds elsewhere.</summary>
internal sealed class ProgressLine : IProgress<ImportProgress>, IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private long _last = Stopwatch.GetTimestamp();
    private int _width;

    public void Report(ImportProgress value)
    {
        var words = CountWords.Speed(value);
        if (_isTerminal)
        {
            Console.Error.Write($"\r{words.PadRight(_width)}");
            _width = words.Length;
        }
        else if (Stopwatch.GetElapsedTime(_last) >= _pause)
        {
            Console.Error.WriteLine(words);
            _last = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_isTerminal && _width > 0)
        {
            Console.Error.Write($"\r{new string(' ', _width)}\r");
        }
    }
}
