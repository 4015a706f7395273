using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Tests.Staging;

public sealed class CommitCrashTests : IDisposable
{
    private const int Kills = 50;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_process_that_is_killed_during_a_commit_leaves_the_old_state_or_the_new_one()
    {
        var version = 0;
        var longest = await TimeWholeCommit(version);
        var random = new Random(20240301);
        var (old, @new) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            using (var child = CommittingChild.Start(_directory.Path, version + 1))
            {
                Assert.Equal("begins", await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
                // The moment itself is what is tried: anywhere between the beginning and a little after the end.
                WaitPrecisely(longest * (random.NextDouble() * 1.2));
                child.Kill();
                await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            var found = ReadVersion(version);
            // Where the end is depends on what else the machine does.
            (old, @new, longest) = found == version ? (old + 1, @new, longest * 1.1) : (old, @new + 1, longest * 0.85);
            version = found;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills within {longest.TotalMilliseconds:0} ms: {old} times the old state, {@new} times the new one");
        Assert.True(old > 0, "no kill came before the end of a commit");
    }

    private async Task<TimeSpan> TimeWholeCommit(int version)
    {
        using var child = CommittingChild.Start(_directory.Path, version);
        await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var milliseconds = await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        return TimeSpan.FromMilliseconds(int.Parse(milliseconds!, CultureInfo.InvariantCulture));
    }

    private static void WaitPrecisely(TimeSpan time)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;)
        {
            Thread.SpinWait(100);
        }
    }

    /// <returns>The version that the store holds, whole: the one before or the one after.</returns>
    private int ReadVersion(int before)
    {
        using var store = _directory.Open();
        using (var connection = new SqliteConnection($"Data Source={_directory.Database};Mode=ReadOnly;Pooling=False"))
        {
            Assert.Equal("ok", connection.QuerySingle<string>("PRAGMA integrity_check"));
            Assert.Equal(store.Revision, connection.QuerySingle<long>("SELECT max(from_revision) FROM incident WHERE to_revision IS NULL"));
        }

        var version = store.Revision == before + 1 ? before : before + 1;
        Assert.Equal(version + 1, store.Revision);
        Assert.Equal(CommittingChild.File(version).Select(row => row.Incident).OrderBy(incident => incident.Id, StringComparer.Ordinal),
            Assert.Single(Contents.Of(store)).Incidents);
        Assert.Equal(CommittingChild.Rows, store.FindByText($"fighting edition {version}").Count);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_directory.Path, "imports")));
        return version;
    }
}
