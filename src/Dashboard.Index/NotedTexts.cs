using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>What the list is sorted by, and the slugs, noted in the order of reading.</summary>
internal sealed class NotedTexts
{
    /// <summary>Needed to arrange the rows, and no more then.</summary>
    public TextPool Slugs { get; private set; } = new();

    public TextKeys Titles { get; } = new();

    public TextKeys Places { get; } = new();

    public TollKeys Killed { get; } = new();

    public TollKeys Injured { get; } = new();

    public void AddTitle(IncidentFacts facts)
    {
        Slugs.Append(facts.Slug);
        Titles.Add(facts.Title);
    }

    public void ForgetSlugs() => Slugs = new TextPool();

    public void AddPlace(IncidentFacts facts)
    {
        Places.AddShared(facts.Place);
        Killed.Add(facts.Killed);
        Injured.Add(facts.Injured);
    }
}
