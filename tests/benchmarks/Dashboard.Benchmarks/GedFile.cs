using System.Globalization;
using System.Text;
using Dashboard.Domain.Places;

namespace Dashboard.Benchmarks;

/// <summary>
/// Files in the 49 columns of UCDP GED, as large as is asked for and always the same: invented actors, places, sources and
/// numbers, in the proportions of the real one (about 690 bytes a row, one to three sources, 400 actors), all over
/// <see cref="GedLikeWorld"/>.
/// </summary>
internal static class GedFile
{
    private const int Seed = 20240128;

    private const string Header =
        "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,"
        + "side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,"
        + "source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,"
        + "country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";

    private static readonly string[] _words =
        ["shelling", "north", "village", "reported", "killed", "clashes", "near", "market", "road", "checkpoint", "overnight", "governorate", "district",
         "continue", "artillery", "western", "countryside", "fighters", "patrol", "attacked", "bridge", "hospital", "river", "convoy", "school", "border"];

    private static readonly (string Country, int Id)[] _countries =
        [("Syria", 652), ("Iraq", 645), ("Yemen (North Yemen)", 678), ("Afghanistan", 700), ("Lebanon", 660), ("Turkey", 640), ("Egypt", 651), ("Sudan", 625)];

    /// <param name="correctedEvery">Every so many rows the toll is one higher than in the file without corrections; 0 corrects none.</param>
    public static void Write(string path, int rows, int correctedEvery = 0)
    {
        var random = new Random(Seed);
        var world = new GedLikeWorld(random, new GeoBox(24, 10, 66, 44));
        var names = new Dictionary<GedLikeWorld.Town, TownNames>(ReferenceEqualityComparer.Instance);
        var actors = Enumerable.Range(0, 400).Select(number => $"{Name(random)} {(number % 3 == 0 ? "Front" : number % 3 == 1 ? "Brigade" : "Council")}").ToArray();
        var offices = Enumerable.Range(0, 2_000).Select(_ => $"{Name(random)} News").ToArray();
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20) { NewLine = "\n" };
        file.WriteLine(Header);
        var line = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            line.Clear();
            var correction = correctedEvery > 0 && row % correctedEvery == 0 ? 1 : 0;
            var (conflict, town, point, day) = world.Next();
            if (!names.TryGetValue(town, out var named))
            {
                names.Add(town, named = TownNames.Make(random, conflict));
            }

            Append(line, random, row, correction, named, point, GedLikeWorld.FirstDay.AddDays(day), actors, offices);
            file.WriteLine(line);
        }
    }

    private static void Append(StringBuilder line, Random random, int row, int correction, TownNames place, GeoPoint point, DateOnly day, string[] actors, string[] offices)
    {
        var (sideA, sideB) = (random.Next(actors.Length), random.Next(actors.Length));
        var (a, b) = (actors[sideA], actors[sideB]);
        var sources = random.Next(1, 4);
        var articles = Enumerable.Range(0, sources).Select(_ => (Office: offices[random.Next(offices.Length)], Headline: Phrase(random, 8))).ToArray();
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var best = random.Next(0, 12);
        string[] cells =
        [
            Number(100_000 + row), $"SYN-{day.Year}-{row}", Number(day.Year), "1", "Clear", Number(random.Next(1, 4)), "299", "299", $"{place.Country}: Government",
            Number(sideA), Number((sideA * 1000) + sideB), $"{a} - {b}", Number(sideA), Number(sideA), a, Number(sideB), Number(sideB), b,
            Number(sources), string.Join(';', articles.Select(article => $"\"{article.Office},{date},{article.Headline}\"")),
            string.Join(';', articles.Select(article => article.Office)), string.Join(';', articles.Select(_ => date)),
            string.Join(';', articles.Select(article => article.Headline)), "local residents", Number(random.Next(1, 7)), place.Name, Phrase(random, 10),
            place.Province, place.District, Degrees(point.Latitude), Degrees(point.Longitude), $"POINT ({Degrees(point.Longitude)} {Degrees(point.Latitude)})",
            "181154", place.Country, Number(place.CountryId), "Middle East", Number(random.Next(1, 3)), "1", $"{date} 00:00:00.000", $"{date} 00:00:00.000",
            "0", "0", Number(best), "0", Number(best + correction), Number(best + correction + random.Next(4)), Number(best / 2), "652", "",
        ];
        line.AppendJoin(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Degrees(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Phrase(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => _words[random.Next(_words.Length)]));

    private static string Name(Random random)
    {
        const string Consonants = "bdfghjklmnrstwz";
        const string Vowels = "aeiou";
        var name = string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => $"{Consonants[random.Next(Consonants.Length)]}{Vowels[random.Next(Vowels.Length)]}"));
        return char.ToUpperInvariant(name[0]) + name[1..] + Consonants[random.Next(Consonants.Length)];
    }

    private sealed record TownNames(string Name, string Province, string District, string Country, int CountryId)
    {
        public static TownNames Make(Random random, GedLikeWorld.Conflict conflict)
        {
            var (country, id) = _countries[conflict.Number % _countries.Length];
            return new TownNames($"{GedFile.Name(random)} village", $"{GedFile.Name(random)} governorate", $"{GedFile.Name(random)} district", country, id);
        }
    }
}
