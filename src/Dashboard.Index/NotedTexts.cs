using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>What the list is sorted by, and the slugs, noted in the order of reading.</summary>
internal sealed class NotedTexts
{
    public TextPool Slugs { get; } = new();

    public TextKeys Titles { get; } = new(isFolded: true);

    public TextKeys Places { get; } = new(isFolded: true);

    public TollKeys Killed { get; } = new();

    public TollKeys Injured { get; } = new();

    public void Add(IncidentFacts facts)
    {
        Slugs.Append(facts.Slug);
        Titles.Add(facts.Title);
        Places.Add(facts.Place);
        Killed.Add(facts.Killed);
        Injured.Add(facts.Injured);
    }
}
