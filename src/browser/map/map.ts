// The map: a Leaflet map with our own base map and marks, kept in step with the view that the timeline shares.

import type { Map as LeafletMap } from 'leaflet';
import { element } from '../page/elements';
import { Colours } from '../view/colours';
import type { Change, Phase, View, Viewport } from '../view/view';
import { Arcs } from './arcs/arcs';
import { Arranging } from './arranging';
import { BaseMap } from './basemap/base-map';
import { Camera } from './camera';
import { Choosing } from './choosing';
import { DensityCanvas } from './density/density-canvas';
import { DensityLayer } from './density/density-layer';
import { PileMarks } from './density/pile-marks';
import { Furniture } from './furniture';
import { type Emphasised, Highlight, isAnything } from './highlight';
import { IncidentList } from './incident-list';
import { KeyFocus } from './key-focus';
import { listenToMapKeys } from './keyboard';
import { LabelLayer } from './label-layer';
import { Layers } from './layers';
import { MAX_ZOOM, MIN_ZOOM, openMap } from './leaflet-map';
import { frameAround, frameAt, MapCanvas } from './map-canvas';
import type { Hit } from './hit';
import { MarksLayer } from './marks-layer';
import { Pointed } from './pointed';
import { Pointing } from './pointing';
import { Whereabouts } from './whereabouts';

