namespace Dashboard.Data.Questions;

/// <summary>What a question is asked about: everything in a dataset, or what belongs to one of its incidents. Also the parameters of its SQL.</summary>
internal readonly record struct Scope(long Dataset, string? Incident = null)
{
    public bool IsWholeDataset => Incident is null;
}
