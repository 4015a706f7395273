// The map: a Leaflet map with our own base map and marks, kept in step with the view that the timeline shares.

import type { Map as LeafletMap } from 'leaflet';
import { element } from '../page/elements';
import { stands } from '../page/first-picture';
import { Colours } from '../view/colours';
import type { Change, Phase, View } from '../view/view';
import { Arcs } from './arcs/arcs';
import { BaseMap } from './basemap/base-map';
import { Camera } from './camera';
import { Choosing } from './choosing';
import { CellCanvas } from './density/cell-canvas';
import { DensityLayer } from './density/density-layer';
import { PileMarks } from './density/pile-marks';
import { Furniture } from './furniture';
import { type Emphasised, Highlight, isAnything } from './highlight';
import { IncidentList } from './incident-list';
import { KeyFocus } from './key-focus';
import { listenToMapKeys } from './keyboard';
import { LabelLayer } from './label-layer';
import { moved } from './labels';
import { Layers } from './layers';
import { MAX_ZOOM, MIN_ZOOM, openMap } from './leaflet-map';
import { frameAround, frameAt, MapCanvas } from './map-canvas';
import { type Hit, looksSame, radiusOf } from './hit';
import { MarksLayer } from './marks-layer';
import { Pointing } from './pointing';
import type { Frame, Point } from './projection';
import { Tooltip } from './tooltip';
import { Whereabouts } from './whereabouts';

export interface IncidentMap {
  /** Call when the element's size has changed. */
  resize(): void;
  /** Shows every incident of the window. */
  fit(): void;
  focus(): void;
  dispose(): void;
}

/**
 * How far canvases reach beyond each side, as a share of the map's size: what is dear to draw reaches far, what changes often
 * does not. Piles change with every step of the window.
 */
const PADDING = { base: 0.25, density: 0.15, labels: 0.15, marks: 0.15, piles: 0.04, highlight: 0 };

export function createMap(root: HTMLElement, view: View): IncidentMap {
  return new LiveMap(root, view);
}

class LiveMap implements IncidentMap {
  readonly #view: View;
  readonly #root = element('div', 'map');
  readonly #stage = element('div', 'map-stage');
  readonly #map: LeafletMap;
  readonly #camera: Camera;
  readonly #where: Whereabouts;
  readonly #colours = new Colours();
  readonly #base: BaseMap;
  readonly #density: DensityLayer;
  readonly #pileMarks: PileMarks;
  readonly #layers: Layers;
  readonly #labels: LabelLayer;
  readonly #cells: CellCanvas;
  readonly #arcs: Arcs;
  readonly #canvases: Record<'base' | 'labels' | 'marks' | 'highlight', MapCanvas>;
  readonly #pointing: Pointing;
  readonly #keys: KeyFocus;
  readonly #tooltip: Tooltip;
  readonly #list: IncidentList;
  readonly #choosing: Choosing;
  readonly #furniture: Furniture;
  readonly #stops: (() => void)[];
  #pointed: Hit | null = null;
  #isEmphasised = false;
  #arranging = 0;
  #isBaseWhole = false;

