using Dashboard.Data.Stories;
using Dashboard.Domain.Querying;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
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

    public static async Task<ToldStory> OfAsync(Exploration exploration, Story story, CancellationToken stop)
    {
        List<ToldStep> steps = [];
        foreach (var step in story.Text.Steps)
        {
            var (view, ignored) = ViewStateCodec.Parse(step.Query);
            var number = steps.Count + 1;
            if (view.Query.Link is not null)
            {
                steps.Add(new ToldStep(number, step, ViewState.Default, null, false, ["This view can be seen through its own link only: a story shows what everybody sees."]));
                continue;
            }

            var drawn = exploration.Drawn(view);
            var revision = await exploration.OnAsync(drawn.Query.AsOf, NotReady.Patience, stop);
            steps.Add(revision is null
                ? new ToldStep(number, step, drawn, null, false, ["What was known on that day is being made ready. Open the story again in a moment."])
                : await Task.Run(() => ToldStep.Of(number, step, drawn, revision, ignored), stop).WaitAsync(stop));
        }

        return new ToldStory(story, steps);
    }
}

/// <summary>A step of a story with what its view shows now.</summary>
/// <param name="Number">From 1.</param>
/// <param name="View">What could be understood of its query, as it is drawn.</param>
/// <param name="Shared">What the view says of itself; null while its revision is not ready.</param>
/// <param name="HasMany">Whether its incidents are too many to be drawn one by one.</param>
/// <param name="Flaws">What it does not show any more, in sentences; mostly none.</param>
public sealed record ToldStep(int Number, StoryStep Step, ViewState View, SharedView? Shared, bool HasMany, IReadOnlyList<string> Flaws)
{
    public bool ShowsAnything => Shared is { Found.Count: > 0 };

    /// <summary>What is written above it: its heading, else what its view is about.</summary>
    public string Heading => Step.Heading.Length > 0 ? Step.Heading : Shared?.Title ?? $"Step {Number}";

    public static ToldStep Of(int number, StoryStep step, ViewState view, ExploredRevision revision, IReadOnlyList<IgnoredKey> ignored)
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
