using Dashboard.Domain.Querying;

namespace Dashboard.Domain.Sharing;

/// <summary>What an editor wants of a link.</summary>
public sealed record NewLink
{
    /// <summary>So long it opens where nobody says otherwise.</summary>
    public static readonly TimeSpan UsualLife = TimeSpan.FromDays(90);

    public const int LongestTitle = 200;

    public const int LongestNote = 2000;

    /// <summary>The view that it leads to.</summary>
    public required ViewState View { get; init; }

    /// <summary>True where it shows the revision that is the last one now, whatever is committed later.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>From then on it opens nothing; null for never.</summary>
    public required DateTimeOffset? Expires { get; init; }

    public Redaction Redaction { get; init; } = Redaction.None;

    /// <summary>Blank is none.</summary>
    public string? Title { get; init => field = Checked(value, LongestTitle, "title"); }

    /// <summary>To whoever opens it; blank is none.</summary>
    public string? Note { get; init => field = Checked(value, LongestNote, "note"); }

    /// <summary>Who makes it; null where nobody is signed in.</summary>
    public string? Who { get; init; }

    private static string? Checked(string? text, int longest, string name)
    {
        var tidy = text?.ReplaceLineEndings("\n").Trim();
        if (string.IsNullOrEmpty(tidy))
        {
            return null;
        }

        Refuse.If(tidy.Length > longest, $"The {name} is longer than {longest} characters.");
        Refuse.If(tidy.Any(letter => char.IsControl(letter) && letter != '\n'), $"The {name} has a character that nobody can see.");
        return tidy;
    }
}
