using System.Globalization;
using System.Text;
using Dashboard.Domain;
using Dashboard.Web.Explore;
using Dashboard.Web.Sharing;

namespace Dashboard.Web.Bundles;

/// <summary>The file README.txt of a bundle: what is in it, how to read it, how to check it, and to whom it is owed.</summary>
internal static class BundleReadme
{
    private const string Methods = """
        FILES
          incidents.csv      one line for each incident, in the order of the list
          incidents.geojson  the same incidents with everything about them: shapes, claims, sources, relations
          claims.csv         one line for each claim about them: who said what, when, where it was read
          sources.csv        one line for each source that they and their claims rest on
          view.json          what the view is: address, filters, counts, datasets, revision, citation
          manifest.json      the sizes, numbers of rows and hashes of the files above
          MANIFEST.sha256    the SHA-256 of every other file
        Text is UTF-8. Instants are in UTC. What is unknown is empty, in JSON null; it is never 0.
        In the tables, a text that a spreadsheet program would take for a formula begins with an apostrophe.

        HOW TO READ IT
          Precision     geo_precision_m is the radius in metres within which the point is true. A coordinate has no more
                        digits than that allows. time_precision says how exactly the time is known: minute, hour,
                        partofday, day, week, month or year. Precision is not confidence: a point can be exact and
                        still be disputed.
          Tolls         killed and injured are ranges: low, best and high. Empty means that nobody says; a high that is
                        empty beside a low means "at least". Where accounts differ, claims.csv has each of them.
          Claims        Every statement belongs to who made it. Its status is where it stands among the others:
                        asserted, supported, disputed, contradicted, retracted, superseded, incomplete, unsupported or
                        unverified. Nobody's account is called the truth.
          Leads         Rows made by machines that nobody has confirmed (lead is true). They are no incidents.
          Lens          The columns lens, mentioned and lens_… are there when the view was looked at through one account:
                        what that claimant says of the incident, beside the record.
          Known on      A view "as known on" a day leaves out all that was said after that day.
          Redaction     Who shares a view can withhold parts of it: coordinates are then rounded, and the precision says
                        so; fields and sources that are withheld are empty or missing, as if they were unknown. A bundle
                        made through such a link has what the link shows, and no more.

        HOW TO CHECK IT
          With the dashboard's program:   verify BUNDLE.zip
          With common tools, unpacked:    sha256sum -c MANIFEST.sha256
        Either tells which file was altered, is missing, or, the program only, was added. Who alters a file can also write a
        manifest that fits it. So keep the manifest's own SHA-256 somewhere else, or send it another way: making a bundle on
        the command line prints it, and so does verify, which also compares it: verify BUNDLE.zip --manifest SHA256
        The same view of the same revision, made again by the same program, is the same file, byte for byte.
        """;

    public static string Of(SharedView shared, string root)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            EVIDENCE BUNDLE
            {shared.Title}
            {shared.Counted}{(shared.Period is { } period ? $", {period}" : "")}

              Address   {root}{ViewAddress.Of(shared.View)}
              Filters   {(shared.Filters.Count == 0 ? "none" : string.Join(" · ", shared.Filters))}
              Revision  {shared.Revision.Index.Revision}, committed {shared.Committed.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}
              Cite as   {BundleFacts.CitationOf(shared, root)}


            """);
        text.Append(Methods).Append("\n\nDATA AND LICENCES\n");
        foreach (var dataset in shared.AskedDatasets)
        {
            text.Append(Words(dataset));
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Words(DatasetDescription dataset)
    {
        string[] lines =
        [
            $"  {dataset.Title}{(dataset.Version is { } version ? $" ({dataset.Codebook} {version})" : "")}",
            dataset.Licence.Length > 0 ? $"    Licence: {dataset.Licence}" : "    Licence: not stated",
            dataset.Attribution.Length > 0 ? $"    Attribution: {dataset.Attribution}" : "",
            dataset.Summary.Length > 0 ? $"    {dataset.Summary}" : "",
        ];
        return string.Concat(lines.Where(line => line.Length > 0).Select(line => $"{line.ReplaceLineEndings(" ")}\n"));
    }
}
