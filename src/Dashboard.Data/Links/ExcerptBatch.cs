using System.Buffers;
using System.Text;
using Dashboard.Data.Documents;
using Dashboard.Data.Text;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Links;

/// <summary>
/// Some hundred incidents as an excerpt will have them, on their way from the thread that tells them to the one that writes them: handing
/// them over one by one would cost more than writing them.
/// </summary>
internal sealed class ExcerptBatch
{
    private const int MostRows = 256;

    private const int FewBytes = 1 << 20;

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 18);
    private readonly List<Row> _rows = new(MostRows);

    public bool IsFull => _rows.Count == MostRows || _bytes.WrittenCount > FewBytes;

    public IReadOnlyList<Row> Rows => _rows;

    /// <param name="dataset">Its number in the excerpt.</param>
    /// <param name="claims">Of this incident.</param>
    /// <param name="words">What it is found by.</param>
    /// <param name="columns">Takes in the names of the incident's attributes.</param>
    public void Add(long dataset, Incident incident, IReadOnlyList<Claim> claims, IndexedWords words, ColumnNames columns)
    {
        var point = incident.Geometry?.DrawnPoints.Select(point => (GeoPoint?)point).FirstOrDefault();
        var row = new Row
        {
            Dataset = dataset,
            IsLead = incident.IsLead,
            Start = incident.Occurrence?.Start.ToUnixTimeMilliseconds(),
            Latitude = point?.Latitude,
            Longitude = point?.Longitude,
            Id = Keep(incident.Id),
            Slug = Keep(incident.Slug),
            Title = Keep(incident.Title),
            Prose = Keep(words.Prose),
            Names = Keep(words.Names),
            Document = Keep(incident, claims, columns),
        };
        _rows.Add(row with { Fingerprint = IncidentDocument.Fingerprint(this[row.Document]) });
    }

    public ReadOnlySpan<byte> this[Range text] => _bytes.WrittenSpan[text];

    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _rows.Clear();
    }

    private Range Keep(ReadOnlySpan<char> text)
    {
        var start = _bytes.WrittenCount;
        Encoding.UTF8.GetBytes(text, _bytes);
        return start.._bytes.WrittenCount;
    }

    private Range Keep(Incident incident, IReadOnlyList<Claim> claims, ColumnNames columns)
    {
        var start = _bytes.WrittenCount;
        IncidentDocument.Write(_bytes, incident, claims, columns);
        return start.._bytes.WrittenCount;
    }

    /// <summary>One incident; its texts are where the ranges say.</summary>
    public readonly record struct Row
    {
        public required long Dataset { get; init; }

        public required bool IsLead { get; init; }

        public long Fingerprint { get; init; }

        public required long? Start { get; init; }

        public required double? Latitude { get; init; }

        public required double? Longitude { get; init; }

        public required Range Id { get; init; }

        public required Range Slug { get; init; }

        public required Range Title { get; init; }

        public required Range Prose { get; init; }

        public required Range Names { get; init; }

        public required Range Document { get; init; }
    }
}
