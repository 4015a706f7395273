// The base map, drawn by us from our own files: no tile server ever learns where somebody looks.

import { News } from '../../tiles/news';
import type { Colours } from '../../view/colours';
import type { Frame } from '../projection';
import { type Cell, type EncodedLine, LARGE_CELL, decodeLine, inPathPixels, lineCells, pathPoint, ringsPath, strokeCells, toSquarePoints } from './lines';

interface LandFile { unit: number; box: [west: number, south: number, east: number, north: number]; land: EncodedLine[]; borders: EncodedLine[]; disputed: EncodedLine[] }
interface DetailFile { unit: number; provinces: EncodedLine[]; rivers: { name?: string; rank: 1 | 2 | 3; line: EncodedLine }[]; lakes: EncodedLine[] }
interface WorldFile { unit: number; land: EncodedLine[]; borders: EncodedLine[] }
interface PlacesFile { towns: [name: string, lat: number, lon: number, zoom: number, capital?: 1][]; airfields: [name: string, lat: number, lon: number, large: 0 | 1][] }

export interface Town { name: string; lat: number; lon: number; zoom: number; isCapital: boolean }
export interface Airfield { name: string; lat: number; lon: number; isLarge: boolean }
/** A named river as pairs of x, y in the unit square, from source to mouth. */
export interface River { name: string; points: Float64Array }

interface Land { fill: Path2D; coast: Cell[]; borders: Cell[]; disputed: Cell[]; box: [left: number, top: number, width: number, height: number] }
interface Detail { provinces: Cell[]; rivers: Record<1 | 2 | 3, Cell[]>; lakes: Path2D; shores: Cell[] }
interface World { fill: Path2D; coast: Cell[]; borders: Cell[] }

/** Widths in pixels: [zoom, width] pairs, in between by proportion. */
type Widths = readonly (readonly [zoom: number, width: number])[];
const BORDER: Widths = [[3, 0.8], [6, 1.2], [9, 1.6]];
const PROVINCE: Widths = [[5, 0.6], [8, 0.9], [11, 1.2]];
const RIVER: Record<1 | 2 | 3, Widths> = { 1: [[3, 0.5], [6, 1.3], [9, 2.4], [12, 4]], 2: [[5, 0.5], [8, 1], [12, 2]], 3: [[7, 0.5], [9, 0.8], [12, 1.4]] };
const COAST: Widths = [[3, 0.6], [8, 1]];
const RIVER_FROM: Record<1 | 2 | 3, number> = { 1: 3, 2: 5, 3: 6.8 };
const PROVINCES_FROM = 5.2;

export class BaseMap {
  towns: readonly Town[] = [];
  airfields: readonly Airfield[] = [];
  rivers: readonly River[] = [];
  readonly #news: News;
  readonly #stop = new AbortController();
  #isLoading = true;
  #land: Land | null = null;
  #detail: Detail | null = null;
  #world: World | null = null;

  /** `changed`: other parts are there; those that come shortly after each other are drawn together. */
  constructor(changed: () => void) {
    this.#news = new News(changed);
  }