export interface IncidentMap {
  /** Where it is now; null before it is anywhere. */
  readonly where: Viewport | null;
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
  readonly #cells: DensityCanvas;
  readonly #arcs: Arcs;
  readonly #names: Arranging;
  readonly #canvases: Record<'base' | 'labels' | 'marks' | 'highlight', MapCanvas>;
  readonly #pointing: Pointing;
  readonly #keys: KeyFocus;
  readonly #pointed: Pointed;
  readonly #list: IncidentList;
  readonly #choosing: Choosing;
  readonly #furniture: Furniture;
  readonly #stops: (() => void)[];
  #isEmphasised = false;
  /** Where somebody is about to zoom. */
  #foreseen: 1 | -1 | null = null;

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
    this.#cells = new DensityCanvas(this.#map, this.#density, { order: 250, padding: PADDING.density });
    this.#canvases = {
      base: new MapCanvas(this.#map, { name: 'base', order: 200, padding: PADDING.base, scales: true, isStill: true, isOpaque: true, draw: (context, frame) => this.#base.draw(context, frame, this.#colours) }),
      labels: new MapCanvas(this.#map, { name: 'labels', order: 300, padding: PADDING.labels, isStill: true, draw: (context, frame) => this.#labels.draw(context, frame) }),
      marks: new MapCanvas(this.#map, { name: 'marks', order: 400, get padding() { return view.density === null ? PADDING.marks : PADDING.piles; }, canStay: () => this.#layers.canStay, draw: (context, frame, sheet) => {
        this.#layers.draw(context, frame, sheet);
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
    this.#pointed = new Pointed(this.#root, this.#map, view, this.#layers, this.#pileMarks, {
      changed: () => this.#canvases.highlight.invalidate(),
      refresh: () => this.#pointing.refresh(),
    });
    this.#pointing = new Pointing(this.#map, this.#layers, {
      point: hit => this.#pointed.point(hit, this.#list),
      choose: hit => this.#choose(hit),
      zoomIn: around => this.#where.byHand(() => this.#camera.zoomBy(1, around)),
      isGoing: () => this.#camera.isMoving,
    });
    this.#keys = new KeyFocus(this.#map, this.#layers, view, live, () => {
      this.#pointed.hide();
      this.#canvases.highlight.invalidate();
    });
    this.#list = new IncidentList(this.#root, view, mark => view.select(mark.slug), () => this.focus());
    this.#choosing = new Choosing(view, this.#layers, this.#pileMarks, this.#where, this.#list, MAX_ZOOM);
    this.#furniture = new Furniture(this.#root, view, { zoom: direction => this.#zoom(direction), foresee: direction => this.#foresee(direction), fit: () => this.fit(), retry: () => void this.#loadBase() });
    this.#arcs = new Arcs(this.#map, this.#root, view, this.#layers, this.#colours, {
      padding: () => view.density === null ? PADDING.marks : PADDING.piles, font, hidden: () => this.#furniture.boxes(), moved: () => this.#names.soon(),
    });
    this.#names = new Arranging(this.#map, view, {
      base: this.#base, layers: this.#layers, arcs: this.#arcs, furniture: this.#furniture, marks: this.#canvases.marks, labels: this.#labels, names: this.#canvases.labels,
      padding: PADDING.labels,
    });
    this.#stops = [view.listen((change, phase) => this.#viewChanged(change, phase)), listenToMapKeys(this.#stage, {
      step: direction => this.#keys.step(direction),
      pan: direction => this.#where.byHand(() => this.#camera.pan(direction)),
      zoom: direction => this.#zoom(direction),
      activate: () => this.#keys.hit !== null && this.#choose(this.#keys.hit),
      fit: () => this.fit(),
      leave: () => this.#keys.leave(),
    })];
    this.#map.on('move', () => this.#moved()).on('moveend', () => this.#camera.isMoving || this.#settle());
    this.#readMarks();
    this.#moved();
    void this.#loadBase();
  }

  get where(): Viewport | null { return this.#where.here; }

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
    this.#stops.forEach(stop => stop());
    for (const part of [this.#base, this.#names, this.#arcs, this.#pointing, this.#keys, this.#camera, this.#where, this.#cells, this.#pileMarks, ...Object.values(this.#canvases)]) {
      part.dispose();
    }
    this.#map.remove();
    this.#root.remove();
  }

  async #loadBase(): Promise<void> {
    this.#furniture.showFailure(false);
    await this.#base.load();
    this.#furniture.showFailure(!this.#base.isWhole);
  }

  #baseChanged(): void {
    this.#canvases.base.invalidate();
    this.#names.soon();
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
        this.#repaintMarks(phase === 'moving');
        if (phase !== 'moving') {
          this.#cells.settle();
          this.#names.soon();
        }
        break;
      case 'selection': {
        this.#canvases.highlight.invalidate();
        const { selected } = this.#layers;
        if (this.#view.density !== null) {
          this.#layers.read();
          this.#canvases.marks.invalidate();
        }
        this.#names.soon();
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
        if (this.#view.marks === null) {
          this.#names.soon();
        }
        break;
      case 'viewport':
        this.#where.follow(this.#view.viewport, phase);
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
    this.#density.look(frameAround(this.#map, 0), true);
    this.#layers.read();
    this.#furniture.showSigns(this.#density.top);
    this.#open();
    this.#repaintMarks();
    this.#names.soon();
  }

  /** In a view of many: what is seen may be drawn from something else now. */
  #look(hasNews: boolean): void {
    if (this.#density.look(frameAround(this.#map, 0), hasNews)) {
      this.#layers.read();
      this.#repaintMarks();
      this.#names.soon();
    }
  }

  #repaintMarks(isTimeMoving = false): void {
    this.#cells.invalidate(isTimeMoving);
    this.#canvases.marks.invalidate();
    if (this.#isEmphasised || isAnything(this.#emphasised())) {
      this.#canvases.highlight.invalidate();
    }
    this.#pointing.refresh();
  }

  #emphasised(): Emphasised {
    return { selected: this.#layers.selected, hovered: this.#view.find(this.#view.hovered), pointed: this.#pointed.hit, focused: this.#keys.hit };
  }

  #moved(): void {
    this.#furniture.showPlace(this.#map.getCenter().lat, this.#map.getZoom(), MIN_ZOOM, MAX_ZOOM);
    this.#pointed.hide();
    this.#where.tell('moving');
  }

  #settle(): void {
    this.#density.head(null);
    this.#canvases.base.settle();
    this.#cells.settle();
    this.#names.soon();
    this.#pointing.refresh();
    this.#where.tell('settled');
    this.#foreseen !== null && this.#foresee(this.#foreseen);
  }

  #foresee(direction: 1 | -1 | null): void {
    this.#foreseen = direction;
    const next = direction === null ? null : this.#camera.next(direction);
    this.#density.foresee(next === null ? null : frameAt(this.#map, next.centre, next.zoom));
  }

  #choose(hit: Hit): void {
    this.#pointed.choose(hit, this.#choosing);
  }

  #zoom(direction: 1 | -1): void {
    this.#where.byHand(() => this.#camera.zoomBy(direction));
  }
}
