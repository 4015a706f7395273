// When the first whole picture stood.

const NEEDED = /^\/(data|basemap)\/|\/world\.json$|^\/points\//;

/**
 * Milliseconds since the navigation began, of a page that is quiet: its own mark `first picture`, or, where it sets none, the end of the
 * last frame drawn after everything that is drawn had come; frames that are drawn once more when the circuit lives do not count.
 */
export async function firstPicture(visit) {
  const { mark, drawn, aliveAt, origin } = await visit.page.evaluate(() => ({
    mark: performance.getEntriesByName('first picture')[0]?.startTime ?? null,
    drawn: benchmark.drawn,
    aliveAt: benchmark.aliveAt,
    origin: performance.timeOrigin,
  }));
  if (mark !== null) {
    return { time: mark, isMarked: true, origin };
  }
  const cameAt = Math.max(...visit.requests.filter(({ address }) => NEEDED.test(address)).map(({ endedAt }) => endedAt - origin));
  const beforeCircuit = drawn.filter(time => time > cameAt && time <= (aliveAt ?? Infinity));
  return { time: (beforeCircuit.length > 0 ? beforeCircuit : drawn).at(-1), isMarked: false, origin };
}
