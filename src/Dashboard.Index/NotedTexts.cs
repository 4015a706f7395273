using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>What the list is sorted by, and the slugs, noted in the order of reading.</summary>
internal sealed class NotedTexts
{
    /// <summary>Room for texts of some incidents.</summary>
    private string[] _texts = [];

    /// <summary>Needed to arrange the rows, and no more then.</summary>
    public TextPool Slugs { get; private set; } = new();

    public TextKeys Titles { get; } = new();

    public TextKeys Places { get; } = new();

    public TollKeys Killed { get; } = new();

    public TollKeys Injured { get; } = new();

    /// <param name="some">Incidents that follow each other.</param>
    public void Add(ReadOnlySpan<IncidentFacts> some)
    {
        if (_texts.Length < some.Length)
        {
            _texts = new string[some.Length];
        }

        for (var i = 0; i < some.Length; i++)
        {
            _texts[i] = some[i].Title;
        }

        Titles.Add(_texts.AsSpan(0, some.Length));
        for (var i = 0; i < some.Length; i++)
        {
            _texts[i] = some[i].Slug;
        }

        Slugs.Append(_texts.AsSpan(0, some.Length));
        Places.AddShared(some, facts => facts.Place);
        Killed.Add(some, facts => facts.Killed);
        Injured.Add(some, facts => facts.Injured);
    }

    public void ForgetSlugs() => Slugs = new TextPool();
}
