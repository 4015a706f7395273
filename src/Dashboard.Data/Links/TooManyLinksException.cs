namespace Dashboard.Data.Links;

/// <summary>There are as many plain links as are kept, and all of them may be in use.</summary>
public sealed class TooManyLinksException() : Exception("This server keeps no more short links. The address of the view itself can be sent instead; it shows the same.");
