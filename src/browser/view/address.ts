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

/** What of the view stands in the address, and under which keys. */
const WORDS: Partial<Record<Change, (view: View, viewport: Viewport | null) => Record<string, string | null>>> = {
  window: ({ window: { from, to } }) => ({ from: from === null ? null : formatStart(from), to: to === null ? null : formatEnd(to) }),
  viewport: (_, viewport) => ({ map: viewport === null ? null : mapInWords(viewport) }),
  selection: ({ selected }) => ({ sel: selected }),
  mode: ({ mode }) => ({ mode: mode === 'window' ? null : mode }),
  colour: ({ colour }) => ({ colour: colour === 'kind' ? null : colour }),
  relations: ({ relationView }) => ({ relations: relationView === 'selection' ? null : relationView }),
};

export class Address {
  /** What differs from the address by now. Only that is written: the rest may have another address since, of which the view has yet to hear. */
  readonly #changes = new Set<Change>();
  #isMoving = false;
  /** True while the end of a move of the map is still to be written and told. */
  #hasArrived = false;
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
    for (const type of ['pointerdown', 'click', 'pagehide']) {
      addEventListener(type, () => this.#timer !== undefined && this.#write(), { capture: true });
    }
    addEventListener('popstate', () => this.#leave(), { capture: true });
  }

  #changed(change: Change, phase: Phase): void {
    if (phase === 'adopted' || !(change in WORDS)) {
      return;
    }
    this.#hasArrived && this.#write();
    this.#changes.add(change);
    const isChoice = change !== 'viewport';
    if (isChoice && !this.#isMoving && !this.#isGuest && !this.#view.isLed) {
      history.pushState(history.state, '', this.#current());
      this.#isMoving = phase === 'moving';
    }
    if (phase === 'moving') {
      // In a moment that no frame needs: to the browser another address is much work.
      this.#timer ??= this.#writeAfter(WRITE_EVERY);
      return;
    }
    this.#hasArrived = true;
    if (isChoice) {
      this.#isMoving = false;
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
    const hasArrived = this.#hasArrived;
    history.replaceState(history.state, '', this.#current());
    this.#forget();
    if (hasArrived) {
      this.#settled(location.search);
    }
  }

  /** Back or Forward: what was not written yet belongs to the address that was left. */
  #leave(): void {
    this.#isMoving = false;
    this.#forget();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#hasArrived = false;
    this.#changes.clear();
  }

  #current(): string {
    return location.pathname + formatQuery(withValues(location.search, inWords(this.#changes, this.#view, this.#view.viewport)));
  }
}

/** A query with what the browser knows of the view by now; the rest is left as it is. */
export function queryOf(view: View, viewport: Viewport | null, query: string): URLSearchParams {
  return withValues(query, inWords(Object.keys(WORDS) as Change[], view, viewport));
}

function inWords(changes: Iterable<Change>, view: View, viewport: Viewport | null): Record<string, string | null> {
  return Object.assign({}, ...[...changes].map(change => WORDS[change]?.(view, viewport)));
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
