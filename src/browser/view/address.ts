// The address bar is always the whole view. Moves rewrite it in place, choices make a history entry that Back undoes.

import { whenIdle } from '../page/when-idle';
import { formatEnd, formatStart } from './window';
import type { Change, Phase, View, Viewport } from './view';

/**
 * Milliseconds, while something moves: at each the browser asks for the page's icon anew, which costs more than a frame, and it
 * refuses more than about 100 in 30 s. What a press or a leave needs is written before it.
 */
const WRITE_EVERY = 10_000;
/** Milliseconds from the end of a move of the map: the browser and the page have more work with its address than the map with its picture. */
const WRITE_AFTER = 250;

export class Address {
  #moved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The address of the end of a move, while it is still to be written and told. */
  #place: string | null = null;
  readonly #view: View;
  readonly #settled: (query: string) => void;
  readonly #isGuest: boolean;

  /** `settled` hears the query of every address that the page should know of; a guest in another page leaves that page's history alone. */
  constructor(view: View, settled: (query: string) => void, isGuest = false) {
    this.#view = view;
    this.#isGuest = isGuest;
    this.#settled = settled;
    view.listen((change, phase) => this.#changed(change, phase));
    for (const type of ['pointerdown', 'click', 'pagehide']) {
      addEventListener(type, () => this.#timer !== undefined && this.#write(), { capture: true });
    }
  }

  #changed(change: Change, phase: Phase): void {
    if (phase === 'adopted' || !['window', 'selection', 'viewport', 'mode', 'colour', 'relations'].includes(change)) {
      return;
    }
    this.#place === null || this.#write();
    const isChoice = change !== 'viewport';
    if (isChoice && !this.#moved && !this.#isGuest && !this.#view.isLed) {
      history.pushState(history.state, '', this.#current());
      this.#moved = phase === 'moving';
    }
    if (phase === 'moving') {
      // In a moment that no frame needs: to the browser another address is much work.
      this.#timer ??= this.#writeAfter(WRITE_EVERY);
      return;
    }
    this.#place = this.#current();
    if (isChoice) {
      this.#moved = false;
      this.#write();
    } else {
      clearTimeout(this.#timer);
      this.#timer = this.#writeAfter(WRITE_AFTER);
    }
  }

  #writeAfter(milliseconds: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => whenIdle(() => this.#timer !== undefined && this.#write()), milliseconds);
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const place = this.#place;
    this.#place = null;
    history.replaceState(history.state, '', place ?? this.#current());
    if (place !== null) {
      this.#settled(location.search);
    }
  }

  #current(): string {
    return location.pathname + formatQuery(queryOf(this.#view, this.#view.viewport, location.search));
  }
}

/** A query with what the browser knows of the view by now; the rest is left as it is. */
export function queryOf(view: View, viewport: Viewport | null, query: string): URLSearchParams {
  const { window, selected, mode, colour, relationView } = view;
  return withValues(query, {
    from: window.from === null ? null : formatStart(window.from),
    to: window.to === null ? null : formatEnd(window.to),
    map: viewport === null ? null : mapInWords(viewport),
    sel: selected,
    mode: mode === 'window' ? null : mode,
    colour: colour === 'kind' ? null : colour,
    relations: relationView === 'selection' ? null : relationView,
  });
}

/** A place of the map as an address writes it. */
export function mapInWords({ lat, lon, zoom }: Viewport): string {
  return `${round(lat, 5)},${round(lon, 5)},${round(zoom, 2)}`;
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
