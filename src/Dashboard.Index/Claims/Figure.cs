using Dashboard.Domain.Sources;
using Dashboard.Index.Files;

namespace Dashboard.Index.Claims;

/// <summary>A figure of a claim.</summary>
/// <param name="Scope">Which part it is about; <see cref="Whole"/> for all of the incident. Equal texts have equal numbers.</param>
internal readonly record struct Figure(int? Low, int? High, int Scope)
{
    public const int Whole = 0;

    /// <summary>Stands in a file for what is not known.</summary>
    private const int Unknown = -1;

    public bool IsWhole => Scope == Whole;

    /// <summary>The least that it can stand for.</summary>
    public int Least => Low ?? High!.Value;

    /// <summary>The most that it says in numbers.</summary>
    public int Most => High ?? Low!.Value;

    public bool IsOrMore => High is null;

    /// <summary>As the domain knows it; only whether two scopes are the same is left of these.</summary>
    public ClaimedNumber ToNumber() => new(Low, High, IsWhole ? null : $"part {Scope}");

    public static Figure[] Read(IndexReader reader)
    {
        var numbers = reader.Array<int>();
        return numbers.Length % 3 == 0 ? [.. numbers.Chunk(3).Select(three => new Figure(Known(three[0]), Known(three[1]), three[2]))] : throw new InvalidDataException("a figure is damaged");

        static int? Known(int number) => number == Unknown ? null : number;
    }

    public static void Write(IndexWriter writer, IEnumerable<Figure> figures) =>
        writer.Array<int>([.. figures.SelectMany(figure => (int[])[figure.Low ?? Unknown, figure.High ?? Unknown, figure.Scope])]);
}
