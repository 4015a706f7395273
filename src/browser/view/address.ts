// The address bar is always the whole view. Moves rewrite it in place, choices make a history entry that Back undoes.

import { formatEnd, formatStart } from './window';
import type { Change, Phase, View } from './view';

const WRITE_EVERY = 1000; // milliseconds; browsers refuse more than about 100 history calls in 30 s, and ask for the page's icon at each

export class Address {
  #moved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #view: View;
  readonly #settled: (query: string) => void;
  readonly #isGuest: boolean;

  /** `settled` hears the query of every address that the page should know of; a guest in another page leaves that page's history alone. */
  constructor(view: View, settled: (query: string) => void, isGuest = false) {
    this.#view = view;
    this.#isGuest = isGuest;
    this.#settled = settled;
    view.listen((change, phase) => this.#changed(change, phase));
  }

  #changed(change: Change, phase: Phase): void {
    if (phase === 'adopted' || !['window', 'selection', 'viewport', 'mode', 'colour', 'relations'].includes(change)) {
      return;
    }
    const isChoice = change !== 'viewport';
    if (isChoice && !this.#moved && !this.#isGuest) {
      history.pushState(history.state, '', this.#current());
      this.#moved = phase === 'moving';
    }
    if (phase === 'moving') {
      this.#timer ??= setTimeout(() => whenIdle(() => this.#timer !== undefined && this.#write()), WRITE_EVERY);
      return;
    }
    if (isChoice) {
      this.#moved = false;
    }
    this.#write();
    this.#settled(location.search);
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    history.replaceState(history.state, '', this.#current());
  }

  #current(): string {
    const { window, viewport, selected, mode, colour, relationView } = this.#view;
    return location.pathname + formatQuery(withValues(location.search, {
      from: window.from === null ? null : formatStart(window.from),
      to: window.to === null ? null : formatEnd(window.to),
      map: viewport === null ? null : `${round(viewport.lat, 5)},${round(viewport.lon, 5)},${round(viewport.zoom, 2)}`,
      sel: selected,
      mode: mode === 'window' ? null : mode,
      colour: colour === 'kind' ? null : colour,
      relations: relationView === 'selection' ? null : relationView,
    }));
  }
}

/** In a moment that no frame needs: to the browser another address is much work. */
function whenIdle(work: () => void): void {
  'requestIdleCallback' in globalThis ? requestIdleCallback(work, { timeout: WRITE_EVERY }) : work();
}

/** A query with some keys set, or removed where the value is null; the others keep their place. */
export function withValues(query: string, values: Record<string, string | null>): URLSearchParams {
  const parameters = new URLSearchParams(query);
  for (const [key, value] of Object.entries(values)) {
    if (value === null) {
      parameters.delete(key);
    } else {
      parameters.set(key, value);
    }
  }
  return parameters;
}

/**
 * Carries the choice that a link makes over to where the browser is by now. A link is written from what the page knew
 * (`known`); what differs between the two is the choice.
 */
export function rebase(link: string, known: string, current: string): URLSearchParams {
  const wanted = new URLSearchParams(link);
  const before = new URLSearchParams(known);
  const result = new URLSearchParams(current);
  for (const key of new Set([...wanted.keys(), ...before.keys()])) {
    const values = wanted.getAll(key);
    if (values.join('\n') !== before.getAll(key).join('\n')) {
      result.delete(key);
      values.forEach(value => result.append(key, value));
    }
  }
  return result;
}

/** A query string that people can read: commas, colons and slashes stay as they are. */
export function formatQuery(parameters: URLSearchParams): string {
  const text = [...parameters].map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&');
  return text === '' ? '' : `?${text}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2F/g, '/');
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
