// The presenter's side: says what is seen here, ten times a second at most, and every two seconds that somebody is here.

import { toDegrees, toSquare, worldSize, wrapLongitude } from '../map/projection';
import { formatQuery, queryOf } from '../view/address';
import type { View } from '../view/view';
import type { Viewport } from '../view/viewport';
import type { Place } from './motion';
import { Pace } from './pace';
import { type KeptView, keepSession, type PresenterSession, readSession } from './presenter-session';
import { BRIEFING } from './shown';

const ALIVE_EVERY = 2_000; // milliseconds; without a word for six seconds followers are told

/** lost: the server does not answer. refused: this person may not present any more. */
export type Presenting = 'live' | 'paused' | 'outside' | 'lost' | 'refused' | 'ended';

export class Presenter {
  readonly #view: View;
  readonly #where: () => Viewport | null;
  readonly #changed: () => void;
  readonly #pace = new Pace(() => this.#say());
  readonly #stops: (() => void)[];
  #session: PresenterSession;
  #state: Presenting;
  #followers = 0;
  #pointer: Place | null = null;

  private constructor(view: View, where: () => Viewport | null, session: PresenterSession, changed: () => void) {
    [this.#view, this.#where, this.#session, this.#changed] = [view, where, session, changed];
    this.#state = session.hasEnded ? 'ended' : session.isPaused ? 'paused' : 'live';
    this.#stops = session.hasEnded ? [] : this.#start();
  }

  #start(): (() => void)[] {
    const alive = setInterval(() => this.#pace.nudge(), ALIVE_EVERY);
    const links = new MutationObserver(() => this.#pace.nudge());
    links.observe(document.body, { subtree: true, attributeFilter: ['query'] }); // what the browser does not know of: the order of the list
    const end = new AbortController();
    addEventListener('pointermove', this.#point, { passive: true, signal: end.signal });
    document.documentElement.addEventListener('pointerleave', () => this.#pointAt(null), { signal: end.signal });
    this.#pace.nudge();
    return [() => clearInterval(alive), () => links.disconnect(), () => end.abort(), this.#view.listen(() => this.#pace.nudge())];
  }

  /** Begins a briefing. Fails with a sentence. */
  static async begin(name: string, view: View, where: () => Viewport | null, changed: () => void): Promise<Presenter> {
    const answer = await post('/briefings', { name, ...shownHere(view, where(), null) }, null);
    if (!answer.ok) {
      throw new Error(await sentenceOf(answer));
    }
    const { token, key, presenter } = await answer.json() as { token: string; key: string; presenter: string };
    const session = { token, key, presenter, isPaused: false, hasEnded: false, kept: [] };
    keepSession(session);
    return new Presenter(view, where, session, changed);
  }

  /** Goes on after the page was opened anew; null where nothing was presented. */
  static resume(view: View, where: () => Viewport | null, changed: () => void): Presenter | null {
    const session = readSession();
    return session === null ? null : new Presenter(view, where, session, changed);
  }

  get state(): Presenting { return this.#state; }
  get followers(): number { return this.#followers; }
  get kept(): readonly KeptView[] { return this.#session.kept; }
  /** To be sent to those who are to follow. */
  get address(): string { return new URL(`/briefings/${this.#session.token}`, location.href).href; }

  pause(isPaused: boolean): void {
    this.#keep({ ...this.#session, isPaused });
    this.#become(isPaused ? 'paused' : 'live');
    this.#pace.nudge();
  }

  /** Marks the view that is seen now, under a heading. */
  keepView(heading: string): void {
    const query = formatQuery(this.#query());
    this.#keep({ ...this.#session, kept: [...this.#session.kept, { heading, query }] });
    this.#changed();
  }

  /** Makes a story of the kept views, and goes where it is written on. Fails with a sentence. */
  async tell(title: string): Promise<void> {
    const answer = await post('/briefings/story', { title, views: this.kept }, null);
    if (!answer.ok) {
      throw new Error(await sentenceOf(answer));
    }
    keepSession(null);
    location.assign(((await answer.json()) as { address: string }).address);
  }

  async end(): Promise<void> {
    this.leave();
    this.#keepWhatIsLeft();
    try {
      await post(`/briefings/${this.#session.token}/end`, {}, this.#session.key);
    } catch {
      // The server is away: it ends the briefing by itself.
    }
    this.#become('ended');
  }

  /** Forgets what was kept. */
  close(): void {
    keepSession(null);
  }

  /** Says nothing any more. */
  leave(): void {
    this.#stops.forEach(stop => stop());
    this.#pace.stop();
  }

  async #say(): Promise<void> {
    const said = this.#session.isPaused ? { isPaused: true } : shownHere(this.#view, this.#where(), this.#pointer);
    let answer: Response;
    try {
      answer = await post(`/briefings/${this.#session.token}/view`, said, this.#session.key);
    } catch {
      this.#become('lost');
      return;
    }
    if (this.#state === 'ended') {
      return;
    }
    if (answer.ok) {
      const { followers, isOutside } = await answer.json() as { followers: number; isOutside?: boolean };
      const isNews = followers !== this.#followers;
      this.#followers = followers;
      this.#become(this.#session.isPaused ? 'paused' : isOutside === true ? 'outside' : 'live');
      isNews && this.#changed();
    } else if (answer.status === 404) {
      this.leave();
      this.#keepWhatIsLeft();
      this.#become('ended');
    } else if (answer.status === 403) {
      this.#become('refused');
    } else if (answer.status === 429) {
      this.#pace.nudge();
    }
  }

  #query(): URLSearchParams {
    return queryHere(this.#view, this.#where());
  }

  #keep(session: PresenterSession): void {
    this.#session = session;
    keepSession(session);
  }

  #keepWhatIsLeft(): void {
    keepSession(this.kept.length === 0 ? null : { ...this.#session, hasEnded: true });
  }

  #become(state: Presenting): void {
    if (state !== this.#state) {
      this.#state = state;
      this.#changed();
    }
  }

  /** A finger covers what it points at, and lies where it last was: only what hovers points. */
  readonly #point = (event: PointerEvent): void => {
    const stage = event.target instanceof Element ? event.target.closest('.map-stage') : null;
    const where = this.#where();
    if (stage === null || where === null || event.pointerType === 'touch') {
      this.#pointAt(null);
      return;
    }
    const { left, top, width, height } = stage.getBoundingClientRect();
    this.#pointAt(placeAt(event.clientX - left - width / 2, event.clientY - top - height / 2, where));
  };

  #pointAt(place: Place | null): void {
    if (place !== null || this.#pointer !== null) {
      this.#pointer = place;
      this.#pace.nudge();
    }
  }
}

/** The place so many pixels from the middle of the map. */
export function placeAt(x: number, y: number, where: Viewport): Place {
  const middle = toSquare(where.lat, where.lon);
  const size = worldSize(where.zoom);
  const { lat, lon } = toDegrees({ x: middle.x + x / size, y: middle.y + y / size });
  return { lat, lon: wrapLongitude(lon) };
}

function shownHere(view: View, where: Viewport | null, pointer: Place | null): object {
  const map = document.querySelector('incident-map');
  return {
    query: queryHere(view, where).toString(),
    pointer: pointer === null ? null : [pointer.lat, pointer.lon],
    size: map === null || map.clientWidth === 0 ? null : [map.clientWidth, map.clientHeight],
  };
}

/** With the map's place even where nobody moved it: a follower's map is of another size, and would open elsewhere. */
function queryHere(view: View, where: Viewport | null): URLSearchParams {
  const query = queryOf(view, where ?? view.viewport, location.search);
  query.delete(BRIEFING);
  query.delete('lines');
  return query;
}

function post(address: string, body: object, key: string | null): Promise<Response> {
  return fetch(address, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...(key === null ? {} : { 'Briefing-Key': key }) } });
}

async function sentenceOf(answer: Response): Promise<string> {
  try {
    return ((await answer.json()) as { detail?: string }).detail ?? 'The server refused.';
  } catch {
    return 'The server refused.';
  }
}
