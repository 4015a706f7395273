using System.Text;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Text;

/// <summary>What the text search finds an incident by.</summary>
internal static class IncidentText
{
    /// <summary>Shorter ones are codes and abbreviations of the row they come from.</summary>
    private const int ShortestWord = 4;

    /// <summary>Title, summary, and the words among the upstream columns.</summary>
    public static string Prose(Incident incident)
    {
        var words = new StringBuilder(incident.Title.Length + incident.Summary.Length + 64);
        Spelling.AppendProse(words, incident.Title);
        Spelling.AppendProse(words, incident.Summary);
        foreach (var attribute in incident.Attributes.AsSpan())
        {
            AppendWords(words, attribute.Value);
        }

        return words.ToString();
    }

    /// <summary>Every spelling of the places and actors of an incident.</summary>
    /// <param name="places">What <see cref="Names(Place)"/> says of each place, by id.</param>
    /// <param name="actors">What <see cref="Names(Actor)"/> says of each actor, by id.</param>
    public static string Names(Incident incident, IReadOnlyDictionary<string, string> places, IReadOnlyDictionary<string, string> actors) => string.Join(' ',
        incident.PlaceIds.Select(id => places[id])
            .Concat(incident.Involvements.Select(involvement => involvement.ActorId).Distinct().Select(id => actors[id])));

    /// <summary>Every spelling of a place and of its province.</summary>
    public static string Names(Place place) =>
        Spelling.OfNames([.. new[] { place.Name, place.Province }.OfType<string>(), .. place.Aliases.Select(alias => alias.Text)]);

    /// <summary>Every spelling of an actor.</summary>
    public static string Names(Actor actor) => Spelling.OfNames([actor.Name, .. actor.Aliases.Select(alias => alias.Text)]);

    /// <summary>True for a word of an upstream column that somebody may look for.</summary>
    public static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter))
            {
                return false;
            }
        }

        return word.Length >= ShortestWord;
    }

    private static void AppendWords(StringBuilder words, ReadOnlySpan<char> text)
    {
        var reader = new WordReader(text);
        while (reader.Read())
        {
            if (IsWord(reader.Word))
            {
                Spelling.AppendWord(words, reader.Word);
            }
        }
    }
}
