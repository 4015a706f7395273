// The worker that loads time-tiles: addresses in, columns out, which are not copied.

import { Refused } from '../view/answer';
import { loadTile } from './load-tile';
import type { TimeTile } from './time-tile';

/** Without an address: what has that number is wanted no longer. */
export interface Task {
  readonly id: number;
  readonly address?: string;
}

export type Answer = { readonly isReady: true } | { readonly id: number; readonly tile: TimeTile }
  | { readonly id: number; readonly refusal: Pick<Refused, 'status' | 'wait'> & { readonly detail: string } } | { readonly id: number; readonly problem: string };

/** What a worker's global scope offers of it; the page's declarations have another `postMessage`. */
interface WorkerScope {
  addEventListener(kind: 'message', listener: (event: MessageEvent<Task>) => void): void;
  postMessage(answer: Answer, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const running = new Map<number, AbortController>();

scope.addEventListener('message', ({ data: { id, address } }) => {
  if (address === undefined) {
    running.get(id)?.abort();
  } else {
    void load(id, address);
  }
});
scope.postMessage({ isReady: true }, []);

async function load(id: number, address: string): Promise<void> {
  const mine = new AbortController();
  running.set(id, mine);
  try {
    const tile = await loadTile(address, mine.signal);
    scope.postMessage({ id, tile }, columnsOf(tile).map(column => column.buffer as ArrayBuffer));
  } catch (problem) {
    scope.postMessage(problem instanceof Refused
      ? { id, refusal: { status: problem.status, detail: problem.message, wait: problem.wait } }
      : { id, problem: problem instanceof Error ? problem.message : String(problem) }, []);
  } finally {
    running.delete(id);
  }
}

function columnsOf({ edges, undated, cells, offsets, series, counts, late }: TimeTile): ArrayBufferView[] {
  return [edges, undated, cells, offsets, series, counts, late.stretch, late.endEdge, late.series, late.counts];
}
