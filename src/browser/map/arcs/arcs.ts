// Relations on the map: a canvas of arcs under the marks, with words on them. Scrubbing draws it again only when an end comes
// into the window, leaves it, or stands under another sign.

import type { LeafletMouseEvent, Map as LeafletMap } from 'leaflet';
import type { Colours } from '../../view/colours';
import type { View } from '../../view/view';
import type { Layers } from '../layers';
import { type Box, boxAround } from '../labels';
import { frameAround, MapCanvas } from '../map-canvas';
import type { Frame, Point } from '../projection';
import { ArcControl } from './arc-control';
import { ArcEnds, isEnd } from './arc-ends';
import { ArcLabels } from './arc-labels';
import { paintArcs } from './arc-paint';
import { arcAt, type ArcPicture, arcPicture, boxOfLabel } from './arc-picture';
import { lacksInWords } from './arc-words';

const NONE: ArcPicture = { arcs: [], lacks: [] };
const SLOP = 5; // pixels
const LABEL_FONT = '600 11px';

export interface ArcSurroundings {
  /** As far beyond the view as the marks. */
  readonly padding: () => number;
  readonly font: string;
  /** What stands on the map, in pixels of its upper left corner. */
  hidden(): Box[];
  /** Labels stand elsewhere now. */
  moved(): void;
}

export class Arcs {
  readonly #map: LeafletMap;
  readonly #view: View;
  readonly #layers: Layers;
  readonly #around: ArcSurroundings;
  readonly #canvas: MapCanvas;
  readonly #labels: ArcLabels;
  readonly #control: ArcControl;
  readonly #ruler = document.createElement('canvas').getContext('2d')!;
  readonly #stop: () => void;
  #picture = NONE;
  #drawn = '';
  #pointed: string | null = null;