  /** Some of it may still come. */
  get isLoading(): boolean { return this.#isLoading; }
  get isWhole(): boolean { return this.#land !== null && this.#detail !== null && this.towns.length > 0 && this.#world !== null; }

  /** Loads what is missing, as far as it can be had. */
  async load(): Promise<void> {
    this.#isLoading = true;
    const parts = [
      this.#land === null && this.#fetch<LandFile>('../basemap/land.json', file => { this.#land = readLand(file); }),
      this.#detail === null && this.#fetch<DetailFile>('../basemap/detail.json', file => this.#readDetail(file)),
      this.towns.length === 0 && this.#fetch<PlacesFile>('../basemap/places.json', file => this.#readPlaces(file)),
      this.#world === null && this.#fetch<WorldFile>('world.json', file => { this.#world = readWorld(file); }),
    ];
    await Promise.allSettled(parts);
    this.#isLoading = false;
    if (!this.#stop.signal.aborted) {
      this.#news.came(true);
    }
  }

  draw(context: CanvasRenderingContext2D, frame: Frame, colours: Colours): void {
    // Until the land is there everything is land: what then turns blue is less than what would turn the other way.
    context.fillStyle = colours.get(this.#land === null ? '--land' : '--water');
    context.fillRect(0, 0, frame.width, frame.height);
    context.lineJoin = 'round';
    context.lineCap = 'round';
    inPathPixels(context, frame, shown => {
      this.#drawLand(context, shown, colours);
      this.#drawDetail(context, shown, colours);
      this.#drawBorders(context, shown, colours);
    });
  }

  dispose(): void {
    this.#stop.abort();
    this.#news.stop();
  }

  #drawLand(context: CanvasRenderingContext2D, frame: Frame, colours: Colours): void {
    const paint = (land: { fill: Path2D; coast: Cell[] }): void => {
      context.fillStyle = colours.get('--land');
      context.fill(land.fill, 'evenodd');
      context.strokeStyle = colours.get('--river');
      strokeCells(context, land.coast, frame, widthAt(COAST, frame.zoom));
    };
    if (this.#world !== null) {
      paint(this.#world);
    }
    if (this.#land !== null) {
      context.fillStyle = colours.get('--water');
      context.fillRect(...this.#land.box);
      paint(this.#land);
    }
  }

  #drawDetail(context: CanvasRenderingContext2D, frame: Frame, colours: Colours): void {
    if (this.#detail === null) {
      return;
    }
    const { provinces, rivers, lakes, shores } = this.#detail;
    if (frame.zoom >= PROVINCES_FROM) {
      context.strokeStyle = colours.get('--province');
      context.globalAlpha = Math.min(1, 0.4 + (frame.zoom - PROVINCES_FROM) * 0.6);
      strokeCells(context, provinces, frame, widthAt(PROVINCE, frame.zoom), [4, 3]);
      context.globalAlpha = 1;
    }
    context.strokeStyle = colours.get('--river');
    for (const rank of [3, 2, 1] as const) {
      if (frame.zoom >= RIVER_FROM[rank]) {
        strokeCells(context, rivers[rank], frame, widthAt(RIVER[rank], frame.zoom));
      }
    }
    context.fillStyle = colours.get('--lake');
    context.fill(lakes, 'evenodd');
    strokeCells(context, shores, frame, widthAt(COAST, frame.zoom));
  }

  #drawBorders(context: CanvasRenderingContext2D, frame: Frame, colours: Colours): void {
    context.strokeStyle = colours.get('--border');
    const width = widthAt(BORDER, frame.zoom);
    strokeCells(context, this.#world?.borders ?? [], frame, width);
    strokeCells(context, this.#land?.borders ?? [], frame, width);
    strokeCells(context, this.#land?.disputed ?? [], frame, width, [width * 4, width * 2.5]);
  }

  #readDetail({ unit, provinces, rivers, lakes }: DetailFile): void {
    const lines = rivers.map(river => ({ ...river, points: decodeLine(river.line, unit) }));
    const rank = (wanted: number) => lineCells(lines.filter(river => river.rank === wanted).map(river => river.points), { isSmooth: true });
    const shores = lakes.map(lake => decodeLine(lake, unit));
    this.#detail = { provinces: lineCells(provinces.map(line => decodeLine(line, unit))), rivers: { 1: rank(1), 2: rank(2), 3: rank(3) }, lakes: ringsPath(shores), shores: lineCells(shores) };
    this.rivers = lines.flatMap(({ name, points }) => name === undefined ? [] : [{ name, points: toSquarePoints(points) }]);
  }

  #readPlaces({ towns, airfields }: PlacesFile): void {
    this.towns = towns.map(([name, lat, lon, zoom, capital]) => ({ name, lat, lon, zoom, isCapital: capital === 1 }));
    this.airfields = airfields.map(([name, lat, lon, large]) => ({ name, lat, lon, isLarge: large === 1 }));
  }

  /** Addresses are relative to the bundle, wherever the page is. */
  async #fetch<T>(address: string, read: (file: T) => void): Promise<void> {
    const response = await fetch(new URL(address, import.meta.url), { signal: this.#stop.signal, credentials: 'same-origin' });
    if (!response.ok) {
      throw new Error(`The server answered ${response.status} for the base map`);
    }
    read(await response.json() as T);
    this.#news.came(false);
  }
}

function readLand({ unit, box: [west, south, east, north], land, borders, disputed }: LandFile): Land {
  const rings = land.map(ring => decodeLine(ring, unit));
  const [left, top] = pathPoint(north, west);
  const [right, bottom] = pathPoint(south, east);
  const isInside = (points: Float64Array, i: number) => points[i]! > left && points[i]! < right && points[i + 1]! > top && points[i + 1]! < bottom;
  const cells = (lines: EncodedLine[]) => lineCells(lines.map(line => decodeLine(line, unit)));
  return {
    fill: ringsPath(rings),
    coast: lineCells(rings, { isDrawn: (points, i) => isInside(points, i) || isInside(points, i + 2) }),
    borders: cells(borders),
    disputed: cells(disputed),
    box: [left, top, right - left, bottom - top],
  };
}

function readWorld({ unit, land, borders }: WorldFile): World {
  const rings = land.map(ring => decodeLine(ring, unit));
  const edge = pathPoint(0, 179.9)[0];
  const otherEdge = pathPoint(0, -179.9)[0];
  const isCut = (x: number) => x >= edge || x <= otherEdge;
  return {
    fill: ringsPath(rings),
    coast: lineCells(rings, { cell: LARGE_CELL, isDrawn: (points, i) => !(isCut(points[i]!) && isCut(points[i + 2]!)) }),
    borders: lineCells(borders.map(line => decodeLine(line, unit)), { cell: LARGE_CELL }),
  };
}

export function widthAt(widths: Widths, zoom: number): number {
  const after = widths.findIndex(([from]) => from >= zoom);
  if (after <= 0) {
    return after === 0 ? widths[0]![1] : widths.at(-1)![1];
  }
  const [[fromZoom, from], [toZoom, to]] = [widths[after - 1]!, widths[after]!];
  return from + (to - from) * (zoom - fromZoom) / (toZoom - fromZoom);
}
