namespace Dashboard.Data.Tests;

/// <summary>A directory of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dashboard-data-").FullName;

    public string Database => System.IO.Path.Combine(Path, "dashboard.db");

    public DashboardStore Open() => DashboardStore.Open(Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
