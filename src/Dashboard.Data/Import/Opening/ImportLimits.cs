namespace Dashboard.Data.Import.Opening;

/// <summary>What a file may be, so that nothing in it can fill the memory.</summary>
internal static class ImportLimits
{
    /// <summary>How much of a file is looked at before it is read.</summary>
    public const int HeadBytes = 1 << 20;

    /// <summary>What an archive may unpack to.</summary>
    public const long UnpackedBytes = 4L << 30;

    /// <summary>How many times its own size an archive may unpack to; up to <see cref="AlwaysUnpackedBytes"/> it may be more.</summary>
    public const int UnpackedTimes = 200;

    public const long AlwaysUnpackedBytes = 10 << 20;

    public const int CellCharacters = 1 << 20;

    public const int RecordCharacters = 16_000_000;

    /// <summary>Delimiters in one row; a row beyond it is no row of any table that has at most <see cref="Columns"/>.</summary>
    public const int RecordDelimiters = 1_000_000;

    public const int Columns = 2_000;
}
