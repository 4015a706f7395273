using System.CommandLine;
using System.Net.Sockets;
using Dashboard.Data;
using Dashboard.Web.Accounts;
using Dashboard.Web.Links;
using Dashboard.Web.Sharing.Pictures;

namespace Dashboard.Web.CommandLine;

/// <summary>Serves the dashboard until it is told to stop. This is what the program does when no verb is given.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> _urls = new("--urls")
    {
        Description = $"Where to listen; several are separated by semicolons. [default: {ServeOptions.DefaultUrl}]",
        HelpName = "URL",
    };

    private static readonly Option<string?> _data = new("--data")
    {
        Description = "The directory that holds the data; made and filled with the starter dataset where it is empty. [default: ./data]",
        HelpName = "DIR",
    };

    private static readonly Option<int?> _maxUpload = new("--max-upload")
    {
        Description = $"The largest file that the page for adding data takes, in megabytes. [default: {ServeOptions.DefaultUploadMegabytes}]",
        HelpName = "MB",
    };

    private static readonly Option<string?> _embedIn = new("--embed-in")
    {
        Description = "The sites that may show views in frames, like \"https://news.example https://*.paper.example\"; * for all. [default: none]",
        HelpName = "SITES",
    };

    private static readonly Option<string?> _readers = new("--readers")
    {
        Description = "Who sees the incidents without signing in: all, or by-link: only who was sent a link by an editor, and only what it shows. [default: all]",
        HelpName = "WHO",
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(_urls);
        command.Options.Add(_data);
        command.Options.Add(_maxUpload);
        command.Options.Add(_embedIn);
        command.Options.Add(_readers);
        command.SetAction((parsed, stop) => ServeAsync(new ServeOptions(parsed.GetValue(_urls), parsed.GetValue(_data), parsed.GetValue(_maxUpload), parsed.GetValue(_embedIn), parsed.GetValue(_readers)), stop));
    }

    private static async Task<int> ServeAsync(ServeOptions options, CancellationToken stop)
    {
        var app = Program.Build(options);
        await using var _ = app;
        FindBrowserModules(app.Environment);
        OpenStore(app.Services);
        await ListenAsync(app, stop);
        app.Services.GetRequiredService<PictureDesk>().Prepare();
        using var announcement = RunningServer.Announce(app.Services.GetRequiredService<ServeSettings>().DataDirectory, app.Urls, app.Services.GetRequiredService<OwnerKey>());
        await Console.Out.WriteLineAsync($"Incident dashboard at {string.Join(", ", app.Urls)} (data: {app.Services.GetRequiredService<ServeSettings>().DataDirectory})");
        await OfferSetUpAsync(app);
        await app.WaitForShutdownAsync(stop);
        return ExitCode.Done;
    }

    /// <summary>Whoever reads this terminal may make the first account; nobody has to.</summary>
    private static async Task OfferSetUpAsync(WebApplication app)
    {
        var accounts = app.Services.GetRequiredService<DashboardStore>().Accounts;
        if (accounts.IsEmpty)
        {
            await Console.Out.WriteLineAsync($"To let others change the data, make the first account at {app.Urls.First()}{AccountAddresses.SetUp} with the token {accounts.OfferSetUp()}");
        }
    }

    /// <summary>They are built with the program, unless there was nothing to build them with.</summary>
    private static void FindBrowserModules(IWebHostEnvironment environment)
    {
        if (!environment.WebRootFileProvider.GetFileInfo("dist/explore.js").Exists)
        {
            throw new StartRefusedException(ExitCode.InputOutput,
                "The browser modules are not built: install Node.js 20 or later (Debian: apt-get install nodejs npm) and run the command again.");
        }
    }

    private static void OpenStore(IServiceProvider services)
    {
        try
        {
            var store = services.GetRequiredService<DashboardStore>();
            if (store.Revision == 0)
            {
                store.Add(StarterDataset.Load());
            }

            services.GetRequiredService<Explorations>();
        }
        catch (StoreRefusedException refusal)
        {
            throw StartRefusedException.Of(refusal);
        }
    }

    private static async Task ListenAsync(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception problem) when (problem is IOException or SocketException or InvalidOperationException)
        {
            var urls = string.Join(", ", app.Services.GetRequiredService<ServeSettings>().Urls);
            var cause = problem.GetBaseException().Message.Split('\n')[0].TrimEnd('.', '\r');
            throw new StartRefusedException(ExitCode.InputOutput, $"Cannot listen at {urls}: {cause}. Choose another address with --urls.");
        }
    }
}
