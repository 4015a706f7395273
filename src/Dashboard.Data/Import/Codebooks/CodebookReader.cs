using Dashboard.Domain;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>Which reader goes with which codebook.</summary>
internal static class CodebookReader
{
    /// <returns>Reads the row that the table stands at.</returns>
    public static Func<FileContent> Of(Codebook codebook, RowCells row, int columns, DatasetDescription dataset) => codebook switch
    {
        Codebook.UcdpGed => new UcdpGed(row, columns, dataset).Read,
        _ => throw new UnreadableFileException(FileFault.NeedsAnswer, "say what the columns mean"),
    };
}
