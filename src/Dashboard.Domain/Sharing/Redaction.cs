namespace Dashboard.Domain.Sharing;

/// <summary>What a link keeps from those who open it. Equal ones keep the same.</summary>
public sealed record Redaction
{
    /// <summary>Keeps nothing back.</summary>
    public static Redaction None { get; } = new();

    /// <summary>The sizes of the cells, in kilometres, that coordinates can be rounded to.</summary>
    public static IReadOnlyList<int> Cells { get; } = [1, 10, 50];

    /// <summary>Coordinates are known to a cell of so many kilometres only; null leaves them as they are.</summary>
    public int? CellKilometres
    {
        get;
        init
        {
            Refuse.If(value is { } size && !Cells.Contains(size), $"Coordinates can be rounded to {string.Join(", ", Cells)} km, not to {value} km.");
            field = value;
        }
    }

    public ValueList<WithheldField> Fields { get; init => field = value.Select(Refuse.Undefined).Distinct().Order().ToValueList(); } = [];

    /// <summary>Ids of sources that are withheld, with every claim that they carry.</summary>
    public ValueList<string> Sources { get; init => field = value.Select(id => Refuse.Blank(id)).Distinct().Order(StringComparer.Ordinal).ToValueList(); } = [];

    /// <summary>True where nothing but the incidents that the link's own filters leave can be seen.</summary>
    public bool LocksFilters { get; init; }

    /// <summary>True where whoever opens the link sees all.</summary>
    public bool IsNone => this == None;

    /// <summary>True where an incident itself is told differently; locking filters only leaves some out.</summary>
    public bool ChangesIncidents => this with { LocksFilters = false } != None;

    /// <summary>Rounded coordinates with the name of the village beside them would tell it all the same.</summary>
    public bool WithholdsPlaces => CellKilometres is not null || Withholds(WithheldField.Places);

    public bool Withholds(WithheldField field) => Fields.Contains(field);
}
