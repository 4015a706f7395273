using Dashboard.Data.Staging;
using Dashboard.Web.Importing;

namespace Dashboard.Web.CommandLine;

/// <summary>What committing a file would do, as text. What a file says goes to a terminal without the characters that could steer it.</summary>
internal sealed class DifferenceText(TextWriter text)
{
    private const int MostLines = 5;

    public void Write(Difference difference)
    {
        foreach (var dataset in difference.Datasets)
        {
            Line($"Goes to {dataset.Dataset.Title} ({dataset.Dataset.Slug}){(dataset.IsNew ? ", a new dataset" : "")}");
        }

        Part("Added", difference.Added, difference.AddedSamples, sample => string.Join(", ", new[] { sample.Title, sample.When, sample.Where }.Where(part => part.Length > 0)));
        Part("Changed", difference.Changed, difference.ChangedSamples, sample =>
            $"{sample.Title}: {string.Join("; ", sample.Changes.Select(change => $"{change.What} {Known(change.Before)} → {Known(change.After)}"))}");
        Part("Refused", difference.Refused, difference.Refusals, refusal =>
            $"line {refusal.Line}{(refusal.Column.Length == 0 ? "" : $", {refusal.Column}")}{(refusal.Value.Length == 0 ? "" : $", '{refusal.Value}'")}: {refusal.Reason}");
        Part("Perhaps here already, and added all the same", difference.Duplicates.Count, difference.Duplicates, duplicate =>
            $"line {duplicate.Line}, {duplicate.Title} and {duplicate.ExistingTitle} ({duplicate.ExistingSlug})");
    }

    private static string Known(string value) => value.Length == 0 ? "unknown" : value;

    private void Part<T>(string title, long count, IReadOnlyList<T> samples, Func<T, string> words)
    {
        if (count == 0)
        {
            return;
        }

        Line($"{title}: {CountWords.Of(count)}");
        foreach (var sample in samples.Take(MostLines))
        {
            Line($"  {words(sample)}");
        }

        if (count > Math.Min(MostLines, samples.Count))
        {
            Line($"  … and {CountWords.Of(count - Math.Min(MostLines, samples.Count))} more");
        }
    }

    private void Line(string words) => text.WriteLine(string.Create(words.Length, words, (plain, given) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = char.IsControl(given[i]) ? ' ' : given[i];
        }
    }));
}
