// A sign beside text: the shape that the canvas draws, as a small picture that follows the theme by itself.

import { isStroked, traceShape } from '../view/kinds';
import type { Sign } from '../view/signs';

const SVG = 'http://www.w3.org/2000/svg';

export function signGlyph({ shape, property, isHollow }: Sign): SVGSVGElement {
  const trail = new Trail();
  traceShape(trail as unknown as CanvasPath, shape, 7, 7, isStroked(shape) ? 4.4 : 5.2);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', trail.text);
  const svg = glyphFrame(path, isHollow ? 'map-glyph map-glyph-lead' : isStroked(shape) ? 'map-glyph map-glyph-line' : 'map-glyph');
  svg.style.setProperty('--kind', `var(${property})`);
  return svg;
}

/** A drawing on a 14-pixel grid. */
export function glyphFrame(content: SVGElement, className: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 14 14');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(content);
  return svg;
}

/** Of a canvas path, what `traceShape` uses, written down as SVG path data. */
class Trail implements Pick<CanvasPath, 'moveTo' | 'lineTo' | 'rect' | 'arc' | 'closePath'> {
  text = '';

  moveTo(x: number, y: number): void {
    this.text += `M${round(x)} ${round(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.text += `L${round(x)} ${round(y)}`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.text += `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`;
  }

  /** Always the whole circle. */
  arc(x: number, y: number, radius: number): void {
    this.text += `M${round(x + radius)} ${round(y)}A${round(radius)} ${round(radius)} 0 1 1 ${round(x - radius)} ${round(y)}A${round(radius)} ${round(radius)} 0 1 1 ${round(x + radius)} ${round(y)}Z`;
  }

  closePath(): void {
    this.text += 'Z';
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
