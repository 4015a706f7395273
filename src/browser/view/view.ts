// The one state that map and timeline share. They never talk to each other: each changes the view, each hears of changes.

import type { Density } from '../tiles/density';
import { DensitySource } from '../tiles/density-source';
import { queryOf } from './answer';
import { Attempts, type Loading } from './attempts';
import { countIn, emphasisIn, type ViewCount } from './counting';
import { isInWindow, MarksSource, type Clock, type Mark, type Marks } from './marks';
import { addressOfRelations, type Relations, RelationsSource, type RelationView, type ShownRelation, shownRelations } from './relations';
import { type ColourBy, type Dataset, sameDatasets, Signs } from './signs';
import { sameViewport, type Viewport } from './viewport';
import { ALL_TIME, sameWindow, type TimeWindow } from './window';

export type { Viewport } from './viewport';

/** window: slides; cumulative: all since its start; trailing: slides, and what is older fades. */
export type PlayMode = 'window' | 'cumulative' | 'trailing';

/** moving: a frame of a gesture. settled: the gesture ended. adopted: the page said so, nobody need tell it. */
export type Phase = 'moving' | 'settled' | 'adopted';

/** density: something new of many incidents is there to draw. */
export type Change = 'marks' | 'density' | 'state' | 'window' | 'selection' | 'hover' | 'viewport' | 'clock' | 'mode' | 'colour' | 'relations' | 'theme';

export class View {
  #marks: Marks | null = null;
  #bySlug = new Map<string, Mark>();
  /** What was asked for last; a density is made anew when another colour tells other groups apart. */
  #question: { address: string; tiles: string | null; colour: ColourBy | null } | null = null;
  #density: Density | null = null;
  #window: TimeWindow = ALL_TIME;
  #selected: string | null = null;
  #hovered: string | null = null;
  #viewport: Viewport | null = null;
  #clock: Clock = 'utc';
  #mode: PlayMode = 'window';
  #signs = new Signs();
  #relationView: RelationView = 'selection';
  #isLed = false;
  #shownRelations: readonly ShownRelation[] = [];
  readonly #source = new MarksSource();
  readonly #attempts = new Attempts(() => this.#tell('state', 'settled'));
  readonly #densities = new DensitySource({ changed: () => this.#tell('density', 'settled'), failed: problem => this.#attempts.fail(problem, () => this.#refine()) });
  readonly #relations = new RelationsSource(() => this.#showRelations());
  readonly #listeners = new Set<(change: Change, phase: Phase) => void>();

