using System.Globalization;
using Dashboard.Data.Stories;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Links;

namespace Dashboard.Web.Stories;

/// <summary>What somebody sends who writes a story: all of it, and what to do beside saving it.</summary>
/// <param name="Version">The version that they began with.</param>
/// <param name="Near">The step that they were at, from 1; null for the story as a whole.</param>
public sealed record StoryForm(StoryText Text, long Version, int? Near)
{
    /// <param name="linkOf">The short link that something opens now; null where it opens none.</param>
    /// <exception cref="RefusedException">It is not a form of this page.</exception>
    public static StoryForm Read(IFormCollection form, Func<string, SharedLink?> linkOf)
    {
        var (queries, headings, texts) = (form["query"], form["heading"], form["text"]);
        if (queries.Count != headings.Count || queries.Count != texts.Count || !long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            throw new RefusedException("The form was not sent whole. Go back, load the page again and repeat what you changed.");
        }

        var steps = Enumerable.Range(0, queries.Count).Select(index => new StoryStep(QueryIn(queries[index], linkOf), headings[index] ?? "", texts[index] ?? "")).ToList();
        var near = Do(steps, form["do"].ToString());
        return new StoryForm(new StoryText(form["title"].ToString(), form["intro"].ToString(), steps.ToValueList()), version, near);
    }

    /// <summary>
    /// The query of an address that somebody pasted, or the query itself. A plain short link is the view that it leads to; of every
    /// other one what it shows.
    /// </summary>
    /// <inheritdoc cref="Read"/>
    public static string QueryIn(string? address, Func<string, SharedLink?> linkOf)
    {
        var text = (address ?? "").Trim();
        var view = text.Split('#')[0];
        if (ShortLink(view) is { } token)
        {
            return linkOf(token) is { IsPlain: true } plain ? plain.Query : $"{LinkAddress.Key}={Uri.EscapeDataString(token)}";
        }

        var query = view.Contains('?', StringComparison.Ordinal) ? view[(view.IndexOf('?', StringComparison.Ordinal) + 1)..]
            : view.Contains("://", StringComparison.Ordinal) || view.StartsWith('/') ? ""
            : view;
        return ViewStateCodec.Parse(query) is { Ignored.Count: 0, View: var understood } ? ViewStateCodec.Format(understood) : query;
    }

    /// <summary>What opens the short link of such an address: without it all that there is would be shown.</summary>
    private static string? ShortLink(string address)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri!.AbsolutePath : address;
        return path.StartsWith($"{LinkAddress.Root}/", StringComparison.Ordinal) ? path[(LinkAddress.Root.Length + 1)..] : null;
    }

    /// <returns>The step that it was done to, where it is now.</returns>
    private static int? Do(List<StoryStep> steps, string what)
    {
        if (what == "add")
        {
            steps.Add(new StoryStep("", "", ""));
            return steps.Count;
        }

        if (what.Split(':') is not [var verb, var word] || !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > steps.Count)
        {
            return null;
        }

        var step = steps[number - 1];
        var place = verb switch
        {
            "up" => number - 1,
            "down" => number + 1,
            "remove" => 0,
            _ => number,
        };
        steps.RemoveAt(number - 1);
        if (verb == "remove")
        {
            return steps.Count == 0 ? null : Math.Min(number, steps.Count);
        }

        place = Math.Clamp(place, 1, steps.Count + 1);
        steps.Insert(place - 1, step);
        return place;
    }
}
