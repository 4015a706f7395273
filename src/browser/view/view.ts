// The one state that map and timeline share. They never talk to each other: each changes the view, each hears of changes.

import { isInWindow, MarksSource, type Clock, type Mark, type Marks } from './marks';
import { type ColourBy, type Dataset, Signs } from './signs';
import { ALL_TIME, sameWindow, type TimeWindow } from './window';

/** window: slides; cumulative: all since its start; trailing: slides, and what is older fades. */
export type PlayMode = 'window' | 'cumulative' | 'trailing';

export interface Viewport {
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
}

/** moving: a frame of a gesture. settled: the gesture ended. adopted: the page said so, nobody need tell it. */
export type Phase = 'moving' | 'settled' | 'adopted';

export type Change = 'marks' | 'state' | 'window' | 'selection' | 'hover' | 'viewport' | 'clock' | 'mode' | 'colour' | 'theme';

/** loading: nothing to show yet or something newer on its way; failed: what is shown may be old, `retry` asks again. */
export type Loading = 'loading' | 'ready' | 'failed';

export class View {
  #marks: Marks | null = null;
  #bySlug = new Map<string, Mark>();
  #loading: Loading = 'loading';
  #reason = '';
  #address: string | null = null;
  #window: TimeWindow = ALL_TIME;
  #selected: string | null = null;
  #hovered: string | null = null;
  #viewport: Viewport | null = null;
  #clock: Clock = 'utc';
  #mode: PlayMode = 'window';
  #signs = new Signs();
  readonly #source = new MarksSource();
  readonly #listeners = new Set<(change: Change, phase: Phase) => void>();

  get marks(): Marks | null { return this.#marks; }
  get loading(): Loading { return this.#loading; }
  /** Why loading failed, where the server said so. */
  get reason(): string { return this.#reason; }
  get window(): TimeWindow { return this.#window; }
  get selected(): string | null { return this.#selected; }
  get hovered(): string | null { return this.#hovered; }
  get viewport(): Viewport | null { return this.#viewport; }
  get clock(): Clock { return this.#clock; }
  get mode(): PlayMode { return this.#mode; }
  get colour(): ColourBy { return this.#signs.by; }
  /** All that there are, in the order in which they came. */
  get datasets(): readonly Dataset[] { return this.#signs.datasets; }
  /** How marks look. */
  get signs(): Signs { return this.#signs; }

  /** The title of a dataset, by its slug. */
  titleOf(slug: string): string {
    return this.datasets.find(dataset => dataset.slug === slug)?.title ?? slug;
  }

  find(slug: string | null): Mark | null {
    return slug === null ? null : this.#bySlug.get(slug) ?? null;
  }

  isInWindow(mark: Mark): boolean {
    return isInWindow(mark, this.#window);
  }

  /** How strongly a mark is drawn, 0 (outside the window) to 1: in trailing mode what is older is fainter, never gone. */
  emphasis(mark: Mark): number {
    if (!this.isInWindow(mark)) {
      return 0;
    }
    const { from, to } = this.#window;
    if (this.#mode !== 'trailing' || from === null || to === null || mark.start === null) {
      return 1;
    }
    const latest = Math.min(mark.spanEnd ?? to, to);
    return 0.3 + 0.7 * Math.min(1, Math.max(0, (latest - from) / (to - from)));
  }

  /** How many incidents the window holds now, and how many leads. */
  count(): { incidents: number; leads: number } {
    const counts = { incidents: 0, leads: 0 };
    for (const mark of this.#marks?.incidents ?? []) {
      if (this.isInWindow(mark)) {
        mark.lead ? counts.leads++ : counts.incidents++;
      }
    }
    return counts;
  }

  /** Listens to changes; the answer stops listening. */
  listen(listener: (change: Change, phase: Phase) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Loads the marks at an address; the ones shown stay until the new ones are there. */
  async load(address: string): Promise<void> {
    if (address === this.#address && this.#loading !== 'failed') {
      return;
    }
    this.#address = address;
    this.#setLoading('loading');
    try {
      const marks = await this.#source.load(address);
      if (marks !== null) {
        this.#marks = marks;
        this.#bySlug = new Map(marks.incidents.map(mark => [mark.slug, mark]));
        this.#loading = 'ready';
        this.#tell('marks', 'settled');
      }
    } catch (error) {
      this.#reason = error instanceof Error && !(error instanceof TypeError) ? error.message : '';
      this.#setLoading('failed');
    }
  }

  async retry(): Promise<void> {
    if (this.#address !== null) {
      await this.load(this.#address);
    }
  }

  setWindow(window: TimeWindow, phase: Phase): void {
    if (phase === 'settled' || !sameWindow(window, this.#window)) {
      this.#window = window;
      this.#tell('window', phase);
    }
  }

  setViewport(viewport: Viewport, phase: Phase): void {
    this.#viewport = viewport;
    this.#tell('viewport', phase);
  }

  select(slug: string | null): void {
    if (slug !== this.#selected) {
      this.#selected = slug;
      this.#tell('selection', 'settled');
    }
  }

  hover(slug: string | null): void {
    if (slug !== this.#hovered) {
      this.#hovered = slug;
      this.#tell('hover', 'moving');
    }
  }

  setMode(mode: PlayMode): void {
    if (mode !== this.#mode) {
      this.#mode = mode;
      this.#tell('mode', 'settled');
    }
  }

  setColour(by: ColourBy): void {
    if (by !== this.colour) {
      this.#signs = new Signs(by, this.datasets);
      this.#tell('colour', 'settled');
    }
  }

  themeChanged(): void {
    this.#tell('theme', 'settled');
  }

  /** Takes over what the page says; listeners hear only of what differs. */
  adopt(state: {
    window: TimeWindow; selected: string | null; clock: Clock; mode: PlayMode; viewport: Viewport | null; colour: ColourBy; datasets: readonly Dataset[];
  }): void {
    const changes: Change[] = [];
    if (!sameWindow(state.window, this.#window)) {
      this.#window = state.window;
      changes.push('window');
    }
    if (state.selected !== this.#selected) {
      this.#selected = state.selected;
      changes.push('selection');
    }
    if (state.clock !== this.#clock) {
      this.#clock = state.clock;
      changes.push('clock');
    }
    if (state.mode !== this.#mode) {
      this.#mode = state.mode;
      changes.push('mode');
    }
    if (state.colour !== this.colour || !sameDatasets(state.datasets, this.datasets)) {
      this.#signs = new Signs(state.colour, state.datasets);
      changes.push('colour');
    }
    if (state.viewport !== null && !sameViewport(state.viewport, this.#viewport)) {
      this.#viewport = state.viewport;
      changes.push('viewport');
    }
    for (const change of changes) {
      this.#tell(change, 'adopted');
    }
  }

  #setLoading(loading: Loading): void {
    this.#loading = loading;
    this.#tell('state', 'settled');
  }

  #tell(change: Change, phase: Phase): void {
    for (const listener of this.#listeners) {
      listener(change, phase);
    }
  }
}

function sameDatasets(a: readonly Dataset[], b: readonly Dataset[]): boolean {
  return a.length === b.length && a.every(({ slug, title, isChosen }, i) => slug === b[i]!.slug && title === b[i]!.title && isChosen === b[i]!.isChosen);
}

function sameViewport(a: Viewport, b: Viewport | null): boolean {
  return b !== null && a.lat === b.lat && a.lon === b.lon && a.zoom === b.zoom;
}
