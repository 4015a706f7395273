namespace Dashboard.Index;

/// <summary>How many people some incidents killed and injured, from the lowest to the highest credible figure.</summary>
public sealed record TollBands(TollBand Killed, TollBand Injured);

/// <summary>
/// Sums over incidents of the lowest and the highest credible figure of each: the record's reading, and claims about the
/// whole that were not contradicted, found unsupported, retracted or superseded.
/// </summary>
/// <param name="Low">A figure without a low counts with its high.</param>
/// <param name="High">A figure without a high counts with its low.</param>
/// <param name="OrMore">True where the highest figure of any of the incidents is a least.</param>
/// <param name="WithFigure">How many incidents have a credible figure.</param>
/// <param name="WithoutFigure">How many have none.</param>
/// <param name="Contested">In how many credible claims differ, or a claim was disputed or contradicted.</param>
/// <param name="Lens">What the lens alone says; null without a lens.</param>
public sealed record TollBand(long Low, long High, bool OrMore, int WithFigure, int WithoutFigure, int Contested, LensTotal? Lens);

/// <summary>The sum of a lens's own credible figures about the whole.</summary>
/// <param name="Low">Null when it gives no figure.</param>
/// <param name="High">As <paramref name="Low"/>.</param>
/// <param name="OrMore">As of <see cref="TollBand"/>.</param>
/// <param name="Incidents">For how many incidents it gives one.</param>
public sealed record LensTotal(long? Low, long? High, bool OrMore, int Incidents);
