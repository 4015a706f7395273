// Everything that a view of many incidents is drawn from: counts by cell and stretch of time, fetched as they are needed.

import { onceDrawn } from '../page/when-idle';
import type { Mark, Marks } from '../view/marks';
import type { ColourBy } from '../view/signs';
import type { Phase } from '../view/view';
import { ALL_TIME, type TimeWindow } from '../view/window';
import { type AskedFor, cutFor, fits } from './asked-for';
import { FineTiles } from './fine-tiles';
import { type LoadedTile, loadedTile, LoadedTiles } from './loaded-tiles';
import { MarksInSight, type TimeRange } from './marks-in-sight';
import { News } from './news';
import { Rest } from './rest';
import { sameSpan, spanOf, type Span } from './span';
import type { GeoBox, TileAddresses, TilePlace } from './tile-address';
import type { TileLoader } from './tile-loader';
import { fetchTile, TileQueue, type WantedTile } from './tile-queue';
import type { TimeTile } from './time-tile';
import { sameShown, type ShownSquare, wantedTiles } from './wanted-tiles';
import { type Histogram, histogramOf, isOnEdges, nearestEdge, windowOnEdges } from './window-counts';

export type { LoadedTile } from './loaded-tiles';

/** What a density tells of itself. */
export interface DensityEvents {
  /** There is something new to draw. */
  changed(): void;
  /** Something cannot be had; `retry` asks again. */
  failed(problem: unknown): void;
}

const PAUSE_MAP = 50; // milliseconds: the map says only now and then that other tiles are seen
const LONGEST = 400; // milliseconds that another range or another part of the map waits for a rest: time that plays does not come to one
const WORLD: TilePlace = { z: 0, x: 0, y: 0 };

