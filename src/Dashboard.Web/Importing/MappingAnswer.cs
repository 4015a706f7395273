using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Data;
using Dashboard.Data.Import;
using Dashboard.Data.Import.Mapped;
using Dashboard.Domain;

namespace Dashboard.Web.Importing;

/// <summary>What a person said about a table: the meaning of its columns, and the dataset that it goes to.</summary>
/// <param name="Saved">The name of a saved mapping to look at instead; null for an answer.</param>
/// <param name="SaveAs">A name to keep the mapping under.</param>
internal sealed record MappingAnswer(Mapping Mapping, DatasetDescription Dataset, string? Saved, string? SaveAs)
{
    /// <summary>More columns than a page shows keep the meaning that was proposed.</summary>
    public const int MostColumnsShown = 120;

    private const int LongestName = 120;

    /// <summary>Reads the fields of the page's form.</summary>
    /// <exception cref="RefusedException">A field holds what no field of the page can.</exception>
    public static MappingAnswer Of(IFormCollection form, Recognition recognition, DashboardStore store)
    {
        var proposed = recognition.Mapping!;
        var mapping = proposed with
        {
            Columns = proposed.Columns
                .Select((column, index) => form[$"column-{index}"].ToString() is { Length: > 0 } word ? column with { Meaning = EnumOf<ColumnMeaning>(word) } : column)
                .ToValueList(),
            DateOrder = form["date-order"].ToString() is { Length: > 0 } order ? EnumOf<DateOrder>(order) : null,
            DecimalComma = form["decimal-comma"].ToString() == "on",
            OffsetMinutes = int.TryParse(form["offset"].ToString(), CultureInfo.InvariantCulture, out var minutes) && Math.Abs(minutes) <= 14 * 60 ? minutes : 0,
            DefaultKind = Text(form["default-kind"]) is { Length: > 0 } kind ? kind : proposed.DefaultKind,
        };
        return new MappingAnswer(mapping, DatasetOf(form, recognition.Dataset, store), form["use"].ToString() == "saved" ? form["saved"].ToString() : null, Named(form["save-as"]));
    }

    /// <summary>Reads <c>{ "mapping": { as in a mapping file }, "dataset": SLUG, "saveAs": NAME }</c>; what is missing stays as proposed.</summary>
    /// <exception cref="RefusedException">It is not that.</exception>
    public static async Task<MappingAnswer> OfAsync(Stream json, Recognition recognition, DashboardStore store, CancellationToken stop)
    {
        try
        {
            var answer = await JsonNode.ParseAsync(json, cancellationToken: stop);
            var mapping = answer?["mapping"] is { } given ? Read(given, recognition.Mapping!) : recognition.Mapping!;
            var dataset = (string?)answer?["dataset"] is { Length: > 0 } slug ? DatasetChoice.Of(store, slug, recognition.Dataset) : recognition.Dataset;
            return new MappingAnswer(SavedMapping.Over(recognition.Mapping!, mapping), dataset, null, (string?)answer?["saveAs"]);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new RefusedException($"this is not a mapping: {problem.Message}");
        }
    }

    private static Mapping Read(JsonNode given, Mapping proposed)
    {
        using var bytes = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(given));
        return MappingFile.Read(bytes, proposed);
    }

    private static DatasetDescription DatasetOf(IFormCollection form, DatasetDescription proposed, DashboardStore store)
    {
        if (form["dataset"].ToString() is { Length: > 0 } slug)
        {
            return DatasetChoice.Of(store, slug, proposed);
        }

        var title = Text(form["title"]) is { Length: > 0 } given ? given : proposed.Title;
        var name = Text(form["slug"]) is { Length: > 0 } named ? named : title;
        return proposed with { Slug = Slug.Of(name), Title = title, Licence = Text(form["licence"]), Attribution = Text(form["attribution"]) };
    }

    private static string? Named(string? name) => Text(name) is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestName)] : null;

    private static string Text(string? text) => (text ?? "").Trim();

    private static T EnumOf<T>(string word) where T : struct, Enum =>
        Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value) ? value : throw new RefusedException($"'{word}' is not a {typeof(T).Name}");
}
