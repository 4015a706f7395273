using System.Runtime.ExceptionServices;
using Dashboard.Data.Staging;

namespace Dashboard.Data.Import;

/// <summary>
/// Brings a file into a staging area beside the store. Reading and staging run side by side on threads of their own,
/// below the priority of everything that answers readers where there are any; between them lies a short queue, so that
/// memory stays flat.
/// </summary>
public static class FileImport
{
    /// <summary>Waits until the whole file is staged and compared with the store, which it does not change.</summary>
    /// <param name="progress">Told at most ten times a second, and once at the end; on a thread of the import.</param>
    /// <returns>What to look at and to commit. Disposing it leaves no trace.</returns>
    /// <exception cref="UnreadableFileException">The file cannot be read as a whole. Nothing is left of it.</exception>
    /// <exception cref="IOException">The file cannot be read. Nothing is left of it.</exception>
    /// <exception cref="StoreRefusedException">What is staged cannot be written. Nothing is left of it.</exception>
    /// <exception cref="OperationCanceledException">It was stopped. Nothing is left of it.</exception>
    public static StagedImport Stage(DashboardStore store, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        var staged = store.Stage(request.IsToLookAt);
        try
        {
            Fill(staged, request, progress, stop);
            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    private static void Fill(StagedImport staged, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var queue = new ContentQueue(failed.Token);
        var failures = new FirstFailure(failed);

        var reading = BackgroundThread.Start("import: reading", request.GivesWay, () => failures.Watch(() => Read(request, staged, queue, progress, failed.Token)));
        var staging = BackgroundThread.Start("import: staging", request.GivesWay, () => failures.Watch(() =>
        {
            // A CSV of ours names its datasets and tells nothing else of them: what the store knows stays.
            if (request.Recognition.Codebook != Codebook.DashboardCsv)
            {
                staged.Describe(request.Recognition.Dataset);
            }

            foreach (var content in queue.TakeAll())
            {
                staged.Add(content);
            }

            staged.Finish(failed.Token);
        }));
        reading.Join();
        staging.Join();
        failures.Throw();
    }

    private static void Read(ImportRequest request, StagedImport staged, ContentQueue queue, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        using var file = new FileStream(request.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16, FileOptions.SequentialScan);
        var report = new ProgressReport(file, progress);
        foreach (var content in ImportFile.Read(file, request.FileName, request.Recognition, stop))
        {
            queue.Add(staged.Prepare(content));
            report.Count(content);
        }

        queue.Complete();
        report.End();
    }

    /// <summary>Keeps the first thing that goes wrong on either side, and ends the other side.</summary>
    private sealed class FirstFailure(CancellationTokenSource end)
    {
        private ExceptionDispatchInfo? _first;

        public void Watch(Action work)
        {
            try
            {
                work();
            }
            catch (Exception problem)
            {
                Interlocked.CompareExchange(ref _first, ExceptionDispatchInfo.Capture(problem), null);
                end.Cancel();
            }
        }

        public void Throw() => _first?.Throw();
    }
}
