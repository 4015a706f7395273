using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dashboard.Data;
using Dashboard.Data.Engines;
using Dashboard.Data.Import;
using Dashboard.Domain;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Links;

namespace Dashboard.Web.Importing;

/// <summary>
/// Where files are taken in, and where they wait for the person: at most two are staged at once, and what nobody came
/// back for is gone after a day. Nothing outlives the server: a file that was not committed was not stored.
/// </summary>
public sealed partial class ImportDesk : BackgroundService
{
    private const int MostAtOnce = 2;
    private static readonly TimeSpan _kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan _betweenRounds = TimeSpan.FromMinutes(10);

    /// <summary>So long a committed import waits for the map to show it.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, ImportJob> _jobs = [];
    private readonly ForgottenImports _forgotten = new();
    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly DashboardStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger<ImportDesk> _log;
    private readonly IServiceProvider _services;
    private readonly string _directory;

    /// <param name="services">What is explored is made when it is asked for first: the desk is there before.</param>
    public ImportDesk(DashboardStore store, ServeSettings settings, TimeProvider clock, ILogger<ImportDesk> log, IServiceProvider services)
    {
        (_store, _clock, _log, _services) = (store, clock, log, services);
        _directory = Path.Combine(settings.DataDirectory, "imports");
    }

    /// <summary>Something about one of the imports is new; raised on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ImportJob> Jobs => [.. _jobs.Values.OrderByDescending(job => job.Began)];

    public ImportJob? Find(string id) => _jobs.GetValueOrDefault(id);

    /// <summary>True where there was an import of this id since the server started, and nothing is left of it.</summary>
    public bool HasForgotten(string id) => _forgotten.Has(id);