  constructor(map: LeafletMap, root: HTMLElement, view: View, layers: Layers, colours: Colours, around: ArcSurroundings) {
    [this.#map, this.#view, this.#layers, this.#around] = [map, view, layers, around];
    this.#control = new ArcControl(root, view);
    this.#labels = new ArcLabels(map, root, view, 460, { point: relation => this.#point(relation) });
    this.#canvas = new MapCanvas(map, { name: 'arcs', order: 390, get padding() { return around.padding(); }, draw: (context, frame) => this.#draw(context, frame, colours) });
    this.#stop = view.listen(change => {
      if (change === 'relations' || change === 'marks') {
        this.#control.update();
      }
      if (change === 'relations' || change === 'selection' || change === 'theme') {
        this.#canvas.invalidate();
      }
    });
    map.on('mousemove', this.#onMove);
    map.on('mouseout dragstart zoomstart', this.#onLeave);
  }

  /** The marks were drawn anew: their signs may be others. */
  marksDrawn(): void {
    if (this.#view.shownRelations.length > 0 && this.#keyOf(this.#ends()) !== this.#drawn) {
      this.#canvas.invalidate();
    }
  }

  /** What names must leave free, in pixels of a frame. */
  obstacles(frame: Frame): Box[] {
    const drawn = this.#canvas.frame;
    return drawn === null || drawn.zoom !== frame.zoom ? [] : this.#picture.arcs.flatMap(({ label }) => label === null ? []
      : [boxOfLabel({ x: label.at.x + drawn.left - frame.left, y: label.at.y + drawn.top - frame.top }, this.#widthOf(label.text))]);
  }

  dispose(): void {
    this.#stop();
    this.#map.off('mousemove', this.#onMove);
    this.#map.off('mouseout dragstart zoomstart', this.#onLeave);
    this.#labels.dispose();
    this.#canvas.dispose();
  }

  /** False: there are none. */
  #draw(context: CanvasRenderingContext2D, frame: Frame, colours: Colours): boolean {
    const signs = this.#layers.frame;
    const shown = this.#view.shownRelations;
    if (signs === null || signs.zoom !== frame.zoom || shown.length === 0) {
      this.#show(NONE, '', frame);
      return shown.length > 0;
    }
    const ends = this.#ends();
    const move = ({ x, y }: Point): Point => ({ x: x + signs.left - frame.left, y: y + signs.top - frame.top });
    const seen = frameAround(this.#map, 0);
    const [left, top] = [seen.left - frame.left, seen.top - frame.top];
    const symbols = (this.#layers.marks.picture?.symbols ?? []).map(symbol => ({ ...move(symbol), radius: symbol.radius }));
    const picture = arcPicture(
      shown,
      slug => {
        const end = ends.of(slug);
        return isEnd(end) ? { ...move(end), radius: end.radius } : end;
      },
      { left, top, right: left + seen.width, bottom: top + seen.height },
      [
        ...symbols.map(({ x, y, radius }) => boxAround(x, y, radius, radius)),
        ...this.#around.hidden().map(box => ({ left: box.left + left, top: box.top + top, right: box.right + left, bottom: box.bottom + top })),
      ],
      text => this.#widthOf(text));
    paintArcs(context, picture, this.#pointed, this.#view.selected !== null, colours);
    this.#show(picture, this.#keyOf(ends), frame);
    return true;
  }

  #show(picture: ArcPicture, key: string, frame: Frame): void {
    const isOther = key !== this.#drawn;
    [this.#picture, this.#drawn] = [picture, key];
    this.#labels.show(picture.arcs, frame);
    const words = this.#view.selected === null && !this.#view.areRelationsMissing ? '' : lacksInWords(picture.lacks, this.#view.relations.isCut, this.#view.areRelationsMissing);
    if (this.#control.say(words)) {
      this.#canvas.invalidate(); // labels give way to it
    }
    isOther && this.#around.moved();
  }

  #ends(): ArcEnds {
    return new ArcEnds(new Set(this.#view.shownRelations.flatMap(({ relation }) => [relation.from, relation.to])), this.#view, this.#layers.marks);
  }

  /** The same as long as the arcs are. */
  #keyOf(ends: ArcEnds): string {
    const { zoom, left, top } = this.#layers.frame!;
    const place = (slug: string): string => {
      const end = ends.of(slug);
      return isEnd(end) ? `${Math.round(end.x + left)},${Math.round(end.y + top)},${end.radius}` : end;
    };
    return `${zoom} ${this.#view.shownRelations.map(({ relation }) => `${relation.id} ${place(relation.from)} ${place(relation.to)}`).join(' ')}`;
  }

  #widthOf(text: string): number {
    this.#ruler.font = `${LABEL_FONT} ${this.#around.font}`;
    return this.#ruler.measureText(text).width;
  }

  #point(relation: string | null): void {
    if (relation !== this.#pointed) {
      this.#pointed = relation;
      this.#canvas.invalidate();
    }
  }

  /** Marks go first: an arc is pointed at where nothing else is. */
  readonly #onMove = (event: LeafletMouseEvent): void => {
    const frame = this.#canvas.frame;
    const signs = this.#layers.frame;
    if (frame === null || signs === null || this.#picture.arcs.length === 0) {
      return;
    }
    const { min } = this.#map.getPixelBounds();
    const at = { x: event.containerPoint.x + min!.x, y: event.containerPoint.y + min!.y };
    const isOnMark = this.#layers.hit({ x: at.x - signs.left, y: at.y - signs.top }, 0) !== null;
    const drawn = isOnMark ? null : arcAt(this.#picture, { x: at.x - frame.left, y: at.y - frame.top }, SLOP);
    if (drawn === null) {
      this.#onLeave();
    } else {
      this.#point(drawn.shown.relation.id);
      this.#labels.tell(drawn.shown.relation, event.originalEvent.clientX, event.originalEvent.clientY);
    }
  };

  readonly #onLeave = (): void => {
    this.#point(null);
    this.#labels.hide();
  };
}
