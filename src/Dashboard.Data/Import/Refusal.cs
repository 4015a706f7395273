namespace Dashboard.Data.Import;

/// <summary>Why one row of a file was not taken. The others are not touched by it.</summary>
/// <param name="Line">The line of the file where the row begins, from 1.</param>
/// <param name="Column">The column or property, as the file calls it; empty where it is the row as a whole.</param>
/// <param name="Value">What stands there, shortened to 200 characters; empty where nothing does.</param>
/// <param name="Reason">What is wrong with it and what to do, for a person: "latitude 91 is beyond the pole; it goes from -90 to 90".</param>
public sealed record Refusal(long Line, string Column, string Value, string Reason);
