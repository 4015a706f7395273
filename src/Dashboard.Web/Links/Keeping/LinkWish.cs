using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Web.Links.Keeping;

/// <summary>What somebody wants of a link, as the form for it says: beside the view, in an address or in what a form sends.</summary>
public sealed record LinkWish
{
    /// <summary>The keys of the form; they are no part of a view.</summary>
    public static readonly IReadOnlyList<string> Keys = [View, Frozen, Days, Cell, Field, Source, Locks, Title, Note];

    /// <summary>The query of the view that it leads to.</summary>
    public const string View = "query";

    public const string Frozen = "link-frozen";
    public const string Days = "link-days";
    public const string Cell = "link-km";
    public const string Field = "link-without";
    public const string Source = "link-source";
    public const string Locks = "link-lock";
    public const string Title = "link-title";
    public const string Note = "link-note";

    /// <summary>What the form says for a link that never expires.</summary>
    public const string Never = "never";

    private const int MostDays = 3650;

    public static LinkWish Usual { get; } = new();

    public bool IsFrozen { get; init; }

    /// <summary>So many days it opens; null for ever.</summary>
    public int? Life { get; init; } = NewLink.UsualLife.Days;

    public Redaction Redaction { get; init; } = Redaction.None;

    public string TitleText { get; init; } = "";

    public string NoteText { get; init; } = "";

    /// <param name="values">What the form holds under a key.</param>
    /// <exception cref="RefusedException">It says something that a link cannot be.</exception>
    public static LinkWish Read(Func<string, StringValues> values) => new()
    {
        IsFrozen = values(Frozen).ToString() == "1",
        Life = LifeOf(values(Days).ToString()),
        Redaction = new Redaction
        {
            CellKilometres = CellOf(values(Cell).ToString()),
            Fields = Filled(values(Field)).Select(FieldOf).ToValueList(),
            Sources = Filled(values(Source)).ToValueList(),
            LocksFilters = values(Locks).ToString() == "1",
        },
        TitleText = values(Title).ToString(),
        NoteText = values(Note).ToString(),
    };

    /// <param name="who">Who makes it; null where nobody is signed in.</param>
    /// <exception cref="RefusedException">Title or note are too long, or have characters that nobody sees.</exception>
    public NewLink For(ViewState view, DateTimeOffset now, string? who) => new()
    {
        View = view,
        IsFrozen = IsFrozen,
        Expires = LinkLife.EndOf(Life, now),
        Redaction = Redaction,
        Title = TitleText,
        Note = NoteText,
        Who = who,
    };

    /// <summary>How many days a form asks for; null for ever.</summary>
    /// <exception cref="RefusedException">It is no number of days.</exception>
    internal static int? LifeOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Usual.Life;
        }

        if (text == Never)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays
            ? days
            : throw new RefusedException($"A link opens for 1 to {MostDays} days, or never stops; not for '{text}'.");
    }

    private static int? CellOf(string text) =>
        text.Length == 0 ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var kilometres) ? kilometres
        : throw new RefusedException($"Coordinates can be rounded to {string.Join(", ", Redaction.Cells)} km, not to '{text}'.");

    private static WithheldField FieldOf(string word) => KeptLinkWords.FieldOf(word) ?? throw new RefusedException($"'{word}' is nothing that a link can withhold.");

    private static IEnumerable<string> Filled(StringValues values) => values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!);
}
