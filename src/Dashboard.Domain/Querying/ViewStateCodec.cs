namespace Dashboard.Domain.Querying;

/// <summary>
/// The one place that reads and writes the address of a view. Reading never fails: what cannot be understood is left
/// out, and named. Writing gives one canonical text for one state, so that equal views have equal addresses.
/// </summary>
public static class ViewStateCodec
{
    /// <summary>Longer addresses are read up to here; browsers and proxies cut them anyway.</summary>
    public const int MaximumLength = 8192;

    /// <summary>Reads a query string, with or without its leading question mark.</summary>
    public static ParsedView Parse(string queryString)
    {
        var reader = new ViewStateReader();
        reader.Read(queryString.StartsWith('?') ? queryString.AsSpan(1) : queryString);
        return reader.Finish();
    }

    /// <summary>The canonical query string, without a question mark; empty for the default view.</summary>
    public static string Format(ViewState view) => ViewStateWriter.Write(view);

    /// <summary>The word that stands for a value in addresses and files: lower case.</summary>
    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static string ClockWord(Time.Clock clock) => clock == Time.Clock.UsEastern ? "us-eastern" : Word(clock);
}

/// <summary>What could be read of an address, and what could not.</summary>
public sealed record ParsedView(ViewState View, ValueList<IgnoredKey> Ignored);

/// <summary>A key of an address that was left out, and why, in words for the page.</summary>
public sealed record IgnoredKey(string Key, string Reason);
