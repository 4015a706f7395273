using Dashboard.Domain;

namespace Dashboard.Data.Stories;

/// <summary>What people write: a title, an introduction, and views in an order, each with words. All of it is plain text.</summary>
public sealed record StoryText(string Title, string Intro, ValueList<StoryStep> Steps)
{
    public const int LongestTitle = 200;
    public const int LongestIntro = 4000;
    public const int MostSteps = 50;

    /// <summary>The same without blanks around its texts.</summary>
    /// <exception cref="RefusedException">It has no title, or something in it is too long or too much.</exception>
    public StoryText Checked()
    {
        if (Steps.Count > MostSteps)
        {
            throw new RefusedException($"A story has at most {MostSteps} steps, not {Steps.Count}.");
        }

        return new StoryText(StoryStep.Line(Title, LongestTitle, "The title"), StoryStep.Lines(Intro, LongestIntro, "The introduction"), Steps.Select((step, index) => step.Checked(index + 1)).ToValueList()) is { Title.Length: > 0 } text
            ? text
            : throw new RefusedException("A story needs a title.");
    }
}

/// <summary>A view of a story, with words.</summary>
/// <param name="Query">The query string of the view, without a question mark; empty for everything.</param>
public sealed record StoryStep(string Query, string Heading, string Text)
{
    public const int LongestQuery = 8000;
    public const int LongestHeading = 200;
    public const int LongestText = 4000;

    internal StoryStep Checked(int number) => new(
        Line(Query, LongestQuery, $"The view of step {number}").TrimStart('?'),
        Line(Heading, LongestHeading, $"The heading of step {number}"),
        Lines(Text, LongestText, $"The text of step {number}"));

    /// <summary>In one line.</summary>
    internal static string Line(string text, int most, string what) => Bounded(string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim(), most, what);

    /// <summary>Lines end with a line feed alone, as forms do not send them.</summary>
    internal static string Lines(string text, int most, string what) =>
        Bounded(string.Concat(text.ReplaceLineEndings("\n").Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')).Trim(), most, what);

    private static string Bounded(string text, int most, string what) =>
        text.Length <= most ? text : throw new RefusedException($"{what} is too long: {text.Length} letters; there is room for {most}.");
}

/// <summary>A story as it is kept.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Version">How often it was saved.</param>
/// <param name="Who">The name of the account that saved it last; null where nobody signed in for it.</param>
public sealed record Story(string Slug, StoryText Text, long Version, string? Who, DateTimeOffset Created, DateTimeOffset Changed);

/// <summary>Somebody saved a story since it was read by who saves it now. Nothing was changed.</summary>
/// <param name="present">As it is now.</param>
public sealed class StoryConflictException(Story present) : Exception("Somebody else saved this story meanwhile.")
{
    public Story Present => present;
}
