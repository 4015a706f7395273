using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dashboard.Data.Import;

namespace Dashboard.Data.Tests.Staging;

/// <summary>
/// A process of its own that commits an import, to be killed while it does: this very program, told by its environment to do
/// that and nothing else. It says when it begins, and at the end how many milliseconds it took.
/// </summary>
internal static class CommittingChild
{
    public const int Rows = 1500;

    private const string DirectoryName = "DASHBOARD_TEST_COMMIT_TO";
    private const string VersionName = "DASHBOARD_TEST_COMMIT_VERSION";

    public static Process Start(string directory, int version)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, typeof(CommittingChild).Assembly.GetName().Name!))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [DirectoryName] = directory, [VersionName] = version.ToString(CultureInfo.InvariantCulture) },
        };
        return Process.Start(start)!;
    }

    /// <summary>The same rows in every version, each with the version in its title.</summary>
    public static IEnumerable<ImportedIncident> File(int version) =>
        SmallFile.Rows(Rows, row => row.With(incident => incident with { Title = $"{incident.Title}, edition {version}" }));

    /// <summary>Before the test framework starts.</summary>
    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(DirectoryName) is not { } directory)
        {
            return;
        }

        var version = int.Parse(Environment.GetEnvironmentVariable(VersionName)!, CultureInfo.InvariantCulture);
        using (var store = DashboardStore.Open(directory))
        {
            using var staged = store.Stage();
            staged.Describe(SmallFile.Description);
            foreach (var row in File(version))
            {
                staged.Add(new FileContent.Row(row));
            }

            staged.Finish(CancellationToken.None);
            Console.WriteLine("begins");
            var clock = Stopwatch.StartNew();
            staged.Commit($"Edition {version}", skipRefused: false, CancellationToken.None);
            Console.WriteLine(clock.ElapsedMilliseconds.ToString(CultureInfo.InvariantCulture));
        }

        Environment.Exit(0);
    }
}
