// The follower's side: hears what the presenter shows, and shows it here until the person does something themselves.

import { formatQuery, mapInWords, withValues } from '../view/address';
import type { View } from '../view/view';
import type { Viewport } from '../view/viewport';
import { LedView } from './led-view';
import { listenToOwnGestures } from './own-gestures';
import { askPage } from './page-query';
import { PointerRing } from './pointer-ring';
import { askedOf, BRIEFING, placeOf, type Shown } from './shown';

const ASK_AGAIN = 3_000; // milliseconds
const LEAD_BACK = ['window', 'viewport', 'selection', 'mode', 'colour'];

/** lost: no connection, it is tried again. none: there is no such briefing, or none any more. ended: while it was followed. */
export type Following = 'joining' | 'following' | 'apart' | 'lost' | 'none' | 'ended';

type Line = 'joining' | 'open' | 'lost' | 'none' | 'ended';

export class Follower {
  readonly #token: string;
  readonly #view: View;
  readonly #changed: () => void;
  readonly #ring = new PointerRing();
  readonly #led: LedView;
  readonly #stops: (() => void)[];
  #events: EventSource | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;
  #shown: Shown | null = null;
  #isApart = false;
  #line: Line = 'joining';

  constructor(token: string, view: View, where: () => Viewport | null, changed: () => void) {
    [this.#token, this.#view, this.#changed] = [token, view, changed];
    this.#led = new LedView(view, where, pointer => this.#ring.show(pointer, where(), this.#shown?.presenter ?? ''));
    this.#stops = [
      listenToOwnGestures(() => this.#part()),
      view.listen((change, phase) => phase === 'adopted' && LEAD_BACK.includes(change) && this.#adopted()),
    ];
    this.#connect();
  }

  get state(): Following {
    return this.#line === 'open' ? this.#isApart ? 'apart' : 'following' : this.#line;
  }

  get shown(): Shown | null { return this.#shown; }

  /** Follows again. */
  rejoin(): void {
    this.#isApart = false;
    this.#show();
    this.#changed();
  }

  /** Follows no more: what is seen is an ordinary view. */
  leave(): void {
    this.#stop();
    this.#stops.forEach(stop => stop());
    history.replaceState(history.state, '', location.pathname + formatQuery(withValues(location.search, { [BRIEFING]: null })));
  }

  /** The page goes: the address stays as it is. */
  dispose(): void {
    this.#stop();
    this.#stops.forEach(stop => stop());
  }

  #stop(): void {
    clearTimeout(this.#again);
    this.#events?.close();
    this.#events = null;
    this.#led.stop();
    this.#ring.dispose();
  }

  #connect(): void {
    const events = new EventSource(`/briefings/${encodeURIComponent(this.#token)}/events`);
    this.#events = events;
    events.onmessage = message => this.#heard(JSON.parse(message.data) as Shown);
    events.onerror = () => events.readyState === EventSource.CLOSED ? void this.#closed() : this.#become('lost');
  }

  /** The browser tries again by itself, except where it was told that there is nothing. */
  async #closed(): Promise<void> {
    if (await isGone(this.#token)) {
      this.#stop();
      this.#become('none');
    } else if (this.#events !== null) {
      this.#become('lost');
      this.#again = setTimeout(() => this.#connect(), ASK_AGAIN);
    }
  }

  #heard(shown: Shown): void {
    const isNews = shown.standing !== this.#shown?.standing || shown.presenter !== this.#shown.presenter;
    this.#shown = shown;
    if (shown.standing === 'Ended') {
      this.#events?.close();
      this.#isApart ? this.#keepKey() : this.#show();
      this.#become('ended');
      return;
    }
    this.#isApart || this.#show();
    this.#become('open');
    isNews && this.#changed();
  }

  #show(): void {
    const shown = this.#shown;
    if (shown === null) {
      return;
    }
    const viewport = placeOf(shown, mapSize());
    this.#keepKey();
    if (askedOf(location.search) !== askedOf(shown.query)) {
      const query = withValues(shown.query, { map: viewport === null ? null : mapInWords(viewport), [BRIEFING]: this.#key });
      askPage(formatQuery(query), () => this.#isApart || this.#show());
    }
    this.#led.goTo({
      viewport,
      window: { from: shown.from, to: shown.to },
      pointer: shown.pointer === null ? null : { lat: shown.pointer[0], lon: shown.pointer[1] },
    });
    this.#view.lead(() => {
      this.#view.setMode(shown.mode);
      this.#view.setColour(shown.colour);
      this.#view.setRelationView(shown.relations);
      this.#view.select(shown.selected);
    });
  }

  /** The page said what the presenter showed when it was asked; since then they went on. */
  #adopted(): void {
    if (this.state === 'following') {
      queueMicrotask(() => this.state === 'following' && this.#show());
    }
  }

  #part(): void {
    if (this.state === 'following') {
      this.#isApart = true;
      this.#led.stop();
      this.#changed();
    }
  }

  /** What a reload has to come back to; what is left of a briefing that ended is an ordinary view. */
  get #key(): string | null { return this.#shown?.standing === 'Ended' ? null : this.#token; }

  /** The page writes addresses without it. */
  #keepKey(): void {
    if (new URLSearchParams(location.search).get(BRIEFING) !== this.#key) {
      history.replaceState(history.state, '', location.pathname + formatQuery(withValues(location.search, { [BRIEFING]: this.#key })));
    }
  }

  #become(line: Line): void {
    if (line !== this.#line) {
      this.#line = line;
      this.#changed();
    }
  }
}

/** The page is not here where the map is not. */
function mapSize(): { width: number; height: number } {
  const map = document.querySelector('incident-map');
  return { width: map?.clientWidth ?? 0, height: map?.clientHeight ?? 0 };
}

async function isGone(token: string): Promise<boolean> {
  try {
    // Where readers need a link, what is not there is closed to them like everything else.
    return [403, 404].includes((await fetch(`/briefings/${encodeURIComponent(token)}`, { method: 'HEAD', redirect: 'manual' })).status);
  } catch {
    return false;
  }
}
