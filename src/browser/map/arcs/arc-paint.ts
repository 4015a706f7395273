// How arcs look. What a chain is made of is strong; parts and statements are thin; dashes say what is not certain.

import type { Colours } from '../../view/colours';
import type { ShownRelation } from '../../view/relations';
import type { ArcPicture } from './arc-picture';
import type { Arc } from './arc-geometry';
import { DASHES } from './arc-words';

const ARROW = 9; // pixels
const BACKGROUND = 0.5; // of those that belong to no selection, while there is one

/** `pointed`: the relation under the pointer, drawn last and widest. */
export function paintArcs(context: CanvasRenderingContext2D, { arcs }: ArcPicture, pointed: string | null, hasSelection: boolean, colours: Colours): void {
  const last = (shown: ShownRelation): number => (shown.relation.id === pointed ? 2 : 0) + Number(shown.isOfSelection);
  for (const { shown, arc } of [...arcs].sort((a, b) => last(a.shown) - last(b.shown))) {
    const isPointed = shown.relation.id === pointed;
    paintArc(context, shown, arc, isPointed, hasSelection && !shown.isOfSelection && !isPointed ? BACKGROUND : 1, colours);
  }
}

/** The property of a relation's colour. */
export function colourOf({ relation: { step, standing } }: ShownRelation): string {
  return standing === 'contradicted' ? '--bad' : step ? '--accent' : '--text-2';
}

function paintArc(context: CanvasRenderingContext2D, shown: ShownRelation, arc: Arc, isPointed: boolean, alpha: number, colours: Colours): void {
  const width = (shown.relation.step || shown.relation.standing === 'contradicted' ? 2 : 1.25) + (isPointed ? 1 : 0);
  const colour = colours.get(colourOf(shown));
  context.globalAlpha = alpha * 0.8;
  context.lineCap = 'round';
  context.setLineDash([]);
  trace(context, arc);
  context.strokeStyle = colours.get('--land');
  context.lineWidth = width + 3;
  context.stroke();
  context.globalAlpha = alpha;
  context.setLineDash([...DASHES[shown.relation.standing]]);
  trace(context, arc);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.setLineDash([]);
  traceArrow(context, arc, width > 1.5 ? ARROW : ARROW * 0.75);
  context.lineJoin = 'round';
  context.lineWidth = 1.5;
  context.fillStyle = shown.relation.standing === 'contradicted' ? colours.get('--land') : colour;
  context.fill();
  context.stroke();
  context.globalAlpha = 1;
}

function trace(context: CanvasRenderingContext2D, { from, control, to }: Arc): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.quadraticCurveTo(control.x, control.y, to.x, to.y);
}

/** Hollow where the record contradicts it. */
function traceArrow(context: CanvasRenderingContext2D, { to, heading }: Arc, length: number): void {
  context.beginPath();
  context.moveTo(to.x, to.y);
  for (const side of [-1, 1]) {
    context.lineTo(to.x - length * Math.cos(heading + side * 0.42), to.y - length * Math.sin(heading + side * 0.42));
  }
  context.closePath();
}
