using System.Text.Json.Serialization;
using Dashboard.Data.Staging;
using Dashboard.Web.Importing;

namespace Dashboard.Web.Endpoints;

/// <summary>An import as a program sees it. Counts are null until they are known.</summary>
public sealed record ImportAnswer
{
    public required string Id { get; init; }

    /// <summary>Of its page.</summary>
    public required string Address { get; init; }

    public required string File { get; init; }

    /// <summary>receiving, waiting, staging, needs answer, ready, refused, committing, done, cancelled, failed.</summary>
    public required string State { get; init; }

    /// <summary>What the file was recognised as.</summary>
    public required string? Layout { get; init; }

    /// <summary>What stands in the way, in words.</summary>
    public required string? Problem { get; init; }

    public required ImportSpeed? Progress { get; init; }

    public required long? Added { get; init; }

    public required long? Changed { get; init; }

    public required long? Unchanged { get; init; }

    public required long? Refused { get; init; }

    /// <summary>The revision that it became.</summary>
    public required long? Revision { get; init; }

    public required IReadOnlyList<ImportDataset> Datasets { get; init; }

    /// <summary>The first refused rows; all of them are in refused.csv beside this.</summary>
    public required IReadOnlyList<ImportRefusal> Refusals { get; init; }

    public required IReadOnlyList<ImportDuplicate> Duplicates { get; init; }

    public static ImportAnswer Of(ImportJob job)
    {
        var state = job.State;
        var difference = state switch
        {
            ImportState.Ready ready => ready.Difference,
            ImportState.Committing committing => committing.Difference,
            ImportState.Done done => done.Difference,
            _ => null,
        };
        return new ImportAnswer
        {
            Id = job.Id,
            Address = job.Address,
            File = job.FileName,
            State = state.Word,
            Layout = job.Recognition?.Layout,
            Problem = ProblemOf(state),
            Progress = state is ImportState.Staging { Progress: { } progress }
                ? new ImportSpeed(progress.Rows, progress.RowsPerSecond, progress.Remaining?.TotalSeconds, progress.BytesRead, progress.BytesTotal)
                : null,
            Added = difference?.Added,
            Changed = difference?.Changed,
            Unchanged = difference?.Unchanged,
            Refused = difference?.Refused,
            Revision = (state as ImportState.Done)?.Commit.Revision,
            Datasets = [.. (difference?.Datasets ?? []).Select(dataset => new ImportDataset(dataset.Dataset.Slug, dataset.Dataset.Title, dataset.IsNew, dataset.Added, dataset.Changed))],
            Refusals = [.. (difference?.Refusals ?? []).Select(refusal => new ImportRefusal(refusal.Line, refusal.Column, refusal.Value, refusal.Reason))],
            Duplicates = [.. (difference?.Duplicates ?? []).Select(DuplicateOf)],
        };
    }

    private static ImportDuplicate DuplicateOf(PossibleDuplicate duplicate) =>
        new(duplicate.Line, duplicate.Title, duplicate.ExistingSlug, duplicate.ExistingTitle);

    private static string? ProblemOf(ImportState state) => state switch
    {
        ImportState.NeedsAnswer needs => needs.Problem,
        ImportState.Ready ready => ready.Problem,
        ImportState.Refused refused => refused.Message,
        ImportState.Failed failed => failed.Message,
        _ => null,
    };
}

/// <param name="SecondsLeft">At the present speed.</param>
public sealed record ImportSpeed(long Rows, double RowsPerSecond, double? SecondsLeft, long BytesRead, long BytesTotal);

public sealed record ImportDataset(string Slug, string Title, bool IsNew, long Added, long Changed);

public sealed record ImportRefusal(long Line, string Column, string Value, string Reason);

public sealed record ImportDuplicate(long Line, string Title, string ExistingSlug, string ExistingTitle);

/// <summary>What undoing did.</summary>
public sealed record UndoAnswer(long Revision);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImportAnswer))]
[JsonSerializable(typeof(UndoAnswer))]
[JsonSerializable(typeof(double[][]))]
internal sealed partial class ImportJson : JsonSerializerContext;
