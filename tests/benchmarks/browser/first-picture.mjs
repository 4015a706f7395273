// When the first whole picture stood.

const NEEDED = /^\/(data|basemap)\/|\/world\.json$|^\/points\//;

/**
 * Of a page that is quiet, in milliseconds since its navigation began: `first`, when it says itself, by the mark `first picture`, that
 * everything stands, be it coarse; `refined`, the end of the last frame drawn after everything that is drawn had come. Frames that
 * are drawn once more when the circuit lives do not count.
 */
export async function pictureTimes(visit) {
  const { mark, drawn, aliveAt, origin } = await visit.page.evaluate(() => ({
    mark: performance.getEntriesByName('first picture')[0]?.startTime ?? null,
    drawn: benchmark.drawn,
    aliveAt: benchmark.aliveAt,
    origin: performance.timeOrigin,
  }));
  const cameAt = Math.max(...visit.requests.filter(({ address }) => NEEDED.test(address)).map(({ endedAt }) => endedAt - origin));
  const beforeCircuit = drawn.filter(time => time > cameAt && time <= (aliveAt ?? Infinity));
  const refined = Math.max((beforeCircuit.length > 0 ? beforeCircuit : drawn).at(-1), mark ?? 0);
  return { first: mark ?? refined, refined, origin };
}
