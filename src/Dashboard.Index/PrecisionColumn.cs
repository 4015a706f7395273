using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>How precisely each incident is located, in metres; NaN where nobody says, which meets no demand.</summary>
internal sealed class PrecisionColumn
{
    private readonly ValueColumn _metres;

    /// <param name="metres">By row, as the bits of the numbers.</param>
    public PrecisionColumn(ValueColumn metres) => _metres = metres;

    /// <summary>The rows known at least this precisely; null when nothing is asked.</summary>
    public Bitmap? AtLeast(double? asked) => asked is not { } limit
        ? null
        : _metres.Where([.. _metres.Values.ToArray().Select(metres => BitConverter.Int64BitsToDouble(metres) <= limit)]);

    public static PrecisionColumn Read(IndexReader reader) => new(ValueColumn.Read(reader));

    public void Write(IndexWriter writer) => _metres.Write(writer);
}
