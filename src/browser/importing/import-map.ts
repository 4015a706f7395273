// <import-map data-points="ADDRESS">: where the incidents of a file are, as dots on the base map. To look at only.

import { latLngBounds, Map as LeafletMap } from 'leaflet';
import { BaseMap } from '../map/basemap/base-map';
import { LabelLayer } from '../map/label-layer';
import { MapCanvas } from '../map/map-canvas';
import { type Frame, toSquare, worldSize } from '../map/projection';
import { element, setText } from '../page/elements';
import { NextFrame } from '../page/next-frame';
import { Colours } from '../view/colours';

const DOT = 3; // pixels, for few points; many are drawn smaller
const MANY = 2_000;
const ROOM = 24; // pixels around the outermost points
const NEAREST = 9; // zoom: one point alone is shown with where it is

export interface ImportMaps { themeChanged(): void }

export function defineImportMap(): ImportMaps {
  const live = new Set<ImportMap>();
  customElements.define('import-map', class extends HTMLElement {
    #map: ImportMap | null = null;

    connectedCallback(): void {
      this.#map = new ImportMap(this);
      live.add(this.#map);
    }

    disconnectedCallback(): void {
      if (this.#map !== null) {
        live.delete(this.#map);
        this.#map.dispose();
        this.#map = null;
      }
    }
  });
  return { themeChanged: () => live.forEach(map => map.themeChanged()) };
}

class ImportMap {
  readonly #stage = element('div', 'map-stage');
  readonly #note = element('p', 'import-map-note', 'Loading the points…');
  readonly #map: LeafletMap;
  readonly #colours = new Colours();
  readonly #base = new BaseMap(() => this.#draw());
  readonly #labels: LabelLayer;
  readonly #canvases: readonly MapCanvas[];
  readonly #observer: ResizeObserver;
  #dots: Float64Array = new Float64Array(); // pairs of x, y in the unit square
  readonly #arranging = new NextFrame(() => this.#arrange());

  constructor(owner: HTMLElement) {
    owner.append(this.#stage, this.#note);
    this.#note.setAttribute('role', 'status');
    this.#stage.setAttribute('role', 'img');
    this.#stage.setAttribute('aria-label', 'Map of the incidents that would be added');
    this.#map = new LeafletMap(this.#stage, {
      attributionControl: false, boxZoom: false, doubleClickZoom: false, dragging: false, fadeAnimation: false, inertia: false, keyboard: false,
      maxZoom: NEAREST, minZoom: 1, scrollWheelZoom: false, touchZoom: false, zoomAnimation: false, zoomControl: false, zoomSnap: 0,
    });
    this.#map.setView([33.5, 42], 4, { animate: false });
    this.#labels = new LabelLayer(this.#base, this.#colours, getComputedStyle(owner).fontFamily, () => labels.invalidate());
    const labels = new MapCanvas(this.#map, { name: 'labels', order: 300, padding: 0.1, draw: (context, frame) => this.#labels.draw(context, frame) });
    this.#canvases = [
      new MapCanvas(this.#map, { name: 'base', order: 200, padding: 0.25, scales: true, draw: (context, frame) => this.#base.draw(context, frame, this.#colours) }),
      labels,
      new MapCanvas(this.#map, { name: 'marks', order: 400, padding: 0.1, draw: (context, frame) => this.#drawDots(context, frame) }),
    ];
    this.#map.on('moveend', () => this.#arranging.ask());
    this.#observer = new ResizeObserver(() => {
      this.#map.invalidateSize({ animate: false, pan: false });
      this.#draw();
    });
    this.#observer.observe(owner);
    void this.#base.load();
    void this.#load(owner.dataset.points!);
  }

  themeChanged(): void {
    this.#colours.forget();
    this.#draw();
  }

  dispose(): void {
    this.#arranging.cancel();
    this.#observer.disconnect();
    this.#base.dispose();
    this.#canvases.forEach(canvas => canvas.dispose());
    this.#map.remove();
  }

  async #load(address: string): Promise<void> {
    try {
      const response = await fetch(address);
      if (!response.ok) {
        throw new Error(`The server answered ${response.status}`);
      }
      const points = await response.json() as [lat: number, lon: number][];
      this.#show(points);
      this.#note.remove();
    } catch {
      setText(this.#note, 'The points could not be loaded. Load the page again.');
    }
  }

  #show(points: readonly [lat: number, lon: number][]): void {
    this.#dots = Float64Array.from(points.flatMap(([lat, lon]) => {
      const { x, y } = toSquare(lat, lon);
      return [x, y];
    }));
    if (points.length > 0) {
      this.#map.fitBounds(latLngBounds([...points]), { animate: false, maxZoom: NEAREST, padding: [ROOM, ROOM] });
    }
    this.#draw();
  }

  #draw(): void {
    this.#canvases.forEach(canvas => canvas.invalidate());
    this.#arranging.ask();
  }

  #arrange(): void {
    const marks = this.#canvases[2]!;
    marks.flush();
    if (marks.frame !== null) {
      this.#labels.arrange(marks.frame, []);
    }
  }

  #drawDots(context: CanvasRenderingContext2D, frame: Frame): void {
    const size = worldSize(frame.zoom);
    const radius = this.#dots.length > 2 * MANY ? DOT / 2 : DOT;
    context.fillStyle = this.#colours.get('--accent');
    context.globalAlpha = 0.7;
    context.beginPath();
    for (let i = 0; i < this.#dots.length; i += 2) {
      const [x, y] = [this.#dots[i]! * size - frame.left, this.#dots[i + 1]! * size - frame.top];
      if (x > -radius && y > -radius && x < frame.width + radius && y < frame.height + radius) {
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 2 * Math.PI);
      }
    }
    context.fill();
  }
}