  constructor(root: HTMLElement, view: View) {
    this.#view = view;
    const live = element('div', 'map-live');
    this.#root.append(this.#stage, live);
    root.append(this.#root);
    this.#map = openMap(this.#stage);
    this.#camera = new Camera(this.#map, {
      headed: (centre, zoom) => this.#density.head(frameAt(this.#map, centre, zoom)),
      settled: () => this.#settle(),
    });
    const font = getComputedStyle(this.#root).fontFamily;
    this.#base = new BaseMap(() => this.#baseChanged());
    const marks = new MarksLayer(view, this.#colours, font);
    this.#density = new DensityLayer(view, this.#colours, font);
    this.#pileMarks = new PileMarks(view, this.#density);
    this.#layers = new Layers(view, marks, this.#density, this.#pileMarks);
    this.#labels = new LabelLayer(this.#base, this.#colours, font, () => this.#canvases.labels.invalidate());
    const highlight = new Highlight(view, marks, this.#density, this.#colours, font);
    // Before the canvases hear of it: what they then draw is there.
    this.#map.on('zoom move', () => this.#look(false));
    this.#cells = new CellCanvas(this.#map, { order: 250, padding: PADDING.density, draw: (pixels, lattice) => this.#density.drawCells(pixels, lattice) });
    this.#canvases = {
      base: new MapCanvas(this.#map, { name: 'base', order: 200, padding: PADDING.base, scales: true, isStill: true, isOpaque: true, draw: (context, frame) => this.#base.draw(context, frame, this.#colours) }),
      labels: new MapCanvas(this.#map, { name: 'labels', order: 300, padding: PADDING.labels, isStill: true, draw: (context, frame) => this.#labels.draw(context, frame) }),
      marks: new MapCanvas(this.#map, { name: 'marks', order: 400, get padding() { return view.density === null ? PADDING.marks : PADDING.piles; }, draw: (context, frame) => {
        this.#layers.draw(context, frame);
        this.#arcs.marksDrawn();
        this.#keys.refresh();
      } }),
      highlight: new MapCanvas(this.#map, { name: 'highlight', order: 450, padding: PADDING.highlight, draw: (context, frame) => {
        const emphasised = this.#emphasised();
        this.#isEmphasised = isAnything(emphasised);
        highlight.draw(context, frame, emphasised);
        return this.#isEmphasised;
      } }),
    };
    this.#where = new Whereabouts(this.#map, this.#camera, view, this.#layers);
    this.#pointing = new Pointing(this.#map, this.#layers, {
      point: hit => this.#point(hit),
      choose: hit => this.#choose(hit),
      zoomIn: around => this.#where.byHand(() => this.#camera.zoomBy(1, around)),
      isGoing: () => this.#camera.isMoving,
    });
    this.#keys = new KeyFocus(this.#map, this.#layers, view, live, () => {
      this.#tooltip.hide();
      this.#canvases.highlight.invalidate();
    });
    this.#tooltip = new Tooltip(this.#root, view);
    this.#list = new IncidentList(this.#root, view, mark => view.select(mark.slug), () => this.focus());
    this.#choosing = new Choosing(view, this.#layers, this.#pileMarks, this.#where, this.#list, MAX_ZOOM);
    this.#furniture = new Furniture(this.#root, view, { zoom: direction => this.#zoom(direction), fit: () => this.fit(), retry: () => void this.#loadBase() });
    this.#arcs = new Arcs(this.#map, this.#root, view, this.#layers, this.#colours, {
      padding: () => view.density === null ? PADDING.marks : PADDING.piles, font, hidden: () => this.#furniture.boxes(), moved: () => this.#arrangeSoon(),
    });
    this.#stops = [view.listen((change, phase) => this.#viewChanged(change, phase)), this.#listenToKeys()];
    this.#map.on('move', () => this.#moved()).on('moveend', () => this.#camera.isMoving || this.#settle());
    this.#readMarks();
    this.#moved();
    void this.#loadBase();
  }

  resize(): void {
    this.#where.resize();
    this.#settle();
  }

  fit(): void {
    this.#where.fit(this.#layers.reach());
  }

  focus(): void {
    this.#stage.focus({ preventScroll: true });
  }

  dispose(): void {
    cancelAnimationFrame(this.#arranging);
    this.#stops.forEach(stop => stop());
    for (const part of [this.#base, this.#arcs, this.#pointing, this.#keys, this.#camera, this.#where, this.#cells, this.#pileMarks, ...Object.values(this.#canvases)]) {
      part.dispose();
    }
    this.#map.remove();
    this.#root.remove();
  }

  async #loadBase(): Promise<void> {
    this.#furniture.showFailure(false);
    this.#isBaseWhole = await this.#base.load();
    this.#furniture.showFailure(!this.#isBaseWhole);
  }

  #baseChanged(): void {
    this.#canvases.base.invalidate();
    this.#arrangeSoon();
  }

  #viewChanged(change: Change, phase: Phase): void {
    switch (change) {
      case 'marks':
        this.#readMarks();
        break;
      case 'density':
        this.#look(true);
        break;
      case 'window':
      case 'mode':
        this.#repaintMarks();
        if (phase !== 'moving') {
          this.#arrangeSoon();
        }
        break;
      case 'selection': {
        this.#canvases.highlight.invalidate();
        const { selected } = this.#layers;
        if (this.#view.density !== null) {
          this.#layers.read();
          this.#canvases.marks.invalidate();
        }
        this.#arrangeSoon();
        if (selected !== null) {
          this.#where.show(selected);
        }
        break;
      }
      case 'colour':
        this.#furniture.showSigns(this.#density.top);
        this.#repaintMarks();
        break;
      case 'relations':
        this.#furniture.showSigns(this.#density.top);
        break;
      case 'hover':
        this.#canvases.highlight.invalidate();
        break;
      case 'theme':
        this.#colours.forget();
        this.#density.forgetColours();
        this.#cells.invalidate();
        Object.values(this.#canvases).forEach(canvas => canvas.invalidate());
        break;
      case 'state':
        this.#open();
        break;
      case 'viewport':
        this.#where.follow(this.#view.viewport);
        break;
    }
  }

  /** Nothing is shown before the map is where it opens, so that it never jumps there. */
  #open(): void {
    this.#where.open();
    this.#stage.classList.toggle('map-stage-waiting', !this.#where.isReady);
  }

  #readMarks(): void {
    this.#root.classList.toggle('map-many', this.#view.density !== null);
    this.#pileMarks.forget();
    this.#density.look(this.#seen(), true);
    this.#layers.read();
    this.#furniture.showSigns(this.#density.top);
    this.#open();
    this.#repaintMarks();
    this.#arrangeSoon();
  }

  /** In a view of many: what is seen may be drawn from something else now. */
  #look(hasNews: boolean): void {
    if (this.#density.look(this.#seen(), hasNews)) {
      this.#layers.read();
      this.#repaintMarks();
      this.#arrangeSoon();
    }
  }

  #seen(): Frame {
    return frameAround(this.#map, 0);
  }

  #repaintMarks(): void {
    this.#cells.invalidate();
    this.#canvases.marks.invalidate();
    if (this.#isEmphasised || isAnything(this.#emphasised())) {
      this.#canvases.highlight.invalidate();
    }
    this.#pointing.refresh();
  }

  #emphasised(): Emphasised {
    return { selected: this.#layers.selected, hovered: this.#view.find(this.#view.hovered), pointed: this.#pointed, focused: this.#keys.hit };
  }

  #moved(): void {
    this.#furniture.showPlace(this.#map.getCenter().lat, this.#map.getZoom(), MIN_ZOOM, MAX_ZOOM);
    this.#tooltip.hide();
    this.#where.tell('moving');
  }

  #settle(): void {
    this.#density.head(null);
    this.#canvases.base.settle();
    this.#arrangeSoon();
    this.#pointing.refresh();
    this.#where.tell('settled');
  }

  #arrangeSoon(): void {
    this.#arranging ||= requestAnimationFrame(() => {
      this.#arranging = 0;
      this.#canvases.marks.flush();
      const drawn = this.#layers.frame;
      if (drawn !== null) {
        const frame = frameAround(this.#map, PADDING.labels);
        const seen = this.#seen();
        const marks = this.#layers.obstacles(this.#labels.measureIn).map(box => moved(box, drawn.left - frame.left, drawn.top - frame.top));
        const hidden = this.#furniture.boxes().map(box => moved(box, seen.left - frame.left, seen.top - frame.top));
        this.#labels.arrange(frame, [...marks, ...hidden, ...this.#arcs.obstacles(frame)]);
        this.#canvases.labels.flush(); // in the same frame as the marks that they make room for
        if (this.#isBaseWhole && this.#view.marks !== null) {
          stands('map');
        }
      }
    });
  }

  #point(hit: Hit | null): void {
    const before = this.#pointed;
    this.#pointed = hit;
    this.#stage.classList.toggle('map-stage-pointing', hit !== null);
    this.#view.hover(hit !== null && hit.marks.length === 1 ? hit.marks[0]!.slug : null);
    if (hit === null || this.#list.isOpen) {
      this.#tooltip.hide();
    } else {
      const { x, y } = this.#onScreen(hit.at);
      this.#tooltip.show(hit, x, y, radiusOf(hit));
    }
    this.#pileMarks.askSoon(hit?.type === 'pile' ? hit.pile : null, () => this.#pointing.refresh());
    if (!looksSame(before, hit)) {
      this.#canvases.highlight.invalidate();
    }
  }

  #choose(hit: Hit): void {
    this.#tooltip.hide();
    this.#choosing.choose(hit, { ...this.#onScreen(hit.at), radius: radiusOf(hit) });
  }

  #zoom(direction: 1 | -1): void {
    this.#where.byHand(() => this.#camera.zoomBy(direction));
  }

  #onScreen({ x, y }: Point): Point {
    const { left, top } = this.#stage.getBoundingClientRect();
    const frame = this.#layers.frame!;
    const seen = this.#map.getPixelBounds().min!;
    return { x: x + frame.left - seen.x + left, y: y + frame.top - seen.y + top };
  }

  #listenToKeys(): () => void {
    return listenToMapKeys(this.#stage, {
      step: direction => this.#keys.step(direction),
      pan: direction => this.#where.byHand(() => this.#camera.pan(direction)),
      zoom: direction => this.#zoom(direction),
      activate: () => this.#keys.hit !== null && this.#choose(this.#keys.hit),
      fit: () => this.fit(),
      leave: () => this.#keys.leave(),
    });
  }
}
