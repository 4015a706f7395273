using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Data.Import;
using Dashboard.Data.Staging;
using Dashboard.Domain;
using Dashboard.Domain.Time;
using Dashboard.Web.Endpoints;

namespace Dashboard.Web.CommandLine;

/// <summary>
/// An import while a server has the data directory: the file goes to it over HTTP, and everything else is as it is without
/// one. The open pages see the new incidents as soon as they are committed.
/// </summary>
internal sealed class ServerImport : IDisposable
{
    private static readonly TimeSpan _pulse = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _client;

    public ServerImport(RunningServer server)
    {
        _client = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.Add(OwnerKey.Header, server.Key);
    }

    /// <summary>Sends the file and waits until it is staged.</summary>
    /// <param name="map">A mapping file; null reads a table as the server proposes.</param>
    /// <exception cref="UnreadableFileException">The server cannot read it.</exception>
    /// <exception cref="IOException">The server does not take it.</exception>
    public async Task<ImportAnswer> StageAsync(string path, string? dataset, string? map, IProgress<ImportProgress> progress, CancellationToken stop)
    {
        var address = $"imports?name={Uri.EscapeDataString(Path.GetFileName(path))}{(dataset is null ? "" : $"&dataset={Uri.EscapeDataString(dataset)}")}";
        await using var file = File.OpenRead(path);
        using var content = new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        var answer = await AnswerAsync(await _client.PostAsync(new Uri(address, UriKind.Relative), content, stop), stop);
        try
        {
            answer = await UntilRestAsync(answer, progress, stop);
            if (answer.State == "needs answer")
            {
                using var meaning = JsonContent.Create(new JsonObject { ["mapping"] = map is null ? null : JsonNode.Parse(await File.ReadAllTextAsync(map, stop)) });
                answer = await UntilRestAsync(await PostAsync($"imports/{answer.Id}/mapping", meaning, stop), progress, stop);
            }

            return answer.State == "ready" ? answer : throw new UnreadableFileException(FileFault.Unreadable, answer.Problem ?? answer.State);
        }
        catch
        {
            await CancelAsync(answer);
            throw;
        }
    }

    /// <returns>The revision that it became.</returns>
    /// <exception cref="IOException">It could not be committed; nothing was changed.</exception>
    public async Task<long> CommitAsync(ImportAnswer staged, IProgress<ImportProgress> progress, CancellationToken stop)
    {
        var answer = await UntilRestAsync(await PostAsync($"imports/{staged.Id}/commit?refused=skip", null, stop), progress, stop);
        return answer.Revision ?? throw new IOException(answer.Problem ?? $"The server did not commit it: {answer.State}.");
    }

    /// <summary>Leaves no trace on the server.</summary>
    public async Task CancelAsync(ImportAnswer staged) =>
        (await _client.PostAsync(new Uri($"imports/{staged.Id}/cancel", UriKind.Relative), null)).Dispose();

    /// <summary>Writes every refused row of it, as CSV.</summary>
    public async Task WriteRefusedAsync(ImportAnswer staged, string path, CancellationToken stop)
    {
        await using var rows = await _client.GetStreamAsync(new Uri($"imports/{staged.Id}/refused.csv", UriKind.Relative), stop);
        await using var file = File.Create(path);
        await rows.CopyToAsync(file, stop);
    }

    /// <summary>What the server says that it would change; it sends no samples of the rows.</summary>
    public static Difference DifferenceOf(ImportAnswer staged) => new()
    {
        Revision = 0,
        Added = staged.Added ?? 0,
        Changed = staged.Changed ?? 0,
        Unchanged = staged.Unchanged ?? 0,
        Refused = staged.Refused ?? 0,
        Datasets = staged.Datasets
            .Select(dataset => new DatasetDifference(new DatasetDescription(dataset.Slug, dataset.Title, "", "", "", TimeWindow.All), dataset.IsNew, dataset.Added, dataset.Changed))
            .ToValueList(),
        AddedSamples = [],
        ChangedSamples = [],
        Refusals = staged.Refusals.Select(refusal => new Refusal(refusal.Line, refusal.Column, refusal.Value, refusal.Reason)).ToValueList(),
        Duplicates = staged.Duplicates.Select(duplicate => new PossibleDuplicate(duplicate.Line, duplicate.Title, duplicate.ExistingSlug, duplicate.ExistingTitle)).ToValueList(),
    };

    public void Dispose() => _client.Dispose();

    private async Task<ImportAnswer> UntilRestAsync(ImportAnswer answer, IProgress<ImportProgress> progress, CancellationToken stop)
    {
        using var pulse = new PeriodicTimer(_pulse);
        var began = DateTimeOffset.UtcNow;
        while (answer.State is "receiving" or "waiting" or "staging" or "committing")
        {
            await pulse.WaitForNextTickAsync(stop);
            answer = await AnswerAsync(await _client.GetAsync(new Uri($"imports/{answer.Id}", UriKind.Relative), stop), stop);
            if (answer.Progress is { } speed)
            {
                progress.Report(new ImportProgress(speed.Rows, speed.BytesRead, speed.BytesTotal, DateTimeOffset.UtcNow - began));
            }
        }

        return answer;
    }

    private async Task<ImportAnswer> PostAsync(string address, HttpContent? content, CancellationToken stop) =>
        await AnswerAsync(await _client.PostAsync(new Uri(address, UriKind.Relative), content, stop), stop);

    private static async Task<ImportAnswer> AnswerAsync(HttpResponseMessage response, CancellationToken stop)
    {
        using var _ = response;
        if (response.IsSuccessStatusCode || response.StatusCode == System.Net.HttpStatusCode.Conflict)
        {
            return (await response.Content.ReadFromJsonAsync(ImportJson.Default.ImportAnswer, stop))!;
        }

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(stop);
        var words = problem.TryGetProperty("detail", out var detail) ? detail.GetString() : null;
        words ??= $"The server answered {(int)response.StatusCode}.";
        throw response.StatusCode switch
        {
            System.Net.HttpStatusCode.UnsupportedMediaType => new UnreadableFileException(FileFault.WrongType, words),
            System.Net.HttpStatusCode.UnprocessableEntity => new UnreadableFileException(FileFault.Unreadable, words),
            _ => new IOException(words),
        };
    }
}
