using Dashboard.Data.Import;
using Dashboard.Data.Tests.Staging;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Tests;

/// <summary>Every change of an incident is kept, with what it made different.</summary>
public sealed class CorrectionsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public CorrectionsTests() => _store = _directory.Open();

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void The_history_of_an_incident_tells_every_change_with_the_difference_in_words()
    {
        _store.Import(SmallFile.Rows(3));
        _store.Import(SmallFile.Rows(3, row => row.Line == 3 ? Corrected(row) : row), "Import a newer file");
        _store.Undo(2);

        var history = History("file-101", take: 10);

        Assert.Equal(
            [(3, ChangeNature.Changed), (2, ChangeNature.Changed), (1, ChangeNature.Added)],
            history.Select(change => ((int)change.Revision.Id, change.Nature)));
        Assert.Equal([new("Title", "Fighting number 1", "Corrected"), new("Killed", "1–3, best estimate 2", "1–99, best estimate 2")], history[1].Facts);
        Assert.Equal([new("Title", "Corrected", "Fighting number 1"), new("Killed", "1–99, best estimate 2", "1–3, best estimate 2")], history[0].Facts);
        Assert.Equal([ClaimStatus.Retracted, null], history[1].Claims.Select(claim => claim.NewStatus));
        Assert.Equal((true, "a second report"), (history[1].Claims[1].IsAdded, history[1].Claims[1].Claim.Value));
        Assert.True(history[0].Claims[1].IsWithdrawn);
        Assert.Empty(history[2].Facts);
        Assert.Equal(["Undo: Import a newer file", "Import a newer file", "Import a file"], history.Select(change => change.Revision.What));
        Assert.Equal(history.Take(2), History("file-101", take: 2));
    }

    [Fact]
    public void The_history_of_an_incident_that_was_removed_and_put_back_says_so()
    {
        _store.Import(SmallFile.Rows(1));
        _store.Undo(1);
        Assert.Equal([ChangeNature.Removed, ChangeNature.Added], History("file-100", take: 10).Select(change => change.Nature));
        _store.Undo(2);
        Assert.Equal([ChangeNature.Restored, ChangeNature.Removed, ChangeNature.Added], History("file-100", take: 10).Select(change => change.Nature));
        Assert.Equal([ChangeNature.Added], _store.ReadHistory(_store.FindVersion("file-100")!.Value, last: 1, take: 10).Select(change => change.Nature));
        Assert.Null(_store.FindVersion("nowhere"));
    }

    [Fact]
    public void Corrections_are_changes_of_what_was_there_and_nothing_else()
    {
        _store.Import(SmallFile.Rows(3));
        _store.Import(SmallFile.Rows(3), "the same again");
        _store.Import(SmallFile.Rows(5, row => row.Line == 3 ? Corrected(row) : row), "one changed, two added");

        var change = Assert.Single(_store.ReadChangedIncidents(_store.Revision, after: null, take: 10));

        Assert.Equal((2, _store.FindIncident("file-101")!.Number, false), ((int)change.Revision, change.Present, change.IsLead));
        Assert.Equal("Corrected", Assert.Single(_store.ReadChanges([change])).Incident.Title);
        Assert.Empty(_store.ReadChangedIncidents(last: 1, after: null, take: 10));
    }

    [Fact]
    public void What_an_undo_takes_away_and_another_puts_back_are_corrections()
    {
        _store.Import(SmallFile.Rows(2));
        _store.Import(SmallFile.Rows(3, row => row.Line == 3 ? Corrected(row) : row));
        _store.Undo(2);
        _store.Undo(3);

        var changes = _store.ReadChanges(_store.ReadChangedIncidents(_store.Revision, after: null, take: 10));

        Assert.Equal(
            [
                (4, "file-102", ChangeNature.Restored), (4, "file-101", ChangeNature.Changed),
                (3, "file-102", ChangeNature.Removed), (3, "file-101", ChangeNature.Changed),
                (2, "file-101", ChangeNature.Changed),
            ],
            changes.Select(change => ((int)change.Revision.Id, change.Incident.Slug, change.Nature)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Pages_of_any_length_make_up_the_whole_list(int length)
    {
        _store.Import(SmallFile.Rows(8));
        _store.Import(SmallFile.Rows(8, Corrected));
        _store.Undo(2);
        _store.Undo(3);
        var whole = _store.ReadChangedIncidents(_store.Revision, after: null, take: 1000);

        var pages = new List<ChangedIncident>();
        for (var page = _store.ReadChangedIncidents(_store.Revision, null, length); page.Count > 0; page = _store.ReadChangedIncidents(_store.Revision, (pages[^1].Revision, pages[^1].Number), length))
        {
            pages.AddRange(page);
        }

        Assert.Equal(24, whole.Count);
        Assert.Equal(whole, pages);
    }

    private static ImportedIncident Corrected(ImportedIncident row)
    {
        var changed = row.With(incident => incident with { Title = "Corrected", Killed = incident.Killed with { Toll = new Toll(1, incident.Killed.Toll.Best, 99) } });
        var claim = row.Claims[0];
        return changed with { Claims = [claim with { Status = ClaimStatus.Retracted }, claim with { Id = $"{claim.Id}-more", Value = "a second report" }] };
    }

    private IReadOnlyList<IncidentChange> History(string slug, int take) => _store.ReadHistory(_store.FindVersion(slug)!.Value, _store.Revision, take);
}
