namespace Dashboard.Data.Tests;

public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_dataset_reads_back_from_the_store_as_it_was()
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
        SameDataset.Assert(SmallDataset.Create(), Assert.Single(store.ReadDatasets()));
    }

    [Fact]
    public void Two_datasets_stand_beside_each_other()
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
        store.Add(SmallDataset.Create("other", "other-"));
        Assert.Equal([SmallDataset.Create(), SmallDataset.Create("other", "other-")], store.ReadDatasets());
    }
}
