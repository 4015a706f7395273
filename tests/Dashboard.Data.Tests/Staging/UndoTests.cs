using Dashboard.Data.Staging;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;

namespace Dashboard.Data.Tests.Staging;

public sealed class UndoTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public UndoTests() => _store = _directory.Open();

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Undoing_an_import_restores_everything_and_undoing_that_brings_it_back()
    {
        _store.Add(SmallDataset.Create());
        _store.Import(SmallFile.Rows(20));
        var before = Contents.Of(_store);
        _store.Import(SmallFile.Rows(30, row => row.Line % 4 == 0 ? row.With(incident => incident with { Title = "Corrected" }) : row), "Import a newer file");
        var after = Contents.Of(_store);

        Assert.Equal(new CommittedRevision(4, Added: 0, Changed: 5, Removed: 10), _store.Undo(3));
        Assert.Equal(before, Contents.Of(_store));
        Assert.Equal(20, _store.FindByText("fighting").Count);
        Assert.Empty(_store.FindByText("corrected"));

        Assert.Equal(new CommittedRevision(5, Added: 10, Changed: 5, Removed: 0), _store.Undo(4));
        Assert.Equal(after, Contents.Of(_store));
        Assert.Equal(23, _store.FindByText("fighting").Count);
        Assert.Equal(7, _store.FindByText("corrected").Count);
        Assert.Equal(30, _store.FindByText("deir ez-zor").Count);
        Assert.Equal(["Undo: Undo: Import a newer file", "Undo: Import a newer file", "Import a newer file"], _store.Revisions.Last(3).Select(revision => revision.What));
    }

    [Fact]
    public void Undoing_the_first_import_of_a_dataset_takes_the_dataset_with_it()
    {
        _store.Import(SmallFile.Rows(3));
        var after = Contents.Of(_store);
        _store.Undo(1);
        Assert.Empty(_store.ReadDatasets());
        _store.Undo(2);
        Assert.Equal(after, Contents.Of(_store));
    }

    [Fact]
    public void A_dataset_that_was_undone_can_be_imported_again()
    {
        _store.Import(SmallFile.Rows(3));
        var after = Contents.Of(_store);
        _store.Undo(1);
        using (var staged = _store.Stage(SmallFile.Rows(3)))
        {
            Assert.True(staged.Difference.Datasets[0].IsNew);
        }

        Assert.Equal(new CommittedImport(3, 3, 0, 0, 0), _store.Import(SmallFile.Rows(3)));
        Assert.Equal(after, Contents.Of(_store));
        Assert.Equal("Revision 1 is undone already, by revision 2. To have it again, undo that one.", Message(() => _store.Undo(1)));
        Assert.Equal("Revision 2 cannot be undone: revision 3 changed some of the same. Undo that one first.", Message(() => _store.Undo(2)));
    }

    [Fact]
    public void What_a_later_revision_changed_is_not_undone()
    {
        _store.Import(SmallFile.Rows(3));
        _store.Import(SmallFile.Rows(3, row => row.With(incident => incident with { Killed = incident.Killed with { Toll = Toll.Unknown } })));
        var before = Contents.Of(_store);
        Assert.Equal("Revision 1 cannot be undone: revision 2 changed some of the same. Undo that one first.", Message(() => _store.Undo(1)));
        Assert.Equal("There is no revision 7.", Message(() => _store.Undo(7)));
        Assert.Equal(2, _store.Revision);
        Assert.Equal(before, Contents.Of(_store));
    }

    [Fact]
    public void Undoing_a_revision_leaves_what_later_ones_of_other_datasets_brought()
    {
        _store.Import(SmallFile.Rows(3));
        _store.Add(SmallDataset.Create());
        _store.Undo(1);
        Assert.Equal(Contents.Ordered(SmallDataset.Create()), Assert.Single(Contents.Of(_store)));
    }

    [Fact]
    public void What_later_rows_rely_on_stays_when_the_revision_that_brought_it_is_undone()
    {
        var description = SmallFile.Description with { Coverage = new(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)) };
        _store.Import(SmallFile.Rows(3), description: description);
        _store.Import([SmallFile.Row(1).With(incident => incident with { Id = "later", Slug = "file-later" }) with { Claims = [] }], description: description);
        _store.Undo(1);
        var dataset = Assert.Single(_store.ReadDatasets());
        Assert.Equal(["later"], dataset.Incidents.Select(incident => incident.Id));
        Assert.Equal(["side-1", "the-others-1"], dataset.Actors.Select(actor => actor.Id));
        Assert.Equal(["town-1-deir-ez-zor-sy"], dataset.Places.Select(place => place.Id));
        Assert.Equal(["the-file"], dataset.Sources.Select(source => source.Id));
        Assert.Equal(description, dataset.Description);
    }

    private static string Message(Action act) => Assert.Throws<RefusedException>(act).Message;
}
