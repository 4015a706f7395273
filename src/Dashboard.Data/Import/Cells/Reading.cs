namespace Dashboard.Data.Import.Cells;

/// <summary>What a cell says: a value, nothing (it is unknown), or something that cannot be meant, with the reason in words.</summary>
internal readonly record struct Reading<T>
    where T : struct
{
    private Reading(T? value, string? fault) => (Value, Fault) = (value, fault);

    /// <summary>Null when the cell is unknown or wrong.</summary>
    public T? Value { get; }

    /// <summary>What is wrong, for a person; null when nothing is.</summary>
    public string? Fault { get; }

    public bool IsUnknown => Value is null && Fault is null;

    public static Reading<T> Unknown => default;

    public static Reading<T> Of(T value) => new(value, null);

    public static Reading<T> Wrong(string fault) => new(null, fault);
}
