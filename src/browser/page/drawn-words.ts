// Words that change with every frame. While they do they are drawn: for written ones the browser would lay out, paint and put
// together the page each time.

import { element } from './elements';

interface Style {
  readonly font: string;
  readonly spacing: string;
  readonly colour: string;
  /** Pixels between it and what stands before it. */
  readonly gap: number;
}

/** How many times the spare pixels must be left before words that became shorter give them back: dates are longer and shorter by turns. */
const SPARES = 6;

export class DrawnWords {
  readonly #pieces: readonly HTMLElement[];
  readonly #spare: number;
  readonly #canvas = element('canvas', '');
  readonly #context: CanvasRenderingContext2D;
  /** Of each piece, null where it is not shown; null while they are written. */
  #styles: readonly (Style | null)[] | null = null;
  #ascent = 0;
  /** What the context has taken. */
  #taken: Style | null = null;
  #size = { width: 0, height: 0 };

  /** `pieces` stand side by side on one line. `spare`: pixels by which the drawing is wider, so that a longer word moves nothing beside it. */
  constructor(pieces: readonly HTMLElement[], spare = 0) {
    this.#pieces = pieces;
    this.#spare = spare;
    this.#context = this.#canvas.getContext('2d')!;
    this.#canvas.setAttribute('aria-hidden', 'true');
  }

  /** Draws what the pieces say, in their place. */
  draw(): void {
    const styles = this.#styles ??= this.#replace();
    if (styles.every(style => style === null)) {
      return;
    }
    const widths = this.#pieces.map((piece, i) => styles[i] === null ? 0 : this.#measure(piece, styles[i]!));
    const width = widths.reduce((sum, piece, i) => sum + piece + (styles[i]?.gap ?? 0), 0);
    if (width > this.#size.width || width < this.#size.width - SPARES * this.#spare - 0.5) {
      this.#resize(width + this.#spare, this.#size.height);
    }
    this.#context.clearRect(0, 0, this.#size.width, this.#size.height);
    let x = 0;
    this.#pieces.forEach((piece, i) => {
      const style = styles[i]!;
      if (style !== null) {
        this.#take(style);
        this.#context.fillStyle = style.colour;
        this.#context.fillText(piece.textContent, x + style.gap, this.#ascent);
        x += style.gap + widths[i]!;
      }
    });
  }

  /** Shows the words themselves. */
  write(): void {
    if (this.#styles !== null) {
      this.#styles = null;
      this.#canvas.remove();
      this.#pieces.forEach(piece => { piece.style.display = ''; });
    }
  }

  #replace(): (Style | null)[] {
    const boxes = this.#pieces.map(piece => piece.getClientRects()[0] ?? null);
    let end: number | null = null;
    const styles = this.#pieces.map((piece, i) => {
      const box = boxes[i]!;
      if (box === null) {
        return null;
      }
      const { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing, color } = getComputedStyle(piece);
      const gap = end === null ? 0 : box.left - end;
      end = box.right;
      return { font: `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`, spacing: letterSpacing === 'normal' ? '0px' : letterSpacing, colour: color, gap };
    });
    const first = styles.find(style => style !== null);
    if (first !== undefined) {
      this.#take(first);
      const { fontBoundingBoxAscent, fontBoundingBoxDescent } = this.#context.measureText('0');
      this.#ascent = Math.round(fontBoundingBoxAscent);
      const descent = Math.round(fontBoundingBoxDescent);
      this.#canvas.style.verticalAlign = `${-descent}px`;
      this.#resize(0, this.#ascent + descent);
      this.#pieces[0]!.before(this.#canvas);
      this.#pieces.forEach(piece => { piece.style.display = 'none'; });
    }
    return styles;
  }

  #measure({ textContent }: HTMLElement, style: Style): number {
    this.#take(style);
    return this.#context.measureText(textContent).width;
  }

  #take(style: Style): void {
    if (style !== this.#taken) {
      this.#taken = style;
      this.#context.font = style.font;
      this.#context.letterSpacing = style.spacing;
    }
  }

  #resize(width: number, height: number): void {
    this.#size = { width, height };
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
    this.#canvas.width = Math.ceil(width * devicePixelRatio);
    this.#canvas.height = Math.ceil(height * devicePixelRatio);
    this.#context.scale(devicePixelRatio, devicePixelRatio);
    this.#taken = null;
  }
}
