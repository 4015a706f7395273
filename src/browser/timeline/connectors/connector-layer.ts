// Relations on the timeline, kept as they were drawn until the picture, the relations, or which of their ends lie in the window change.

import type { ShownRelation } from '../../view/relations';
import { font, type Easel } from '../easel';
import { Layer } from '../layer';
import type { Counted, Picture, Single } from '../picture';
import { type Connector, connectorBetween } from './connector-geometry';

interface Drawn {
  readonly shown: ShownRelation;
  readonly connector: Connector;
  /** Both ends in the window. */
  readonly isIn: boolean;
}

const ARROW = 6; // pixels
const FAINT = 0.4; // with an end outside the window
const QUIET = 0.5; // of no selection, while there is one
const DASHES = { asserted: [], uncertain: [2, 3], contradicted: [5, 3.5] } as const;
const LABEL_ROOM = 16; // pixels of the arch beside its words

export class ConnectorLayer {
  readonly #layer = new Layer();
  #last: { picture: Picture; shown: readonly ShownRelation[]; ends: string } | null = null;
  #isEmpty = true;

  /** Draws all anew when it is next updated. */
  forget(): void {
    this.#last = null;
  }

  /** Brings it up to date and lays it into the drawing. */
  update(easel: Easel, shown: readonly ShownRelation[]): void {
    const { picture } = easel;
    const ends = shown.map(({ relation: { from, to } }) => `${countIn(easel, from)}${countIn(easel, to)}`).join();
    if (this.#last === null || this.#last.picture !== picture || this.#last.shown !== shown || this.#last.ends !== ends) {
      this.#last = { picture, shown, ends };
      this.#draw(easel, shown);
    }
    if (!this.#isEmpty) {
      this.#layer.layInto(easel.context);
    }
  }

  #draw(easel: Easel, shown: readonly ShownRelation[]): void {
    const { layout } = easel.picture;
    const all = shown.flatMap(one => connectorOf(easel, one)).sort((a, b) => rank(a) - rank(b));
    this.#isEmpty = all.length === 0;
    if (!this.#isEmpty) {
      const context = this.#layer.clear({ top: 0, width: layout.width, height: layout.axisTop }, easel.pixelRatio);
      const own = { ...easel, context };
      all.forEach(drawn => paint(own, drawn, easel.selected >= 0));
      writeLags(own, all);
    }
  }
}

function rank({ shown, isIn }: Drawn): number {
  return Number(shown.isOfSelection) * 2 + Number(isIn);
}

/** 1 where the mark is in the window. */
function countIn({ picture, emphasis }: Easel, slug: string): number {
  const index = picture.marks.indexOf(slug);
  return index >= 0 && emphasis(index) > 0 ? 1 : 0;
}

function connectorOf(easel: Easel, shown: ShownRelation): Drawn[] {
  const { picture } = easel;
  const { relation: { from, to } } = shown;
  const [start, end] = [standOf(picture, from), standOf(picture, to)];
  const connector = start === null || end === null ? null : connectorBetween(start, end, picture.layout.glyphRadius + 2, picture.layout.barsTop);
  return connector === null ? [] : [{ shown, connector, isIn: countIn(easel, from) + countIn(easel, to) === 2 }];
}

/** Where a mark stands; null where it is out of sight, or a period with a row of its own. */
function standOf(picture: Picture, slug: string): Single | Counted | null {
  const index = picture.marks.indexOf(slug);
  const place = index < 0 ? null : picture.find(index);
  return place === null || picture.periods.includes(place as Single) ? null : place;
}

function colourOf({ relation: { step, standing } }: ShownRelation): string {
  return standing === 'contradicted' ? '--bad' : step ? '--accent' : '--text-2';
}

function paint({ context, ink }: Easel, { shown, connector, isIn }: Drawn, hasSelection: boolean): void {
  const { relation } = shown;
  const strength = (isIn ? 1 : FAINT) * (hasSelection && !shown.isOfSelection ? QUIET : 1);
  const colour = ink.mixed(colourOf(shown), strength);
  const width = relation.step || relation.standing === 'contradicted' ? 1.6 : 1;
  context.lineCap = 'round';
  traceArch(context, connector);
  context.strokeStyle = ink.get('--surface');
  context.lineWidth = width + 2.5;
  context.stroke();
  traceArch(context, connector);
  context.setLineDash([...DASHES[relation.standing]]);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.setLineDash([]);
  paintArrow(context, connector, colour, relation.standing === 'contradicted' ? ink.get('--surface') : colour);
}

function traceArch(context: CanvasRenderingContext2D, { from, first, second, to }: Connector): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.bezierCurveTo(first.x, first.y, second.x, second.y, to.x, to.y);
}

function paintArrow(context: CanvasRenderingContext2D, { to, second }: Connector, colour: string, inside: string): void {
  const heading = Math.atan2(to.y - second.y, to.x - second.x);
  context.beginPath();
  context.moveTo(to.x, to.y);
  for (const side of [-1, 1]) {
    context.lineTo(to.x - ARROW * Math.cos(heading + side * 0.45), to.y - ARROW * Math.sin(heading + side * 0.45));
  }
  context.closePath();
  context.fillStyle = inside;
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.fill();
  context.stroke();
}

/** The time between, on the arches of the selection that have room for it, none over another. */
function writeLags(easel: Easel, all: readonly Drawn[]): void {
  const { context, ink } = easel;
  const taken: { left: number; right: number; y: number }[] = [];
  context.font = font(easel, 10, 600);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { shown, connector, isIn } of all.filter(({ shown }) => shown.isOfSelection && shown.relation.lag !== null)) {
    const text = shown.relation.standing === 'contradicted' ? `contradicted · ${shown.relation.lag}` : shown.relation.lag!;
    const half = context.measureText(text).width / 2 + 3;
    const { x, y } = connector.top;
    const hasRoom = Math.abs(connector.to.x - connector.from.x) > 2 * half + LABEL_ROOM;
    if (isIn && hasRoom && !taken.some(other => x - half < other.right && x + half > other.left && Math.abs(y - other.y) < 13)) {
      taken.push({ left: x - half, right: x + half, y });
      context.fillStyle = ink.get('--surface');
      context.beginPath();
      context.roundRect(x - half, y - 7, half * 2, 14, 7);
      context.fill();
      context.fillStyle = ink.get(colourOf(shown));
      context.fillText(text, x, y + 0.5);
    }
  }
}