    /// <summary>Takes a file in and sets out to stage it. It comes back when the file is here; the rest goes on without the caller.</summary>
    /// <param name="dataset">The slug of the dataset that the rows go to; null leaves it to the file.</param>
    /// <param name="mostBytes">The longest file that is taken from this sender.</param>
    /// <exception cref="UploadTooLargeException">The file is longer than what is taken. Nothing of it is kept.</exception>
    /// <exception cref="StoreRefusedException">The disk does not take it. Nothing of it is kept.</exception>
    /// <exception cref="IOException">It did not come whole. Nothing of it is kept.</exception>
    public async Task<ImportJob> ReceiveAsync(string fileName, Stream content, long? length, string? dataset, long mostBytes, CancellationToken gone)
    {
        var id = RandomNumberGenerator.GetHexString(20, lowercase: true);
        var job = new ImportJob(id, fileName, _clock.GetUtcNow(), Path.Combine(_directory, $"{id}.upload"));
        job.Changed += (_, e) => Changed?.Invoke(this, e);
        _jobs[id] = job;
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, job.Stop);
            await KeepAsync(job, content, length, mostBytes, stop.Token);
        }
        catch (Exception problem)
        {
            job.End(problem is OperationCanceledException ? new ImportState.Cancelled() : new ImportState.Failed(problem.Message));
            Forget(job);
            throw;
        }

        _ = InBackground(job, () => Begin(job, dataset));
        return job;
    }

    /// <summary>Stages the file as the person says it is to be read; false when it does not wait for an answer.</summary>
    public bool Answer(ImportJob job, Mapping mapping, DatasetDescription dataset)
    {
        if (!job.Move<ImportState.NeedsAnswer>(_ => new ImportState.Waiting()))
        {
            return false;
        }

        job.Recognition = job.Recognition! with { Mapping = mapping, Dataset = dataset };
        _ = InBackground(job, () => StageAsync(job));
        return true;
    }

    /// <summary>Proposes another meaning for the columns, for the person to look at.</summary>
    public static bool Propose(ImportJob job, Mapping mapping)
    {
        if (job.State is not ImportState.NeedsAnswer)
        {
            return false;
        }

        job.Recognition = job.Recognition! with { Mapping = mapping };
        return job.Move<ImportState.NeedsAnswer>(_ => new ImportState.NeedsAnswer());
    }

    /// <summary>Says why an answer cannot be taken.</summary>
    public static bool Complain(ImportJob job, string problem) => job.Move<ImportState.NeedsAnswer>(_ => new ImportState.NeedsAnswer(problem));

    /// <summary>Back to the meaning of the columns: what is refused is often read the wrong way; false when there is no such question about this file.</summary>
    public static bool Reconsider(ImportJob job) => job.Recognition?.Mapping is not null && job.Reconsider();

    /// <summary>Makes what is staged a revision, in the background; false when there is nothing to commit.</summary>
    /// <param name="who">The account that does it; null where nobody signed in.</param>
    public bool Commit(ImportJob job, bool skipRefused, string? who)
    {
        if (!job.Move<ImportState.Ready>(ready => new ImportState.Committing(ready.Difference)))
        {
            return false;
        }

        _ = InBackground(job, () => job.CommitAsync($"{job.FileName} ({job.Recognition!.Layout})", skipRefused, who, UntilPresentAsync));
        return true;
    }

    /// <summary>Who goes from a finished import to the map finds it there, unless there is very much of it.</summary>
    private Task UntilPresentAsync(long revision) => _services.GetRequiredService<Explorations>().Whole.UntilPresentAsync(revision, _patience, CancellationToken.None);

    public static bool Cancel(ImportJob job) => job.End(new ImportState.Cancelled());

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }

        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        foreach (var job in _jobs.Values)
        {
            job.End(new ImportState.Cancelled());
            job.Dispose();
        }

        _turns.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(_betweenRounds, _clock);
        try
        {
            while (await rounds.WaitForNextTickAsync(stoppingToken))
            {
                ForgetOld();
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private void ForgetOld()
    {
        foreach (var job in _jobs.Values.Where(job => _clock.GetUtcNow() - job.Began > _kept && job.State is not ImportState.Committing))
        {
            job.End(new ImportState.Cancelled());
            Forget(job);
        }
    }

    private void Forget(ImportJob job)
    {
        _forgotten.Add(job.Id);
        _jobs.TryRemove(job.Id, out _);
    }

    private static async Task KeepAsync(ImportJob job, Stream content, long? length, long mostBytes, CancellationToken stop)
    {
        UploadTooLargeException.ThrowIfAbove(mostBytes, length ?? 0);
        await using var file = Create(job.Path);
        var buffer = new byte[1 << 17];
        var kept = 0L;
        while (await content.ReadAsync(buffer, stop) is var count && count > 0)
        {
            kept += count;
            UploadTooLargeException.ThrowIfAbove(mostBytes, kept);
            await WriteAsync(file, buffer.AsMemory(0, count), stop);
            job.Move<ImportState.Receiving>(_ => new ImportState.Receiving(kept, length));
        }
    }

    /// <summary>What the disk does not take is told from what the sender does not send.</summary>
    private static FileStream Create(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        }
        catch (Exception problem) when (FullDisk.Of(problem) is not null)
        {
            throw FullDisk.Of(problem)!;
        }
    }

    /// <inheritdoc cref="Create"/>
    private static async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        try
        {
            await file.WriteAsync(bytes, stop);
        }
        catch (Exception problem) when (FullDisk.Of(problem) is not null)
        {
            throw FullDisk.Of(problem)!;
        }
    }

    private Task Begin(ImportJob job, string? dataset)
    {
        using (var file = File.OpenRead(job.Path))
        {
            var recognition = ImportFile.Recognise(file, job.FileName);
            job.Recognition = dataset is null ? recognition : recognition with { Dataset = DatasetChoice.Of(_store, dataset, recognition.Dataset) };
        }

        if (job.Recognition.Mapping is null)
        {
            return job.Move<ImportState.Receiving>(_ => new ImportState.Waiting()) ? StageAsync(job) : Task.CompletedTask;
        }

        job.Recognition = job.Recognition with { Mapping = SavedMapping.For(job.Recognition.Mapping, _store.Mappings.All()) };
        job.Move<ImportState.Receiving>(_ => new ImportState.NeedsAnswer());
        return Task.CompletedTask;
    }

    private async Task StageAsync(ImportJob job)
    {
        await _turns.WaitAsync(job.Stop);
        try
        {
            if (!job.Move<ImportState.Waiting>(_ => new ImportState.Staging(null)))
            {
                return;
            }

            var progress = new Told(job);
            var request = new ImportRequest(job.Path, job.FileName, job.Recognition!, GivesWay: true);
            var staged = await Task.Factory.StartNew(() => FileImport.Stage(_store, request, progress, job.Stop), job.Stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            if (!job.Show(staged))
            {
                staged.Dispose();
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Whatever goes wrong there is told by the job's state.</summary>
    private async Task InBackground(ImportJob job, Func<Task> work)
    {
        try
        {
            await Task.Run(work);
        }
        catch (OperationCanceledException)
        {
            job.End(new ImportState.Cancelled());
        }
        catch (UnreadableFileException refusal) when (refusal.Fault == FileFault.NeedsAnswer && job.Recognition?.Mapping is not null)
        {
            job.Move<ImportState.Staging>(_ => new ImportState.NeedsAnswer(refusal.Message));
        }
        catch (UnreadableFileException refusal)
        {
            job.End(new ImportState.Refused(refusal.Fault, refusal.Message));
        }
        catch (Exception problem)
        {
            LogFailure(_log, job.Id, problem);
            job.End(new ImportState.Failed(FailureWords.Of(problem), IsStorage: problem is StoreRefusedException));
        }
    }

    [LoggerMessage(LogLevel.Error, "The import {Id} failed.")]
    private static partial void LogFailure(ILogger log, string id, Exception problem);

    private sealed class Told(ImportJob job) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => job.Move<ImportState.Staging>(_ => new ImportState.Staging(value));
    }
}
