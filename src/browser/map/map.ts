// The map: a Leaflet map with our own base map and marks, kept in step with the view that the timeline shares.

import { Map as LeafletMap } from 'leaflet';
import { element } from '../page/elements';
import { Colours } from '../view/colours';
import type { Change, Phase, View } from '../view/view';
import { BaseMap } from './basemap/base-map';
import { Camera, isMotionReduced } from './camera';
import { Furniture } from './furniture';
import { Highlight } from './highlight';
import { IncidentList } from './incident-list';
import { KeyFocus } from './key-focus';
import { listenToMapKeys } from './keyboard';
import { LabelLayer } from './label-layer';
import { MapCanvas } from './map-canvas';
import { type Hit, MarksLayer } from './marks-layer';
import { Pointing } from './pointing';
import type { Point } from './projection';
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

const MIN_ZOOM = 2;
const MAX_ZOOM = 12;
/** How far canvases reach beyond each side, as a share of the map's size: what is dear to draw reaches far, what changes often does not. */
const PADDING = { base: 0.25, labels: 0.15, marks: 0.15, highlight: 0 };
const LABEL = 'Map of incidents. Arrow keys go from mark to mark, Enter opens one, plus and minus zoom, Shift and arrow keys move the map.';

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
  readonly #marks: MarksLayer;
  readonly #labels: LabelLayer;
  readonly #canvases: Record<'base' | 'labels' | 'marks' | 'highlight', MapCanvas>;
  readonly #pointing: Pointing;
  readonly #keys: KeyFocus;
  readonly #tooltip: Tooltip;
  readonly #list: IncidentList;
  readonly #furniture: Furniture;
  readonly #stops: (() => void)[];
  #pointed: Hit | null = null;
  #arranging = 0;

  constructor(root: HTMLElement, view: View) {
    this.#view = view;
    const live = element('div', 'map-live');
    this.#root.append(this.#stage, live);
    root.append(this.#root);
    this.#map = openMap(this.#stage);
    this.#camera = new Camera(this.#map, () => this.#settle());
    const font = getComputedStyle(this.#root).fontFamily;
    this.#base = new BaseMap(() => this.#baseChanged());
    this.#marks = new MarksLayer(view, this.#colours, font);
    this.#labels = new LabelLayer(this.#base, this.#colours, font, () => this.#canvases.labels.invalidate());
    const highlight = new Highlight(view, this.#marks, this.#colours, font);
    this.#canvases = {
      base: new MapCanvas(this.#map, { name: 'base', order: 200, padding: PADDING.base, scales: true, draw: (context, frame) => this.#base.draw(context, frame, this.#colours) }),
      labels: new MapCanvas(this.#map, { name: 'labels', order: 300, padding: PADDING.labels, draw: (context, frame) => this.#labels.draw(context, frame) }),
      marks: new MapCanvas(this.#map, { name: 'marks', order: 400, padding: PADDING.marks, draw: (context, frame) => {
        this.#marks.draw(context, frame);
        this.#keys.refresh();
      } }),
      highlight: new MapCanvas(this.#map, { name: 'highlight', order: 450, padding: PADDING.highlight, draw: (context, frame) => highlight.draw(context, frame, {
        selected: view.find(view.selected), hovered: view.find(view.hovered), pointed: this.#pointed, focused: this.#keys.hit,
      }) }),
    };
    this.#where = new Whereabouts(this.#map, this.#camera, view, this.#marks);
    this.#pointing = new Pointing(this.#map, this.#marks, {
      point: hit => this.#point(hit),
      choose: hit => this.#choose(hit),
      zoomIn: around => this.#where.byHand(() => this.#camera.zoomBy(1, around)),
    });
    this.#keys = new KeyFocus(this.#map, this.#marks, view, live, () => {
      this.#tooltip.hide();
      this.#canvases.highlight.invalidate();
    });
    this.#tooltip = new Tooltip(this.#root, view);
    this.#list = new IncidentList(this.#root, view, mark => view.select(mark.slug), () => this.focus());
    this.#furniture = new Furniture(this.#root, view, { zoom: direction => this.#zoom(direction), fit: () => this.fit(), retry: () => void this.#loadBase() });
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
    this.#where.fit((this.#view.marks?.incidents ?? []).filter(mark => this.#view.isInWindow(mark)));
  }

  focus(): void {
    this.#stage.focus({ preventScroll: true });
  }

  dispose(): void {
    cancelAnimationFrame(this.#arranging);
    this.#stops.forEach(stop => stop());
    for (const part of [this.#base, this.#pointing, this.#keys, this.#camera, this.#where, ...Object.values(this.#canvases)]) {
      part.dispose();
    }
    this.#map.remove();
    this.#root.remove();
  }

  async #loadBase(): Promise<void> {
    this.#furniture.showFailure(false);
    const isWhole = await this.#base.load();
    this.#furniture.showFailure(!isWhole);
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
      case 'window':
      case 'mode':
        this.#repaintMarks();
        if (phase !== 'moving') {
          this.#arrangeSoon();
        }
        break;
      case 'selection': {
        this.#canvases.highlight.invalidate();
        this.#arrangeSoon();
        const selected = this.#view.find(this.#view.selected);
        if (selected !== null) {
          this.#where.show(selected);
        }
        break;
      }
      case 'colour':
        this.#furniture.showSigns();
        this.#repaintMarks();
        break;
      case 'hover':
        this.#canvases.highlight.invalidate();
        break;
      case 'theme':
        this.#colours.forget();
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
    this.#marks.read();
    this.#furniture.showSigns();
    this.#open();
    this.#repaintMarks();
    this.#arrangeSoon();
  }

  #repaintMarks(): void {
    this.#canvases.marks.invalidate();
    this.#canvases.highlight.invalidate();
    this.#pointing.refresh();
  }

  #moved(): void {
    this.#furniture.showPlace(this.#map.getCenter().lat, this.#map.getZoom(), MIN_ZOOM, MAX_ZOOM);
    this.#tooltip.hide();
    this.#where.tell('moving');
  }

  #settle(): void {
    this.#canvases.base.settle();
    this.#arrangeSoon();
    this.#pointing.refresh();
    this.#where.tell('settled');
  }

  #arrangeSoon(): void {
    this.#arranging ||= requestAnimationFrame(() => {
      this.#arranging = 0;
      this.#canvases.marks.flush();
      const { picture } = this.#marks;
      if (picture !== null) {
        const marks = this.#marks.obstacles(this.#view.find(this.#view.selected), this.#labels.measureIn);
        const seen = this.#map.getPixelBounds().min!;
        const [x, y] = [seen.x - picture.frame.left, seen.y - picture.frame.top];
        const hidden = this.#furniture.boxes().map(({ left, top, right, bottom }) => ({ left: left + x, top: top + y, right: right + x, bottom: bottom + y }));
        this.#labels.arrange(picture.frame, [...marks, ...hidden]);
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
    if (before?.type !== hit?.type || before?.marks[0] !== hit?.marks[0] || before?.marks.length !== hit?.marks.length) {
      this.#canvases.highlight.invalidate();
    }
  }

  /** One incident is selected; several come apart by zooming in, or, if they never would, as a list. */
  #choose(hit: Hit): void {
    this.#tooltip.hide();
    const ring = hit.type === 'symbol' && hit.symbol.type === 'ring' ? hit.symbol : null;
    const zoom = ring === null ? null : this.#marks.splitZoom(ring, MAX_ZOOM);
    if (hit.marks.length === 1) {
      this.#view.select(hit.marks[0]!.slug);
    } else if (ring !== null && zoom !== null) {
      this.#where.approach(this.#marks.groundOf(ring), zoom);
    } else {
      const { x, y } = this.#onScreen(hit.at);
      this.#list.open(hit.marks, x, y, radiusOf(hit));
    }
  }

  #zoom(direction: 1 | -1): void {
    this.#where.byHand(() => this.#camera.zoomBy(direction));
  }

  #onScreen({ x, y }: Point): Point {
    const { left, top } = this.#stage.getBoundingClientRect();
    const { frame } = this.#marks.picture!;
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

function openMap(stage: HTMLElement): LeafletMap {
  stage.tabIndex = 0;
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-roledescription', 'map');
  stage.setAttribute('aria-label', LABEL);
  const map = new LeafletMap(stage, {
    attributionControl: false,
    boxZoom: false,
    doubleClickZoom: false,
    fadeAnimation: false,
    inertia: !isMotionReduced(),
    keyboard: false,
    markerZoomAnimation: false,
    maxBounds: [[-85, -540], [85, 540]],
    maxBoundsViscosity: 1,
    maxZoom: MAX_ZOOM,
    minZoom: MIN_ZOOM,
    scrollWheelZoom: false,
    zoomAnimation: false,
    zoomControl: false,
    zoomSnap: 0,
  });
  return map.setView([33.5, 42], 5, { animate: false });
}

function radiusOf(hit: Hit): number {
  return hit.type === 'symbol' ? hit.symbol.radius : hit.type === 'stop' ? 9 : 4;
}
