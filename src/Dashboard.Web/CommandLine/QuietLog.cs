namespace Dashboard.Web.CommandLine;

/// <summary>The log: one line each, warnings and worse, on standard output. The setting Logging:LogLevel makes it talk more.</summary>
internal static class QuietLog
{
    public static void LogQuietly(this ILoggingBuilder log)
    {
        log.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

        // A start that fails is told once, on standard error, by the command.
        log.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        log.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);

        // It warns that keys lie unencrypted: they lie beside the data that they give access to.
        log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
