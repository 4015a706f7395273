using Dashboard.Data;
using Dashboard.Web.Accounts;
using Dashboard.Web.Briefings;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Corrections;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Importing;
using Dashboard.Web.Leads;
using Dashboard.Web.Links;
using Dashboard.Web.Links.Keeping;
using Dashboard.Web.Security;
using Dashboard.Web.Sharing;
using Radzen;

namespace Dashboard.Web;

/// <summary>The whole program, from the command line to the last endpoint.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => DashboardCommand.RunAsync(args);

    /// <summary>Puts the server together. It opens and listens to nothing before it is started.</summary>
    public static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            ContentRootPath = ServeOptions.ContentRoot,
        });
        var settings = options.Or(builder.Configuration);

        builder.WebHost.UseUrls([.. settings.Urls]).ServeStaticAssets(builder.Environment).ConfigureKestrel(RequestLimits.Apply);
        builder.Logging.LogQuietly();
        builder.Services.AddSingleton(settings).AddSingleton<OwnerKey>().AddReaderSafety(settings, builder.Configuration);
        builder.Services.AddSingleton(_ => DashboardStore.Open(settings.DataDirectory)).AddExploration();
        builder.Services.AddImporting();
        builder.Services.AddSharing();
        builder.Services.AddBriefings();
        builder.Services.AddAccounts();
        builder.Services.AddCompression();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(RequestLimits.Apply);
        builder.Services.AddRadzenComponents();

        var app = builder.Build();
        app.UseMiddleware<SafeHeaders>();
        app.UseExceptionHandler(ErrorAnswer.Options);
        app.UseMiddleware<HostGate>();
        app.UseMiddleware<OriginGate>();
        app.UseMiddleware<SessionGate>();
        app.UseResponseCompression();
        app.UseNotFoundPage();
        app.UseMiddleware<LinkGate>();

        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuit => circuit.ContentSecurityFrameAncestorsPolicy = null).ForReading();
        app.MapMarks();
        app.MapRelations();
        app.MapTimeTiles();
        app.MapImports();
        app.MapUndo();
        app.MapSignIn();
        app.MapAccounts();
        app.MapPromotion();
        app.MapExport();
        app.MapCorrections();
        app.MapSharing();
        app.MapBriefings();
        app.MapLinks();
        app.MapKeptLinks();
        app.MapHealth();
        return app;
    }
}
