using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// How precisely something of each incident is known, as a number that is smaller for what is known better; NaN where
/// nobody says, which meets no demand. The usual demands are answered at once.
/// </summary>
internal sealed class PrecisionColumn
{
    private readonly ValueColumn _values;
    private readonly IReadOnlyList<double> _usual;
    private readonly Lazy<Bitmap[]> _meetingUsual;

    /// <param name="values">By row, as the bits of the numbers.</param>
    /// <param name="usual">The demands that are asked again and again.</param>
    public PrecisionColumn(ValueColumn values, IReadOnlyList<double> usual)
    {
        (_values, _usual) = (values, usual);
        _meetingUsual = new Lazy<Bitmap[]>(() => [.. usual.Select(Meeting)]);
    }

    /// <summary>The rows known at least this well; null when nothing is asked.</summary>
    public Bitmap? AtLeast(double? asked) => asked is not { } limit ? null
        : _usual.Index().FirstOrDefault(usual => usual.Item == limit, (-1, 0)).Index is var index and >= 0 ? _meetingUsual.Value[index]
        : Meeting(limit);

    public static PrecisionColumn Read(IndexReader reader, IReadOnlyList<double> usual) => new(ValueColumn.Read(reader), usual);

    public void Write(IndexWriter writer) => _values.Write(writer);

    private Bitmap Meeting(double limit) => _values.Where([.. _values.Values.ToArray().Select(value => BitConverter.Int64BitsToDouble(value) <= limit)]);
}
