using System.Collections.Frozen;

namespace Dashboard.Data.Import.Cells;

/// <summary>The months in English, German, French and Spanish, long and short, and the words that may stand around a date.</summary>
internal static class MonthNames
{
    private static readonly string[] _months =
    [
        "january jan januar jaenner janner janvier janv enero ene",
        "february feb februar fevrier fevr fev febrero",
        "march mar marz maerz mrz mars marzo",
        "april apr avril avr abril abr",
        "may mai mayo",
        "june jun juni juin junio",
        "july jul juli juillet juil julio",
        "august aug aout agosto ago",
        "september sep sept septembre septiembre setiembre",
        "october oct oktober okt octobre octubre",
        "november nov novembre noviembre",
        "december dec dezember dez decembre diciembre dic",
    ];

    private static readonly FrozenDictionary<string, int> _numbers = _months
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: name, Number: index + 1)))
        .ToFrozenDictionary(month => month.Name, month => month.Number);

    /// <summary>Weekdays say nothing that the date does not, and "of", "le", "den" say nothing at all.</summary>
    private static readonly FrozenSet<string> _ignored =
        ("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        + "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
        + "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo "
        + "of the de del le el den am at um a on st nd rd th er ere").Split(' ').ToFrozenSet();

    /// <summary>1 to 12, or null for a word that names no month.</summary>
    public static int? Number(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= 10 && _numbers.TryGetValue(PlainLetters.Of(word), out var number) ? number : null;

    public static bool SaysNothing(ReadOnlySpan<char> word) => word.Length <= 10 && _ignored.Contains(PlainLetters.Of(word));
}
