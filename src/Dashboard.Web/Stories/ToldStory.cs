using Dashboard.Data.Stories;
using Dashboard.Domain.Querying;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
using Dashboard.Web.Links;
using Dashboard.Web.Sharing;

namespace Dashboard.Web.Stories;

/// <summary>A story with what its views show now.</summary>
public sealed record ToldStory(Story Story, IReadOnlyList<ToldStep> Steps)
{
    /// <summary>"A story in 4 steps."; what stands beside a link to it where it has no introduction.</summary>
    public string Description => Story.Text.Intro.Length > 0 ? Story.Text.Intro.ReplaceLineEndings(" ") : $"A story in {Counted}.";

    /// <summary>"4 steps".</summary>
    public string Counted => Steps.Count == 1 ? "1 step" : $"{Steps.Count} steps";

    /// <summary>The picture of its first view that shows anything.</summary>
    public string Preview => ShareAddress.OfPreview((Steps.FirstOrDefault(step => step.ShowsAnything) ?? Steps.FirstOrDefault())?.View ?? ViewState.Default);

    /// <summary>Looks at each view as it is seen now, through the link that it was taken through.</summary>
    /// <param name="lent">Takes what has to last as long as the story is looked at.</param>
    /// <exception cref="OperationCanceledException">Who asked wants it no more.</exception>
    internal static async Task<ToldStory> OfAsync(Explorations explorations, Story story, Action<IDisposable> lent, CancellationToken stop)
    {
        List<ToldStep> steps = [];
        foreach (var step in story.Text.Steps)
        {
            steps.Add(await StepAsync(explorations, steps.Count + 1, step, lent, stop));
        }

        return new ToldStory(story, steps);
    }

    private static async Task<ToldStep> StepAsync(Explorations explorations, int number, StoryStep step, Action<IDisposable> lent, CancellationToken stop)
    {
        var (asked, ignored) = ViewStateCodec.Parse(step.Query);
        var exploration = explorations.Whole;
        if (LinkAddress.TokenIn(step.Query) is { } token)
        {
            // What is no link any more shows nothing: without it, more would be seen than it ever showed.
            if (explorations.Find(token) is not { } link)
            {
                return ToldStep.Without(number, step, asked, "The link that this view was seen through opens nothing any more.");
            }

            if (await explorations.OpenAsync(link, null, NotReady.Patience, stop) is not { } loan)
            {
                return ToldStep.Without(number, step, asked, "What its link shows is being made ready. Open the story again in a moment.");
            }

            lent(loan);
            exploration = loan.Exploration;
        }

        var view = exploration.Drawn(asked);
        return await exploration.OnAsync(view.Query.AsOf, NotReady.Patience, stop) is { } revision
            ? await Task.Run(() => ToldStep.Of(number, step, view, revision, ignored), stop).WaitAsync(stop)
            : ToldStep.Without(number, step, view, "What was known on that day is being made ready. Open the story again in a moment.");
    }
}

/// <summary>A step of a story with what its view shows now.</summary>
/// <param name="Number">From 1.</param>
/// <param name="View">What could be understood of its query, as it is drawn.</param>
/// <param name="Shared">What the view says of itself; null where nothing can be shown of it now.</param>
/// <param name="HasMany">Whether its incidents are too many to be drawn one by one.</param>
/// <param name="Flaws">What it does not show any more, in sentences; mostly none.</param>
public sealed record ToldStep(int Number, StoryStep Step, ViewState View, SharedView? Shared, bool HasMany, IReadOnlyList<string> Flaws)
{
    public bool ShowsAnything => Shared is { Found.Count: > 0 };

    /// <summary>What is written above it: its heading, else what its view is about.</summary>
    public string Heading => Step.Heading.Length > 0 ? Step.Heading : Shared?.Title ?? $"Step {Number}";

    /// <summary>One that nothing can be shown of.</summary>
    internal static ToldStep Without(int number, StoryStep step, ViewState view, string flaw) => new(number, step, view, null, false, [flaw]);

    internal static ToldStep Of(int number, StoryStep step, ViewState view, ExploredRevision revision, IReadOnlyList<IgnoredKey> ignored)
    {
        var shared = SharedView.Of(revision, view);
        return new ToldStep(number, step, view, shared, Picture.IsMany(revision, view.Query, shared.Found), [.. FlawsOf(shared, ignored)]);
    }

    private static IEnumerable<string> FlawsOf(SharedView shared, IReadOnlyList<IgnoredKey> ignored)
    {
        if (ignored.Count > 0)
        {
            yield return $"Part of this view is not understood and was left out: {string.Join(", ", ignored.Select(key => key.Key).Distinct())}.";
        }

        if (shared.View.Selection is not null && shared.Occasion is null)
        {
            yield return "The incident that was open here is no longer there.";
        }

        if (shared.Found.Count == 0)
        {
            yield return "This view shows no incidents any more.";
        }
    }
}
