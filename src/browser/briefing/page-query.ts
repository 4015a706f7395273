// Asks the page for another view, as a link to it would: within its circuit, or by opening it.

interface Navigating {
  navigateTo(address: string, options: { replaceHistoryEntry: boolean }): void;
}

const LOOK_AGAIN = 200; // milliseconds
const PATIENCE = 10_000; // until a page that gets no circuit is opened anew

let waiting: ReturnType<typeof setTimeout> | undefined;
let since: number | null = null;

/** `again` is called where the page cannot be asked yet. */
export function askPage(query: string, again: () => void): void {
  clearTimeout(waiting);
  const blazor = (globalThis as { Blazor?: Partial<Navigating> }).Blazor;
  const isLost = document.querySelector('connection-state[data-lost]') !== null;
  if (!isLost && document.querySelector('[data-circuit=alive]') !== null && blazor?.navigateTo !== undefined) {
    since = null;
    blazor.navigateTo(`/${query}`, { replaceHistoryEntry: true });
    return;
  }
  since ??= performance.now();
  if (!isLost && performance.now() - since > PATIENCE) {
    location.replace(`/${query}`);
  } else {
    waiting = setTimeout(again, LOOK_AGAIN);
  }
}