  /** The incidents of the view; in a view of many what is told of them all, without any one of them. */
  get marks(): Marks | null { return this.#marks; }
  /** What a view of many incidents is drawn from; null where they are few, and `marks` holds them all. */
  get density(): Density | null { return this.#density; }
  /** The marks that the map draws one by one: all; of many those in sight, or null where even these are many. */
  get mapMarks(): Marks | null { return this.#density === null ? this.#marks : this.#density.mapMarks; }
  /** The marks that the timeline draws one by one: all; of many those of its range, or null where even these are many. */
  get timeMarks(): Marks | null { return this.#density === null ? this.#marks : this.#density.timeMarks; }
  get loading(): Loading { return this.#attempts.loading; }
  /** Why loading failed, where the server said so. */
  get reason(): string { return this.#attempts.reason; }
  /** True when what failed is asked for again by itself after a while. */
  get isWaiting(): boolean { return this.#attempts.isWaiting; }
  get window(): TimeWindow { return this.#window; }
  get selected(): string | null { return this.#selected; }
  get hovered(): string | null { return this.#hovered; }
  get viewport(): Viewport | null { return this.#viewport; }
  get clock(): Clock { return this.#clock; }
  get mode(): PlayMode { return this.#mode; }
  get colour(): ColourBy { return this.#signs.by; }
  get relationView(): RelationView { return this.#relationView; }
  get relations(): Relations { return this.#relations.relations; }
  get areRelationsMissing(): boolean { return this.#relations.isFailed; }
  /** True while listeners hear of a change that somebody else made. */
  get isLed(): boolean { return this.#isLed; }
  /** The relations to draw; another list as soon as they are others. */
  get shownRelations(): readonly ShownRelation[] { return this.#shownRelations; }
  /** All that there are, in the order in which they came. */
  get datasets(): readonly Dataset[] { return this.#signs.datasets; }
  /** How marks look. */
  get signs(): Signs { return this.#signs; }

  /** The title of a dataset, by its slug. */
  titleOf(slug: string): string {
    return this.datasets.find(dataset => dataset.slug === slug)?.title ?? slug;
  }

  find(slug: string | null): Mark | null {
    return slug === null ? null : this.#bySlug.get(slug) ?? this.#density?.find(slug) ?? this.#relations.find(slug);
  }

  isInWindow(mark: Mark): boolean {
    return isInWindow(mark, this.#window);
  }

  /** How strongly a mark is drawn, 0 (outside the window) to 1: in trailing mode what is older is fainter, never gone. */
  emphasis(mark: Mark): number {
    return emphasisIn(this.#window, mark, this.#mode === 'trailing');
  }

  /** How many incidents the window holds now, how many leads, and how many of the incidents the lens mentions. */
  count(): ViewCount {
    return countIn(this.#window, this.#marks, this.#density, this.#signs);
  }

  /** Listens to changes; the answer stops listening. */
  listen(listener: (change: Change, phase: Phase) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Loads the marks at an address, and the density under another where there are many; what is shown stays until the new
   * is there.
   * @param tiles `/data/{revision}`; null where the incidents are few
   */
  async load(address: string, tiles: string | null = null): Promise<void> {
    const question = { address, tiles, colour: tiles === null ? null : this.colour };
    const isSame = address === this.#question?.address && tiles === this.#question.tiles && question.colour === this.#question.colour;
    this.#question = question;
    await (isSame ? this.retry() : this.#load(address, tiles));
  }

  /** Asks again for what failed. */
  retry(): Promise<void> {
    return this.#attempts.retry();
  }

  /** While there is a density, what a person does with the window goes from edge to edge of it. */
  setWindow(window: TimeWindow, phase: Phase): void {
    const next = this.#density?.snapped(window) ?? window;
    if (phase === 'settled' || !sameWindow(next, this.#window)) {
      this.#window = next;
      this.#density?.moveWindow(next);
      this.#tell('window', phase);
      this.#density?.gesture(phase);
    }
  }

  setViewport(viewport: Viewport, phase: Phase): void {
    this.#viewport = viewport;
    this.#tell('viewport', phase);
    this.#density?.gesture(phase);
  }

  select(slug: string | null): void {
    if (slug !== this.#selected) {
      this.#selected = slug;
      this.#tell('selection', 'settled');
      void this.#findSelected();
      this.#askRelations();
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
      this.#signs = this.#signs.colouredBy(by);
      this.#tell('colour', 'settled');
      if (this.#question !== null) {
        void this.load(this.#question.address, this.#question.tiles);
      }
    }
  }

  setRelationView(shows: RelationView): void {
    if (shows !== this.#relationView) {
      this.#relationView = shows;
      this.#tell('relations', 'settled');
      this.#askRelations();
    }
  }

  /** Somebody else than the person in front of it changes the view: it moves, and makes no history. */
  lead(change: () => void): void {
    this.#isLed = true;
    try {
      change();
    } finally {
      this.#isLed = false;
    }
  }

  themeChanged(): void {
    this.#tell('theme', 'settled');
  }

  /** Takes over what the page says; listeners hear only of what differs. */
  adopt(state: {
    window: TimeWindow; selected: string | null; clock: Clock; mode: PlayMode; viewport: Viewport | null; colour: ColourBy; relations: RelationView;
    datasets: readonly Dataset[]; lens: string | null;
  }): void {
    const changes: Change[] = [];
    if (!sameWindow(state.window, this.#window)) {
      this.#window = state.window;
      this.#density?.moveWindow(state.window);
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
    if (state.colour !== this.colour || state.lens !== this.#signs.lens || !sameDatasets(state.datasets, this.datasets)) {
      this.#signs = new Signs(state.colour, state.datasets, state.lens);
      changes.push('colour');
    }
    if (state.relations !== this.#relationView) {
      this.#relationView = state.relations;
      changes.push('relations');
    }
    if (state.viewport !== null && !sameViewport(state.viewport, this.#viewport)) {
      this.#viewport = state.viewport;
      changes.push('viewport');
    }
    for (const change of changes) {
      this.#tell(change, 'adopted');
    }
    if (changes.includes('selection')) {
      void this.#findSelected();
    }
    if (changes.includes('selection') || changes.includes('relations')) {
      this.#askRelations();
    }
  }

  async #load(address: string, tiles: string | null): Promise<void> {
    this.#attempts.begin();
    this.#densities.supersede();
    try {
      const [marks, density] = await Promise.all([
        this.#source.load(address),
        tiles === null ? null : this.#densities.open({ root: tiles, query: queryOf(address), colour: this.colour }, this.#window),
      ]);
      if (marks !== null && (density !== null || tiles === null)) {
        this.#take(marks, density);
      }
    } catch (error) {
      this.#densities.supersede();
      this.#attempts.fail(error, () => this.#load(address, tiles));
    }
  }

  #take(marks: Marks, density: Density | null): void {
    this.#density?.dispose();
    this.#density = density;
    density?.moveWindow(this.#window);
    this.#marks = marks;
    this.#bySlug = new Map(marks.incidents.map(mark => [mark.slug, mark]));
    this.#attempts.succeed();
    this.#tell('marks', 'settled');
    void this.#findSelected();
    this.#askRelations();
  }

  /** Nobody waits for relations that are not to be seen. Among many incidents only those of the selected one are. */
  #askRelations(): void {
    const marks = this.#marks === null ? null : this.#question!.address;
    const isWanted = this.#selected !== null || this.#relationView === 'all' && this.#density === null;
    if (marks !== null && isWanted) {
      void this.#relations.ask(addressOfRelations(marks, this.#density === null ? null : this.#selected));
    }
    this.#showRelations();
  }

  #showRelations(): void {
    const shows = this.#density === null ? this.#relationView : 'selection';
    const before = this.#shownRelations;
    this.#shownRelations = shownRelations(this.#relations.relations.all, this.#selected, shows);
    if (before.length > 0 || this.#shownRelations.length > 0 || this.areRelationsMissing) {
      this.#tell('relations', 'adopted');
    }
  }

  /** Among many the selected incident may be one that nobody has seen yet; whoever draws it hears when it is known. */
  async #findSelected(): Promise<void> {
    const slug = this.#selected;
    if (slug !== null && this.#density !== null && this.find(slug) === null && await this.#density.ask(slug) && slug === this.#selected) {
      this.#tell('selection', 'adopted');
    }
  }

  #refine(): void {
    this.#attempts.succeed();
    this.#tell('state', 'settled');
    this.#density?.retry();
  }

  #tell(change: Change, phase: Phase): void {
    for (const listener of this.#listeners) {
      listener(change, phase);
    }
  }
}
