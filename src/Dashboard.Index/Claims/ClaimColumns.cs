using Dashboard.Domain.Sources;
using Dashboard.Index.Files;

namespace Dashboard.Index.Claims;

/// <summary>
/// The claims of each row, and since when anything is known of it. Days are counted from the first one on which anything
/// became known, which is 1; 0 is what was known at any time.
/// </summary>
internal sealed record ClaimColumns
{
    /// <summary>The different marks that there are.</summary>
    private readonly ClaimMarks[] _marks = [];

    /// <summary>The day number of day 0.</summary>
    public required int DayZero { get; init; }

    /// <summary>For each row the day on which it becomes known.</summary>
    public required RunColumn KnownFrom { get; init; }

    /// <summary>For each row how many days later the last thing about it becomes known.</summary>
    public required PackedColumn Lasting { get; init; }

    /// <summary>For each row where its claims end, and those of the next one begin.</summary>
    public required AscendingColumn Ends { get; init; }

    /// <summary>For each claim the number of its claimant, and one; 0 where no actor is known.</summary>
    public required PackedColumn Claimants { get; init; }

    /// <summary>For each claim the number of its source.</summary>
    public required PackedColumn Sources { get; init; }

    /// <summary>For each claim how many days after its row it became known, and one; 0 where nobody dates it.</summary>
    public required PackedColumn Days { get; init; }

    public required ValueColumn Marks
    {
        get;
        init
        {
            field = value;
            _marks = Array.ConvertAll(value.Values.ToArray(), ClaimMarks.From);
        }
    }

    /// <summary>For each claim the number of its figure, and one; 0 where it gives none.</summary>
    public required PackedColumn Numbers { get; init; }

    public required Figure[] Figures { get; init; }

    /// <summary>The claims that ceased to stand on a known day, ascending.</summary>
    public required int[] Turned { get; init; }

    /// <summary>The day of each of them.</summary>
    public required int[] TurnDays { get; init; }

    /// <summary>For each source of claims its number in the facet of sources.</summary>
    public required int[] SourceFacets { get; init; }

    /// <summary>For each source of the facet the day since which it carries anything.</summary>
    public required int[] SourcesFrom { get; init; }

    public int RowCount => KnownFrom.Count;

    public static ClaimColumns Read(IndexReader reader) => new()
    {
        DayZero = (int)reader.Number(),
        KnownFrom = RunColumn.Read(reader),
        Lasting = PackedColumn.Read(reader),
        Ends = AscendingColumn.Read(reader),
        Claimants = PackedColumn.Read(reader),
        Sources = PackedColumn.Read(reader),
        Days = PackedColumn.Read(reader),
        Marks = ValueColumn.Read(reader),
        Numbers = PackedColumn.Read(reader),
        Figures = Figure.Read(reader),
        Turned = reader.Array<int>(),
        TurnDays = reader.Array<int>(),
        SourceFacets = reader.Array<int>(),
        SourcesFrom = reader.Array<int>(),
    };

    public void Write(IndexWriter writer)
    {
        writer.Number(DayZero);
        KnownFrom.Write(writer);
        Lasting.Write(writer);
        Ends.Write(writer);
        Claimants.Write(writer);
        Sources.Write(writer);
        Days.Write(writer);
        Marks.Write(writer);
        Numbers.Write(writer);
        Figure.Write(writer, Figures);
        writer.Array<int>(Turned);
        writer.Array<int>(TurnDays);
        writer.Array<int>(SourceFacets);
        writer.Array<int>(SourcesFrom);
    }

    /// <summary>The claims of a row: from the first up to, not with, the second.</summary>
    public (int From, int To) Of(int row) => (row == 0 ? 0 : (int)Ends[row - 1], (int)Ends[row]);

    public ClaimMarks MarksOf(int claim) => _marks[Marks.NumberOf(claim)];

    /// <summary>The day on which a claim of a row became known.</summary>
    public int DayOf(int claim, int row) => Days[claim] is > 0 and var days ? (int)(KnownFrom[row] + days) - 1 : 0;

    /// <summary>The figure that a claim gives; null where it gives none.</summary>
    public Figure? FigureOf(int claim) => Numbers[claim] is > 0 and var number ? Figures[number - 1] : null;

    /// <summary>Since when a claim does not stand; null where that is not told.</summary>
    public int? TurnOf(int claim)
    {
        var found = Turned.Length == 0 ? -1 : Array.BinarySearch(Turned, claim);
        return found >= 0 ? TurnDays[found] : null;
    }

    /// <summary>Its status as the record has it on a day.</summary>
    public ClaimStatus StatusOn(int claim, int day) => StandsOn(claim, day) ? ClaimStatus.Asserted : MarksOf(claim).Status;

    /// <summary>True where it was retracted or superseded after the day.</summary>
    public bool StandsOn(int claim, int day) => TurnOf(claim) > day;
}
