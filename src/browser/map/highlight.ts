// What is chosen, hovered or reached by keyboard, above everything else: hovering redraws nothing but this.

import type { Colours } from '../view/colours';
import type { Mark } from '../view/marks';
import type { View } from '../view/view';
import type { DensityLayer } from './density/density-layer';
import type { Pile } from './density/piles';
import type { Hit } from './hit';
import type { MarksLayer } from './marks-layer';
import { paintRing, paintSign, paintSingle } from './paint';
import type { Frame, Point } from './projection';
import { paintRoute, paintStopName, type RoutePicture, stopFont, stopNames, traceStop } from './route';
import { badgeOf, isNearLine, type Outline, paintOutline } from './shapes';
import { type Disc, placeSingle, type Symbol } from './symbols';

export interface Emphasised {
  readonly selected: Mark | null;
  readonly hovered: Mark | null;
  /** What the pointer is on, when that is not one incident. */
  readonly pointed: Hit | null;
  readonly focused: Hit | null;
}

export function isAnything({ selected, hovered, pointed, focused }: Emphasised): boolean {
  return selected !== null || hovered !== null || pointed !== null || focused !== null;
}

export class Highlight {
  readonly #view: View;
  readonly #marks: MarksLayer;
  readonly #density: DensityLayer;
  readonly #colours: Colours;
  readonly #font: string;

  constructor(view: View, marks: MarksLayer, density: DensityLayer, colours: Colours, font: string) {
    this.#view = view;
    this.#marks = marks;
    this.#density = density;
    this.#colours = colours;
    this.#font = font;
  }

  draw(context: CanvasRenderingContext2D, frame: Frame, { selected, hovered, pointed, focused }: Emphasised): void {
    const picture = this.#marks.picture;
    if (picture === null || picture.frame.zoom !== frame.zoom) {
      return;
    }
    context.translate(picture.frame.left - frame.left, picture.frame.top - frame.top);
    if (hovered !== null && hovered !== selected) {
      this.#drawMark(context, hovered, 2, 0.75);
    }
    if (selected !== null) {
      this.#drawMark(context, selected, 2.75, 1);
    }
    if (pointed?.type === 'symbol' && pointed.marks.length > 1) {
      this.#drawSymbol(context, pointed.symbol, 2, 0.75);
    }
    if (pointed?.type === 'pile') {
      this.#drawPile(context, pointed.pile);
    }
    if (focused !== null) {
      this.#drawFocus(context, focused);
    }
  }

  #drawMark(context: CanvasRenderingContext2D, mark: Mark, width: number, alpha: number): void {
    for (const { mark: other, outline } of this.#marks.shapes) {
      if (other === mark) {
        context.globalAlpha = alpha;
        paintOutline(context, outline, this.#colours.get('--accent'), width);
        this.#repaintSymbolsOn(context, outline);
        const { x, y } = badgeOf(outline);
        paintSign(context, this.#view.signs.of(mark), x, y, 6, this.#colours);
        this.#circle(context, { x, y }, 9.5, width, alpha);
      }
    }
    for (const { mark: other, picture } of this.#marks.routes) {
      if (other === mark) {
        this.#drawRoute(context, picture);
      }
    }
    for (const symbol of this.#marks.picture?.symbols ?? []) {
      if (symbol.type === 'single' ? symbol.mark === mark : symbol.marks.includes(mark)) {
        this.#drawWhole(context, symbol, width, alpha);
        symbol.type === 'ring' && this.#drawDiscsOf(context, mark, symbol, width, alpha);
      }
    }
  }

  /** A symbol, or the ring of counted incidents that covers it. */
  #drawWhole(context: CanvasRenderingContext2D, symbol: Symbol, width: number, alpha: number): void {
    const pile = this.#density.pileOver(symbol);
    if (pile === null) {
      this.#drawSymbol(context, symbol, width, alpha);
      return;
    }
    symbol.type === 'single' && symbol.disc !== null && symbol.disc.radius > pile.radius && this.#drawDisc(context, symbol.disc, width, alpha);
    this.#density.paint(context, pile);
    this.#circle(context, pile, pile.radius + 3.5, width, alpha);
  }

