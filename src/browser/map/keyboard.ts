// The map by keyboard: arrows go from mark to mark, Shift and arrows move the map.

import type { Point } from './projection';

export type Direction = 'up' | 'down' | 'left' | 'right';

const WAYS: Record<Direction, readonly [x: number, y: number]> = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] };
const ASIDE = 2.2; // how much further a step aside counts than one ahead

/** Which of the points comes next in a direction: only those ahead count, the straighter the nearer. Null: none. */
export function nextInDirection(from: Point, points: readonly Point[], direction: Direction): number | null {
  const [wayX, wayY] = WAYS[direction];
  let best: number | null = null;
  let least = Infinity;
  points.forEach(({ x, y }, i) => {
    const ahead = (x - from.x) * wayX + (y - from.y) * wayY;
    const aside = Math.abs((x - from.x) * wayY + (y - from.y) * wayX);
    const cost = ahead + ASIDE * aside;
    if (ahead > 0.5 && cost < least) {
      best = i;
      least = cost;
    }
  });
  return best;
}

export interface MapActions {
  step(direction: Direction): void;
  pan(direction: Direction): void;
  zoom(direction: 1 | -1): void;
  activate(): void;
  fit(): void;
  /** False when there was nothing to leave: the page may use the key. */
  leave(): boolean;
}

/** The answer stops listening. */
export function listenToMapKeys(target: HTMLElement, actions: MapActions): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && event.target === target && isHandled(event, actions)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}

function isHandled(event: KeyboardEvent, actions: MapActions): boolean {
  switch (event.key) {
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = event.key.slice('Arrow'.length).toLowerCase() as Direction;
      event.shiftKey ? actions.pan(direction) : actions.step(direction);
      return true;
    }
    case '+':
    case '=':
      actions.zoom(1);
      return true;
    case '-':
    case '_':
      actions.zoom(-1);
      return true;
    case 'Enter':
    case ' ':
      actions.activate();
      return true;
    case 'f':
    case 'F':
      actions.fit();
      return true;
    case 'Escape':
      return actions.leave();
    default:
      return false;
  }
}
