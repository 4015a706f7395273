// Every kind has a shape and a colour; map, timeline and legend draw the same ones.

export type Shape = 'triangle' | 'diamond' | 'square' | 'disc' | 'ring' | 'double-ring' | 'pentagon' | 'cross' | 'hexagon' | 'star' | 'trapezoid' | 'drop';

const KNOWN: Record<string, Shape> = {
  attack: 'triangle',
  strike: 'diamond',
  statement: 'square',
  diplomacy: 'disc',
  deployment: 'ring',
  campaign: 'double-ring',
};

const OTHERS: readonly Shape[] = ['pentagon', 'cross', 'hexagon', 'star', 'trapezoid', 'drop'];

/** The commonest kinds of codebooks stand side by side and must not look alike: which of the others each takes. */
const OF_CODEBOOKS: Record<string, number> = {
  'state-based-violence': 0,
  'non-state-violence': 1,
  'one-sided-violence': 2,
  'armed-clash': 0,
  'shelling-artillery-missile-attack': 1,
  'air-drone-strike': 2,
  'remote-explosive-landmine-ied': 3,
  'peaceful-protest': 4,
  'mob-violence': 5,
};

/** The order in which kinds are stacked and listed: the known ones first. */
export const KIND_ORDER: readonly string[] = Object.keys(KNOWN);

/** The shape of a kind and the name of the custom property that holds its colour. */
export function appearance(kind: string): { shape: Shape; property: string } {
  const known = KNOWN[kind];
  if (known !== undefined) {
    return { shape: known, property: `--kind-${kind}` };
  }
  const index = Object.hasOwn(OF_CODEBOOKS, kind) ? OF_CODEBOOKS[kind]! : hash(kind) % OTHERS.length;
  return { shape: OTHERS[index]!, property: `--kind-other-${index + 1}` };
}

/** Adds a shape of `radius` around a point to the path; fills well, except rings, which are stroked. */
export function traceShape(path: CanvasPath, shape: Shape, x: number, y: number, radius: number): void {
  switch (shape) {
    case 'square':
      path.rect(x - radius * 0.86, y - radius * 0.86, radius * 1.72, radius * 1.72);
      break;
    case 'disc':
    case 'ring':
      circle(path, x, y, radius * 0.95);
      break;
    case 'double-ring':
      circle(path, x, y, radius);
      circle(path, x, y, radius * 0.5);
      break;
    case 'triangle':
      polygon(path, corners(3, x, y + radius * 0.2, radius * 1.2, -Math.PI / 2));
      break;
    case 'diamond':
      polygon(path, corners(4, x, y, radius * 1.15, -Math.PI / 2));
      break;
    case 'pentagon':
      polygon(path, corners(5, x, y, radius * 1.1, -Math.PI / 2));
      break;
    case 'hexagon':
      polygon(path, corners(6, x, y, radius * 1.05, 0));
      break;
    case 'star':
      polygon(path, corners(10, x, y, radius * 1.2, -Math.PI / 2, 0.5));
      break;
    case 'cross':
      polygon(path, [[-0.35, -1], [0.35, -1], [0.35, -0.35], [1, -0.35], [1, 0.35], [0.35, 0.35], [0.35, 1], [-0.35, 1], [-0.35, 0.35], [-1, 0.35], [-1, -0.35], [-0.35, -0.35]]
        .map(([dx, dy]) => [x + dx! * radius, y + dy! * radius]));
      break;
    case 'trapezoid':
      polygon(path, [[x - radius * 0.55, y - radius * 0.8], [x + radius * 0.55, y - radius * 0.8], [x + radius, y + radius * 0.8], [x - radius, y + radius * 0.8]]);
      break;
    case 'drop':
      polygon(path, [[x, y - radius * 1.2], ...corners(9, x, y + radius * 0.2, radius * 0.9, -Math.PI / 6)]);
      break;
  }
}

/** Rings are drawn as lines, everything else is filled. */
export function isStroked(shape: Shape): boolean {
  return shape === 'ring' || shape === 'double-ring';
}

function circle(path: CanvasPath, x: number, y: number, radius: number): void {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
}

function corners(count: number, x: number, y: number, radius: number, turn: number, inner = 1): number[][] {
  return Array.from({ length: count }, (_, i) => {
    const reach = i % 2 === 1 ? radius * inner : radius;
    const angle = turn + i * 2 * Math.PI / count;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
}

function polygon(path: CanvasPath, points: number[][]): void {
  points.forEach(([x, y], i) => i === 0 ? path.moveTo(x!, y!) : path.lineTo(x!, y!));
  path.closePath();
}

/** FNV-1a: the same unknown kind looks the same on every page. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value;
}
