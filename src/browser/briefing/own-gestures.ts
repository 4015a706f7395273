// Whether the person in front of the page does something with the view themselves: on the map, the timeline, the filters.

const ROOMS = 'incident-map, incident-timeline';
const TAKES_TEXT = 'input, textarea, select, [contenteditable]';
const NO_VIEW = 'live-briefing, dialog, [role=dialog]';
const KEYS = new Set(['ArrowLeft', 'ArrowRight', '[', ']', ' ', 'f', 'r', 'p', ',', '.']);
const ROOM_KEYS = new Set(['ArrowUp', 'ArrowDown', 'Enter', '+', '-', '=', '_', 'Home', 'End', 'PageUp', 'PageDown']);

/** Listens; the answer stops listening. */
export function listenToOwnGestures(gesture: () => void): () => void {
  const end = new AbortController();
  const early = { capture: true, passive: true, signal: end.signal };
  const inRoom = (event: Event): void => void (isIn(event, ROOMS) && gesture());
  addEventListener('pointerdown', inRoom, early);
  addEventListener('wheel', inRoom, early);
  addEventListener('click', event => isChoice(event) && gesture(), early);
  addEventListener('input', event => isIn(event, '.explore') && !isIn(event, NO_VIEW) && gesture(), early);
  addEventListener('submit', event => isIn(event, '.explore') && !isIn(event, NO_VIEW) && gesture(), early);
  addEventListener('keydown', event => isKey(event) && gesture(), early);
  addEventListener('popstate', gesture, early);
  return () => end.abort();
}

function isIn(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

/** Every choice is a link to a view, or a step of a chain. */
function isChoice(event: MouseEvent): boolean {
  if (!(event.target instanceof Element) || isIn(event, NO_VIEW)) {
    return false;
  }
  const link = event.target.closest<HTMLAnchorElement>('a[href]');
  return link === null ? isIn(event, '[data-chain]') : link.origin === location.origin && link.pathname === location.pathname && link.hash === '';
}

function isKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isIn(event, TAKES_TEXT) || isIn(event, NO_VIEW)) {
    return false;
  }
  return KEYS.has(event.key.length === 1 ? event.key.toLowerCase() : event.key) || ROOM_KEYS.has(event.key) && isIn(event, ROOMS);
}
