using Dashboard.Data.Stories;
using Dashboard.Web.Links;

namespace Dashboard.Web.Stories;

/// <summary>What readers see of a step where they need a link for what they see.</summary>
internal enum StepSight
{
    /// <summary>It shows all that there is: nothing of the story is for them.</summary>
    Closed,

    /// <summary>What its link shows.</summary>
    ThroughLink,

    /// <summary>Its words: the link opens nothing any more.</summary>
    WordsOnly,
}

/// <summary>Who may read a story where readers need a link: whoever has its address, as long as everything that it shows is shown through links, and one of them holds.</summary>
internal static class StoryReaders
{
    public static StepSight SightOf(Explorations explorations, StoryStep step) =>
        LinkAddress.TokenIn(step.Query) is not { } token ? StepSight.Closed : explorations.Find(token) is null ? StepSight.WordsOnly : StepSight.ThroughLink;

    public static bool MayRead(Explorations explorations, StoryText story)
    {
        var sights = story.Steps.Select(step => SightOf(explorations, step)).ToList();
        return sights.Contains(StepSight.ThroughLink) && !sights.Contains(StepSight.Closed);
    }
}
