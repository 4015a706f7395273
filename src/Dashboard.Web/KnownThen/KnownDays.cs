using System.Globalization;
using System.Text;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Index;

namespace Dashboard.Web.KnownThen;

/// <summary>The days on which anything became known, and how much: what the second scrubber goes through.</summary>
/// <param name="Days">Ascending, at least one; where they are very many, the first of each stretch.</param>
public sealed record KnownDays(ValueList<KnownDay> Days)
{
    /// <summary>So many changes of the record are days of their own.</summary>
    public const int MostRevisions = 100;

    /// <summary>A longer time in which nothing became known is drawn as long as this, in days; the browser does the same.</summary>
    private const int LongestGap = 10;

    public DateOnly First => Days[0].Day;

    public DateOnly Last => Days[^1].Day;

    /// <summary>How many days each is after the first one, for the browser: "0,3,4".</summary>
    public string Offsets => string.Join(',', Days.Select(known => known.Day.DayNumber - First.DayNumber));

    /// <summary>What sources said, and when the record was changed after it was begun; null where neither has a day.</summary>
    /// <param name="revisions">The last changes.</param>
    public static KnownDays? Of(Knowledge? knowledge, IEnumerable<RevisionRecord> revisions)
    {
        var said = (knowledge?.Days ?? []).Select(stretch => new KnownDay(stretch.From, stretch.Count));
        var changed = revisions.Where(change => change.Id > 1).Select(change => new KnownDay(DateOnly.FromDateTime(change.Committed.UtcDateTime), 1));
        var days = said.Concat(changed).GroupBy(known => known.Day).OrderBy(day => day.Key).Select(day => new KnownDay(day.Key, day.Sum(known => known.Amount))).ToValueList();
        return days.Count == 0 ? null : new KnownDays(days);
    }

    /// <summary>The last one before a day, or before the present.</summary>
    public DateOnly? Before(DateOnly? day) => Days.LastOrDefault(known => day is null ? known.Day < Last || Days.Count == 1 : known.Day < day)?.Day;

    /// <summary>The first one after a day; null after the last one, and in the present.</summary>
    public DateOnly? After(DateOnly? day) => Days.FirstOrDefault(known => known.Day > day)?.Day;

    /// <summary>A line up for each, the higher the more became known, and a break where a long time is drawn short; as the path of a picture.</summary>
    public string Ticks(int width, int height)
    {
        var (places, most) = (Places(), Math.Log2(1 + Days.Max(known => known.Amount)));
        var scale = (double)width / Math.Max(1, places[^1]);
        var path = new StringBuilder();
        foreach (var (index, known) in Days.Index())
        {
            var (x, tall) = (places[index] * scale, height * (0.25 + (0.75 * Math.Log2(1 + known.Amount) / most)));
            path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {height}V{height - tall:0.#}");
            if (index > 0 && known.Day.DayNumber - Days[index - 1].Day.DayNumber > LongestGap)
            {
                var middle = x - (LongestGap * scale / 2);
                path.Append(CultureInfo.InvariantCulture, $"M{middle - 4:0.#} {height}L{middle:0.#} {height - 6}M{middle + 1:0.#} {height}L{middle + 5:0.#} {height - 6}");
            }
        }

        return path.ToString();
    }

    private List<int> Places()
    {
        List<int> places = [0];
        for (var index = 1; index < Days.Count; index++)
        {
            places.Add(places[^1] + Math.Min(LongestGap, Days[index].Day.DayNumber - Days[index - 1].Day.DayNumber));
        }

        return places;
    }
}

/// <summary>A day on which something became known, and how much: claims, and changes of the record.</summary>
public sealed record KnownDay(DateOnly Day, int Amount);
