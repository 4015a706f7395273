using System.Text.RegularExpressions;
using Dashboard.Web.CommandLine;

namespace Dashboard.Web.Security;

/// <summary>The sites that may show views of this server in frames, as the content security policy writes them.</summary>
public sealed partial record EmbedSites
{
    private const string Anywhere = "*";

    private EmbedSites(IReadOnlyList<string> sources) => Sources = sources;

    /// <summary>No site may.</summary>
    public static EmbedSites None { get; } = new([]);

    public IReadOnlyList<string> Sources { get; }

    public bool AreAny => Sources.Count > 0;

    public bool IsAnywhere => Sources is [Anywhere];

    /// <summary>The value of <c>frame-ancestors</c>; pages of this server are among them, so that a view can be tried before it is published.</summary>
    public string Ancestors => AreAny ? $"'self' {string.Join(' ', Sources)}" : "'none'";

    /// <summary>Reads "https://news.example https://*.paper.example"; "*" is every site, nothing is none.</summary>
    /// <exception cref="StartRefusedException">It is not written so.</exception>
    public static EmbedSites Read(string? setting)
    {
        var sources = (setting ?? "").Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries);
        var wrong = sources.FirstOrDefault(source => !(source == Anywhere ? sources.Length == 1 : Site().IsMatch(source)));
        return wrong is null
            ? new EmbedSites(sources)
            : throw new StartRefusedException(ExitCode.Usage, $"Dashboard:EmbedIn names '{wrong}'. Write sites like https://news.example or https://*.news.example, with blanks between, or * for all.");
    }

    [GeneratedRegex(@"\Ahttps?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Site();
}
