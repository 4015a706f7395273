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
import { DensityLayer } from './density/density-layer';
import { PileMarks } from './density/pile-marks';
import { Furniture } from './furniture';
import { type Emphasised, Highlight } from './highlight';
import { IncidentList } from './incident-list';
import { KeyFocus } from './key-focus';
import { listenToMapKeys } from './keyboard';
import { LabelLayer } from './label-layer';
import { Layers } from './layers';
import { MAX_ZOOM, MIN_ZOOM, openMap } from './leaflet-map';
import { frameAround, frameAt } from './map-canvas';
import type { Hit } from './hit';
import { MarksLayer } from './marks-layer';
import { Pointed } from './pointed';
import { Pointing } from './pointing';
import { Stack } from './stack';
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
  readonly #arcs: Arcs;
  readonly #names: Arranging;
  readonly #stack: Stack;
  readonly #pointing: Pointing;
  readonly #keys: KeyFocus;
  readonly #pointed: Pointed;
  readonly #list: IncidentList;
  readonly #choosing: Choosing;
  readonly #furniture: Furniture;
  readonly #stops: (() => void)[];
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
    this.#labels = new LabelLayer(this.#base, this.#colours, font, () => this.#stack.labels.invalidate());
    // Before the canvases hear of it: what they then draw is there.
    this.#map.on('zoom move', () => this.#look(false));
    this.#stack = new Stack(this.#map, {
      base: (context, frame) => this.#base.draw(context, frame, this.#colours),
      density: this.#density,
      labels: (context, frame) => this.#labels.draw(context, frame),
      marks: (context, frame, sheet) => {
        this.#layers.draw(context, frame, sheet);
        this.#arcs.marksDrawn();
        this.#keys.refresh();
      },
      canMarksStay: () => this.#layers.canStay,
      highlight: new Highlight(view, marks, this.#density, this.#colours, font),
      emphasised: () => this.#emphasised(),
      hasPiles: () => view.density !== null,
    });
    this.#where = new Whereabouts(this.#map, this.#camera, view, this.#layers);
    this.#pointed = new Pointed(this.#root, this.#map, view, this.#layers, this.#pileMarks, {
      changed: () => this.#stack.highlight.invalidate(),
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
      this.#stack.highlight.invalidate();
    });
    this.#list = new IncidentList(this.#root, view, mark => view.select(mark.slug), () => this.focus());
    this.#choosing = new Choosing(view, this.#layers, this.#pileMarks, this.#where, this.#list, MAX_ZOOM);
    this.#furniture = new Furniture(this.#root, view, { zoom: direction => this.#zoom(direction), foresee: direction => this.#foresee(direction), fit: () => this.fit(), retry: () => void this.#loadBase() });
    this.#arcs = new Arcs(this.#map, this.#root, view, this.#layers, this.#colours, {
      padding: () => this.#stack.marksPadding, font, hidden: () => this.#furniture.boxes(), moved: () => this.#names.soon(),
    });
    this.#names = new Arranging(this.#map, view, {
      base: this.#base, layers: this.#layers, arcs: this.#arcs, furniture: this.#furniture, marks: this.#stack.marks, labels: this.#labels, names: this.#stack.labels,
      padding: this.#stack.labelsPadding,
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
    for (const part of [this.#base, this.#names, this.#arcs, this.#pointing, this.#keys, this.#camera, this.#where, this.#pileMarks, this.#stack]) {
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
    this.#stack.base.invalidate();
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
          this.#stack.cells.settle();
          this.#names.soon();
        }
        break;
      case 'selection': {
        this.#stack.highlight.invalidate();
        const { selected } = this.#layers;
        if (this.#view.density !== null) {
          this.#layers.read();
          this.#stack.marks.invalidate();
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
        this.#stack.highlight.invalidate();
        break;
      case 'theme':
        this.#colours.forget();
        this.#density.forgetColours();
        this.#stack.invalidate();
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
    this.#stack.repaintMarks(isTimeMoving);
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
    this.#stack.settle();
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