/** Of one question to one revision. */
export class Density {
  readonly #addresses: TileAddresses;
  readonly #loader: TileLoader;
  readonly #queue: TileQueue;
  readonly #news: News;
  readonly #stop = new AbortController();
  readonly #tiles = new LoadedTiles();
  readonly #fine: FineTiles;
  readonly #marks: MarksInSight;
  #overview: LoadedTile | null = null;
  #times: Histogram | null = null;
  #timesAsked: AskedFor = { span: null, window: ALL_TIME };
  #window: TimeWindow = ALL_TIME;
  #span: Span | null = null;
  #range: TimeRange | null = null;
  #shown: ShownSquare | null = null;
  /** What will be shown, while the map is on its way there. */
  #heading: ShownSquare | null = null;
  #foreseen: ShownSquare | null = null;
  #isAheadDue = false;
  readonly #rest = new Rest(isResting => {
    this.#isMoving = this.#isMoving && !isResting;
    this.#fetchMissing();
  });
  #isMoving = false;

  constructor(addresses: TileAddresses, loader: TileLoader, events: DensityEvents) {
    this.#addresses = addresses;
    this.#loader = loader;
    this.#queue = new TileQueue(loader, problem => events.failed(problem));
    this.#news = new News(() => events.changed());
    this.#fine = new FineTiles(addresses, loader, () => this.#news.came(true));
    this.#marks = new MarksInSight(addresses, { changed: () => this.#news.came(true), failed: problem => events.failed(problem), ended: () => this.#fetchTiles() });
  }

  get colour(): ColourBy { return this.#addresses.colour; }
  /** The whole world, coarsely. */
  get overview(): LoadedTile | null { return this.#overview; }
  /** The finest histogram that there is of the shown range. */
  get times(): Histogram | null { return this.#times; }

  /** The marks of what the map shows, where these are few. */
  get mapMarks(): Marks | null { return this.#marks.ofMap(this.#shown); }
  /** The marks of the range that the timeline shows, where these are few. */
  get timeMarks(): Marks | null { return this.#marks.ofTime(this.#range); }
  /** Whether anything of what is shown is on its way. */
  get isRefining(): boolean { return !this.#queue.isEmpty || this.#marks.isLoading; }

  /** Loads the first picture: the world coarsely, and all of time. @throws {Refused} */
  async open(window: TimeWindow): Promise<void> {
    this.#window = window;
    const asked = { span: null, window };
    const [overview, times] = await Promise.all([
      fetchTile(this.#addresses.tile(WORLD, cutFor({ span: null, window: ALL_TIME })), this.#loader, this.#stop.signal),
      fetchTile(this.#addresses.times(cutFor(asked)), this.#loader, this.#stop.signal),
    ]);
    this.#overview = loadedTile(WORLD, overview, this.#window);
    this.#takeTimes(times, asked);
  }

  /**
   * What to draw now: the tiles that are wanted and there; where one is missing, the part of the nearest one that holds it,
   * or of the overview. What is missing is fetched.
   */
  tilesFor(shown: ShownSquare): LoadedTile[] {
    if (!sameShown(shown, this.#shown)) {
      // The tiles of zooms that are only passed are not worth having: what is seen already stands in for them.
      const isZooming = this.#shown !== null && shown.zoom !== this.#shown.zoom;
      this.#shown = shown;
      this.#fine.stop();
      this.#rest.moved(PAUSE_MAP, isZooming ? Infinity : LONGEST);
    }
    return this.#drawn(shown);
  }

  /** For each of such tiles the same in finer cells, where that has come, else null; of whatever window: who draws them moves them. */
  finerThan(tiles: readonly LoadedTile[]): (LoadedTile | null)[] {
    return this.#fine.of(tiles);
  }

  /** The map is on its way: what is missing where it goes is asked for before it comes there. Null: it has arrived. */
  head(shown: ShownSquare | null): void {
    if (shown !== null) {
      this.#fine.stop();
    }
    const isOther = shown !== this.#heading;
    this.#heading = shown;
    if (isOther) {
      this.#fetchMissing();
    }
  }

  /** What the map may well show next: what that needs is asked for once all that is shown is there. Null: nobody knows. */
  foresee(shown: ShownSquare | null): void {
    if (shown !== this.#foreseen) {
      this.#foreseen = shown;
      this.#fetchTiles();
    }
  }

  /** The range that the timeline shows, and how wide: what the steps of time are chosen by. */
  setRange(from: number, to: number, pixels: number): void {
    this.#range = { from, to };
    this.#span = spanOf(from, to, pixels);
    this.#rest.moved(undefined, LONGEST);
  }

  /** A gesture goes on, or has ended: what is missing then is asked for at once. */
  gesture(phase: Phase): void {
    phase === 'moving' ? this.#rest.goesOn() : this.#rest.ended();
  }

  /** Counts another window; a frame of a gesture costs what enters and leaves. The tiles that were told of are moved by whoever draws them. */
  moveWindow(window: TimeWindow): void {
    this.#window = window;
    this.#isMoving = true;
    this.#fine.stop();
    this.#times?.counts.move(window);
    this.#overview?.counts.move(window);
    this.#rest.moved();
  }

  /** The nearest time that a window can begin or end at and be counted without asking. */
  snap(time: number): number {
    const edges = this.#times?.tile.edges;
    return edges?.[nearestEdge(edges, time)] ?? time;
  }

  /** The window between the nearest such times, at least a stretch long; only what was open stays open. */
  snapped(window: TimeWindow): TimeWindow {
    return this.#times === null ? window : windowOnEdges(this.#times.tile.edges, window);
  }

  /** The incidents in a box, null for anywhere, and in a window. Null where they are too many, or cannot be had. */
  marksIn(box: GeoBox | null, during: TimeWindow): Promise<Marks | null> {
    return this.#marks.in(box, during, this.#stop.signal);
  }

  /** The mark of an incident, where it came with some part lately, or was asked for last. */
  find(slug: string): Mark | null {
    return this.#marks.find(slug);
  }

  /** Asks for the mark of one incident, wherever it is; true when `find` knows it now. */
  ask(slug: string): Promise<boolean> {
    return this.#marks.ask(slug, this.#stop.signal);
  }

  retry(): void {
    this.#fetchMissing();
  }

  dispose(): void {
    this.#rest.stop();
    this.#news.stop();
    this.#fine.stop();
    this.#stop.abort();
    this.#queue.want([]);
    this.#marks.stop();
  }

  #fetchMissing(): void {
    this.#fetchMarks();
    this.#fetchTiles();
  }

  /** No tiles where the incidents themselves are there, or are on their way. `isDrawn`: with what is shown, so that there is time for what may be next. */
  #fetchTiles(isDrawn = false): void {
    const span = this.#span ?? this.#spanOfTimes();
    const shown = this.#heading ?? this.#shown;
    const places = span === null || shown === null || this.#marks.hasFew(shown) || this.#marks.isLoading ? [] : wantedTiles(shown);
    const missing = [...span === null || this.#hasTimes(span) ? [] : [this.#wantedTimes(span)],
      ...places.filter(place => !this.#hasTile(place, span!)).map(place => this.#wantedTile(place, span!)),
    ];
    const isAtRest = missing.length === 0 && this.#heading === null && !this.#isMoving;
    this.#queue.want(!isAtRest || span === null ? missing : isDrawn || this.#foreseen === null ? this.#wantedAhead(span) : this.#queue.ahead);
    if (isAtRest && !isDrawn && this.#foreseen !== null) {
      this.#fetchAheadSoon();
    }
    this.#fine.soon(isAtRest ? places.filter(place => !this.#isEmpty(place)).map(place => this.#tiles.at(place)!) : [], shown, this.#window);
  }

  /** What may be shown next: the picture does not share the processor with it. */
  #fetchAheadSoon(): void {
    if (!this.#isAheadDue) {
      this.#isAheadDue = true;
      onceDrawn(() => {
        this.#isAheadDue = false;
        if (!this.#rest.isDue && !this.#stop.signal.aborted) {
          this.#fetchTiles(true);
        }
      });
    }
  }

  /** No tiles where the incidents themselves are there, or come instead. */
  #wantedAhead(span: Span): WantedTile[] {
    const part = this.#foreseen;
    if (part === null || this.#marks.hasFew(part)) {
      return [];
    }
    return this.#marks.foresee(part, this.#drawn(part), this.#stop.signal) ? [] : wantedTiles(part)
      .filter(place => !this.#hasTile(place, span)).map(place => ({ ...this.#wantedTile(place, span, () => {}), isAhead: true }));
  }

  /** The marks of what is shown, where these are few as far as is known. */
  #fetchMarks(): void {
    const [shown, range, times] = [this.#heading ?? this.#shown, this.#range, this.#times];
    if (shown !== null && !this.#marks.hasFew(shown)) {
      this.#marks.wantOfMap(shown, this.#drawn(shown), this.#heading === null);
    }
    if (range !== null && times !== null && this.timeMarks === null) {
      this.#marks.wantOfTime(range, times.tile);
    }
  }

  /** What there is to draw of a part of the map, with the counts of the window. */
  #drawn(part: ShownSquare): LoadedTile[] {
    return this.#tiles.standIns(wantedTiles(part), this.#overview, this.#window);
  }

  #hasTimes(span: Span): boolean {
    return this.#times !== null && this.#fits(this.#times.tile, this.#timesAsked, span);
  }

  #hasTile(place: TilePlace, span: Span): boolean {
    const kept = this.#tiles.at(place);
    return kept !== null && this.#fits(kept.tile, kept.asked, span) || this.#isEmpty(place);
  }

  #isEmpty(place: TilePlace): boolean {
    return this.#tiles.isEmpty(place, this.#overview);
  }

  /** While the window moves, it is counted as nearly as the tiles can; all they need is the span. */
  #fits(tile: TimeTile, asked: AskedFor, span: Span): boolean {
    return this.#isMoving ? sameSpan(asked.span, span) : fits(tile, asked, { span, window: this.#window });
  }

  #wantedTimes(span: Span): WantedTile {
    const asked = { span, window: this.#window };
    return {
      address: this.#addresses.times(cutFor(asked)),
      arrived: tile => {
        this.#takeTimes(tile, asked);
        this.#arrived(tile);
      },
    };
  }

  #wantedTile(place: TilePlace, span: Span, arrived = (tile: TimeTile) => this.#arrived(tile)): WantedTile {
    const asked = { span, window: this.#window };
    return {
      address: this.#addresses.tile(place, cutFor(asked, this.#tiles.at(place))),
      arrived: tile => {
        this.#tiles.add({ ...loadedTile(place, tile, this.#window), asked });
        arrived(tile);
      },
    };
  }

  /** What came tells better how many there are; the window may have gone on to where it has no edges. */
  #arrived(tile: TimeTile): void {
    this.#news.came(this.#queue.isEmpty);
    if (!isOnEdges(tile.edges, this.#window)) {
      this.#rest.moved();
    } else if (this.#queue.isEmpty) {
      this.#fetchMarks();
    }
  }

  #takeTimes(tile: TimeTile, asked: AskedFor): void {
    [this.#times, this.#timesAsked] = [histogramOf(tile, this.#window), asked];
  }

  /** All of time, until the timeline says what it shows. */
  #spanOfTimes(): Span | null {
    const edges = this.#times?.tile.edges;
    return edges === undefined || edges.length < 2 ? null : spanOf(edges[0]!, edges.at(-1)!, edges.length);
  }
}
