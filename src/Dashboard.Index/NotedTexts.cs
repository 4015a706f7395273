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

    /// <param name="some">Incidents that follow each other.</param>
    public void AddTitles(ReadOnlySpan<IncidentFacts> some)
    {
        foreach (var facts in some)
        {
            Titles.Add(facts.Title);
        }
    }

    /// <inheritdoc cref="AddTitles"/>
    public void AddSlugs(ReadOnlySpan<IncidentFacts> some)
    {
        foreach (var facts in some)
        {
            Slugs.Append(facts.Slug);
        }
    }

    public void ForgetSlugs() => Slugs = new TextPool();

    /// <inheritdoc cref="AddTitles"/>
    public void AddPlaces(ReadOnlySpan<IncidentFacts> some)
    {
        foreach (var facts in some)
        {
            Places.AddShared(facts.Place);
        }

        foreach (var facts in some)
        {
            Killed.Add(facts.Killed);
            Injured.Add(facts.Injured);
        }
    }
}