  #drawPile(context: CanvasRenderingContext2D, pile: Pile): void {
    const { x, y, radius } = pile;
    if (pile.group === null) {
      context.strokeStyle = this.#colours.get('--accent');
      context.lineWidth = 1.5;
      context.strokeRect(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2);
    } else {
      this.#circle(context, pile, pile.count === 1 ? 9.5 : radius + 3.5, 2, 0.75);
    }
  }

  /** What stands on an outline stays above it. */
  #repaintSymbolsOn(context: CanvasRenderingContext2D, outline: Outline): void {
    context.globalAlpha = 1;
    for (const symbol of this.#marks.picture?.symbols ?? []) {
      if (isNearLine(outline.points, symbol, symbol.radius)) {
        this.#paintSymbol(context, symbol);
      }
    }
  }

  #paintSymbol(context: CanvasRenderingContext2D, symbol: Symbol): void {
    symbol.type === 'single' ? paintSingle(context, symbol, this.#view.signs, this.#colours) : paintRing(context, symbol, this.#view.signs, this.#colours, this.#font);
  }

  #drawSymbol(context: CanvasRenderingContext2D, symbol: Symbol, width: number, alpha: number): void {
    if (symbol.type === 'single') {
      symbol.disc !== null && this.#drawDisc(context, symbol.disc, width, alpha);
      this.#circle(context, symbol, symbol.disc === null ? 12 : 9.5, width, alpha);
      this.#paintSymbol(context, symbol);
    } else {
      this.#paintSymbol(context, symbol);
      this.#circle(context, symbol, symbol.radius + 3.5, width, alpha);
    }
  }

  /** Where exactly the incident is among those that share a ring. */
  #drawDiscsOf(context: CanvasRenderingContext2D, mark: Mark, ring: Symbol & { type: 'ring' }, width: number, alpha: number): void {
    const { frame } = this.#marks.picture!;
    for (const member of ring.group.members) {
      const spot = this.#marks.scene.spots[member]!;
      const disc = this.#marks.scene.marks[spot.mark] === mark ? placeSingle(spot, mark, 1, frame, this.#view.signs).disc : null;
      if (disc !== null && disc.radius > ring.radius) {
        this.#drawDisc(context, disc, width, alpha);
        paintRing(context, ring, this.#view.signs, this.#colours, this.#font);
        this.#circle(context, ring, ring.radius + 3.5, width, alpha);
      }
    }
  }

  #drawDisc(context: CanvasRenderingContext2D, { x, y, radius }: Disc, width: number, alpha: number): void {
    this.#circle(context, { x, y }, radius, Math.min(width, 2), alpha);
    context.fillStyle = this.#colours.get('--accent');
    context.globalAlpha = 0.07 * alpha;
    context.fill();
    context.globalAlpha = 1;
  }

  #circle(context: CanvasRenderingContext2D, { x, y }: Point, radius: number, width: number, alpha: number): void {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.globalAlpha = alpha;
    context.strokeStyle = this.#colours.get('--accent');
    context.lineWidth = width;
    context.stroke();
    context.globalAlpha = 1;
  }

  #drawRoute(context: CanvasRenderingContext2D, picture: RoutePicture): void {
    paintRoute(context, picture, this.#colours.get('--accent'), 1, 2.5, this.#marks.picture!.frame, this.#colours, this.#font);
    context.font = stopFont(this.#font);
    for (const name of stopNames(picture.discs, text => context.measureText(text).width)) {
      paintStopName(context, name, this.#colours);
    }
  }

  #drawFocus(context: CanvasRenderingContext2D, hit: Hit): void {
    for (const [colour, width] of [['--surface', 5], ['--focus', 2.5]] as const) {
      if (hit.type === 'stop') {
        traceStop(context, hit.stop, 5);
      } else {
        context.beginPath();
        context.arc(hit.at.x, hit.at.y, hit.type === 'symbol' ? hit.symbol.radius + 6 : hit.type === 'pile' ? hit.pile.radius + 6 : 13, 0, 2 * Math.PI);
      }
      context.strokeStyle = this.#colours.get(colour);
      context.lineWidth = width;
      context.stroke();
    }
  }
}
