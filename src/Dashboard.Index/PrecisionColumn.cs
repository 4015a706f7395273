using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>How precisely each incident is located, in metres; NaN where nobody says, which meets no demand.</summary>
internal sealed class PrecisionColumn
{
    private readonly ValueColumn _metres;

    /// <param name="metres">By row.</param>
    public PrecisionColumn(double[] metres)
        : this(new ValueColumn(Array.ConvertAll(metres, BitConverter.DoubleToInt64Bits)))
    {
    }

    private PrecisionColumn(ValueColumn metres) => _metres = metres;

    /// <summary>The rows known at least this precisely; null when nothing is asked.</summary>
    public Bitmap? AtLeast(double? asked) => asked is not { } limit
        ? null
        : _metres.Where([.. _metres.Values.ToArray().Select(metres => BitConverter.Int64BitsToDouble(metres) <= limit)]);

    public static PrecisionColumn Read(IndexReader reader) => new(ValueColumn.Read(reader));

    public void Write(IndexWriter writer) => _metres.Write(writer);
}
