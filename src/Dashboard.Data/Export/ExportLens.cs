namespace Dashboard.Data.Export;

/// <summary>Whose account an export tells beside the record.</summary>
/// <param name="Id">Of the actor or the source.</param>
/// <param name="Actors">The actors whose claims are part of it: itself and everybody below it; null for a source, whose claims are those read in it.</param>
public sealed record ExportLens(string Id, IReadOnlySet<string>? Actors);
