// Says when everything that the page has to show stands for the first time, in the browser's own record of times: whoever measures finds
// it there as the mark `first picture`.

export type PagePart = 'map' | 'timeline';

const missing = new Set<PagePart>(['map', 'timeline']);

/** A part has drawn all that it has, or does so in the next frame; the mark stands in the frame after the last of them. */
export function stands(part: PagePart): void {
  if (missing.delete(part) && missing.size === 0) {
    requestAnimationFrame(() => performance.mark('first picture'));
  }
}
