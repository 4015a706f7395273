using Dashboard.Domain;

namespace Dashboard.Data.Import;

/// <summary>What the beginning of a file tells: its layout, and what to ask the person before it is read whole.</summary>
public sealed record Recognition
{
    public required Codebook Codebook { get; init; }

    /// <summary>For people: "UCDP GED, 49 columns, without a header".</summary>
    public required string Layout { get; init; }

    /// <summary>How the text is written down; null for GeoJSON.</summary>
    public required TableShape? Table { get; init; }

    /// <summary>The dataset that the rows would go to, as far as file and codebook tell: coverage unknown, licence of the codebook.</summary>
    public required DatasetDescription Dataset { get; init; }

    /// <summary>For <see cref="Codebook.Table"/>: what the columns seem to mean, for the person to correct; otherwise null.</summary>
    public required Mapping? Mapping { get; init; }
}

/// <summary>How a table is written down.</summary>
/// <param name="Delimiter">Comma, semicolon, tab or bar.</param>
/// <param name="Encoding">Its web name: utf-8, utf-16, windows-1252 …</param>
/// <param name="HasHeader">True when the first row names the columns.</param>
/// <param name="Columns">Their names, made distinct; "Column 3" without a header.</param>
/// <param name="FirstRows">At most twenty rows after the header, cell by cell, for the person to look at.</param>
public sealed record TableShape(char Delimiter, string Encoding, bool HasHeader, ValueList<string> Columns, ValueList<ValueList<string>> FirstRows);
